"""What people say about a clause, folded until asked for: reasons, threads, earlier wordings."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause, Revision
from alignment.discussion import is_new, threads
from alignment.people import Participant
from alignment.rounds import Ballot, Round
from alignment.standing import sees_result
from alignment.wordings import earlier
from pages.shared import session
from pages.shared.changes import show_changes
from pages.shared.commenting import ask_comment, may_speak
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.threads import show_threads
from pages.shared.times import ago


def show_discussion(found: Here, clause: Clause) -> None:
    """The discussion with its number of contributions; built only when it is open."""
    reasons = _reasons(found, clause)
    number, new = len(reasons) + len(clause.comments), _new(found, clause)
    words = f"Discussion · {number}" if number else "Discussion"
    words += f" · {new} new" if new else ""
    key = f"discussion.{clause.id}"
    _keep_open(key, words)
    fold = st.expander(words, key=key, icon=":material/forum:", type="compact", on_change="rerun")
    if fold.open:
        with fold:
            _show_all(found, clause, reasons)
        session.note(_read(clause), found.workshop.head)


def _read(clause: Clause) -> str:
    """The note of how far the discussion of a clause was read in this session."""
    return f"discussion.read.{clause.id}"


def _new(found: Here, clause: Clause) -> int:
    """How many comments are new since the last visit and not read in this one."""
    read = session.noted(_read(clause), 0)
    fresh = (c for c in clause.comments if c.seq > read)
    return sum(is_new(found.workshop, comment, found.me) for comment in fresh)


def _show_all(found: Here, clause: Clause, reasons: list[tuple[Participant, Ballot]]) -> None:
    """What was said with votes, the threads, a field for more, and the earlier wordings."""
    lines = [_reason(found, clause.round, person, ballot) for person, ballot in reasons]
    if lines or not clause.comments:
        st.markdown("\n\n".join(lines) or "Nobody has said anything yet.")
    show_threads(found, clause, threads(clause))
    if may_speak(found):
        ask_comment(found, clause)
    else:
        st.caption("Observers read along; the three teams discuss.")
    _show_earlier(found, clause)


def _keep_open(key: str, words: str) -> None:
    """With another number on it the fold is a new one to Streamlit, and would close on whoever reads."""
    if session.noted(key, words) != words:
        session.fill(key, session.typed(key, False))
    session.note(key, words)


def _reasons(found: Here, clause: Clause) -> list[tuple[Participant, Ballot]]:
    if clause.round is None or not sees_result(clause.round, found.me, found.now):
        return []
    cast = ((found.workshop.participants[ballot.by], ballot) for ballot in clause.round.ballots.values())
    return [(person, ballot) for person, ballot in cast if ballot.reason and person.votes]


def _reason(found: Here, round_: Round | None, person: Participant, ballot: Ballot) -> str:
    lifted = ", objection lifted" if ballot.lifted else ""
    alone = len(found.workshop.voters(person.team)) >= found.workshop.smallest_group
    if round_ is None or not alone:
        return f"{name(person)} on their vote  \n{plain(ballot.reason)}"
    return f"{name(person)} voted *{round_.mode.words(ballot.stance)}{lifted}*  \n{plain(ballot.reason)}"


def name(person: Participant) -> str:
    """A person in bold, with their team."""
    return f"**{label(person.name)}** {team_badge(person.team)}"


def _show_earlier(found: Here, clause: Clause) -> None:
    following = clause.revisions[-1]
    for revision in earlier(clause):
        st.markdown(_revised(found, following))
        show_changes(revision.content, following.content)
        following = revision


def _revised(found: Here, revision: Revision) -> str:
    by = label(found.workshop.name_of(revision.by))
    note = f": {plain(revision.note)}" if revision.note else ""
    return f"**Wording {revision.number}** by {by}, {ago(revision.at, found.now)}{note}"
