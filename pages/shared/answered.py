"""An objection that a new wording answers: its author says whether it still stands."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.ballots import cast_ballot
from alignment.clauses import Clause, Revision
from alignment.people import Participant
from alignment.rounds import Ballot
from alignment.stances import Stance
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain

Then = Callable[[], object]


def objection_of(clause: Clause, person: Participant) -> tuple[Ballot, Revision]:
    """A person's latest vote before the present round, and the wording that it was about."""
    round_ = [r for r in clause.rounds[:-1] if person.id in r.ballots][-1]
    return round_.ballots[person.id], clause.revisions[round_.revision - 1]


def ask_whether_answered(found: Here, clause: Clause, then: Then | None) -> None:
    """What one objected to, and a button that holds the objection; any other vote lifts it."""
    ballot, wording = objection_of(clause, found.me)
    st.markdown(
        f":material/question_answer: **You objected to wording {wording.number}:** “{plain(ballot.reason)}”"
        "\n\nDoes the new wording answer you? A vote for it lifts your objection."
    )
    st.button(
        "My objection stands",
        key=f"ballot.{clause.id}.hold",
        icon=":material/front_hand:",
        help="You disagree with the new wording too, for the same reason.",
        on_click=_hold,
        args=(clause.id, clause.revision.number, ballot.reason, then),
    )


def _hold(clause_id: str, revision: int, reason: str, then: Then | None) -> None:
    place = f"ballot.{clause_id}"
    with session.attempt(place):
        session.act(cast_ballot, clause_id, Stance.DISAGREE, reason, revision)
        session.said("Your objection stands, with the same reason.")
        session.clear(f"{place}.stance", f"{place}.reason")
    if session.refusal(place) is None and then is not None:
        then()
