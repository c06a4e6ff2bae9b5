"""One disputed clause: both positions in people's own words, and what the decider rules."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.composing import dissent
from alignment.disputes import saying
from alignment.escalating import before_decider
from alignment.people import Participant, Team
from alignment.rounds import Ballot
from alignment.stances import Stance
from alignment.standing import result, sees_result
from alignment.workshop import Phase
from pages.decide import rulings, weighing
from pages.draft import moderation
from pages.shared import live, session, tallies
from pages.shared.cards import show_body, show_head, show_settlement, show_what_changed
from pages.shared.discussion import name, show_discussion
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.terms import ask_terms
from pages.shared.text import label, plain


@st.fragment
def show_dispute(clause_id: str) -> None:
    """A clause on which the teams disagree; it keeps itself up to date."""
    found = session.look()
    clause = found.workshop.clauses.get(clause_id) if found is not None else None
    if found is None or clause is None:
        return
    with st.container(border=True, key=f"dispute.{clause_id}"):
        show_head(found, clause)
        show_body(found, clause, result=False)
        ask_terms(found, clause, "dispute")
        show_what_changed(found, clause)
        if clause.ruling is None:
            _show_positions(found, clause)
            _show_case(found, clause)
        else:
            show_settlement(found, clause)
            _show_dissent(found, clause)
        show_discussion(found, clause)
        _ask_what_next(found, clause)
        live.listen(f"clause:{clause_id}", head=found.workshop.head, key=f"live.dispute.{clause_id}")


def _show_positions(found: Here, clause: Clause) -> None:
    round_ = clause.round
    if round_ is None or not sees_result(round_, found.me, found.now):
        return
    counted = result(found.workshop, round_)
    tallies.show_votes(found.workshop, round_, counted, names=True)
    st.markdown(f":material/pending: {' '.join(counted.missing)}")
    cast = tuple(round_.ballots.values())
    agreeing, disagreeing = st.columns(2, gap="medium")
    with agreeing:
        _show_side("In favour", saying(found.workshop, cast, Stance.AGREE, Stance.RESERVATIONS))
    with disagreeing:
        _show_side("Against", saying(found.workshop, cast, Stance.DISAGREE))


def _show_case(found: Here, clause: Clause) -> None:
    """For a clause before the decider: until when, and what each ruling would do."""
    waits = before_decider(found.workshop, clause, found.now)
    if waits is not None:
        weighing.show_due(found, clause, waits)
        weighing.show_weighing(found, clause)


def _show_side(title: str, votes: tuple[tuple[Participant, Ballot], ...]) -> None:
    """One side: those who gave a reason in their own words, then the names of the others."""
    words = [f"**{title} · {len(votes)}**"]
    words += [
        f"{name(person)}{_lifted(ballot)}  \n{plain(ballot.reason)}"
        for person, ballot in votes
        if ballot.reason
    ]
    silent = [label(person.name) for person, ballot in votes if not ballot.reason]
    if silent:
        words.append(f":gray[Without a reason: {', '.join(silent)}]")
    st.markdown("\n\n".join(words))


def _lifted(ballot: Ballot) -> str:
    return " :small[objection lifted]" if ballot.lifted else ""


def _show_dissent(found: Here, clause: Clause) -> None:
    """Those who disagreed, on record after the ruling too."""
    lines = [
        f"**{label(other.name)}** {team_badge(Team(other.team))}  \n{plain(other.reason)}"
        for other in dissent(found.workshop, clause)
    ]
    if lines:
        st.markdown("\n\n".join(["**Dissent, on record**", *lines]))


def _ask_what_next(found: Here, clause: Clause) -> None:
    """For those who can move it on: put it before the decider, rule, reopen."""
    if found.workshop.phase is not Phase.DRAFTING:
        return
    decides = found.workshop.decider_id == found.me.id
    if clause.ruling is not None:
        if decides:
            rulings.ask_to_reopen(clause)
    elif clause.escalation is not None or before_decider(found.workshop, clause, found.now) is not None:
        if decides:
            rulings.ask_ruling(clause)
        else:
            st.caption(f":material/gavel: Waits for the ruling of {_decider(found)}.")
    elif found.me.facilitator:
        moderation.ask_to_escalate(clause)
    session.show_refusal(moderation.place(clause.id))


def _decider(found: Here) -> str:
    decider = found.workshop.decider
    return label(decider.name) if decider is not None else "a decider, whom the host has to name"
