"""Freezing the text: who reviews and signs it, in which order, and until when they are asked."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import freeze
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.readiness import likely_signatories
from alignment.requests import DAYS_TO_SIGN
from definitions.phrases import listed
from pages.publish.evidence import measured_now
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label

ORDER, ONE_BY_ONE, REVIEWERS, DAYS = "freeze.order", "freeze.one_by_one", "freeze.reviewers", "freeze.days"
NO_END = 0
LASTING = (7, DAYS_TO_SIGN, 30, 90, NO_END)


def lasting_words(days: int) -> str:
    """How long a request lasts, as it is chosen."""
    return "without an end" if days == NO_END else f"{days} days"


def freeze_it() -> None:
    """Fix the text, for the chosen people to review and sign."""
    with session.attempt("freeze"):
        here = session.here()
        session.act(
            freeze,
            _in_order(here),
            measured_now(here),
            reviewers=session.typed(REVIEWERS, ()),
            in_order=bool(session.typed(ONE_BY_ONE, False)),
            days=session.typed(DAYS, DAYS_TO_SIGN) or None,
        )
        session.said("The draft is frozen. Everybody can read it now, and those chosen are asked.")


def ask_to_freeze(here: Here) -> None:
    """Who signs for each team, who reviews before, and the button that fixes the text."""
    st.subheader("Who signs")
    st.write("At least one person a team. The decider always signs.")
    likely = likely_signatories(here.workshop)
    for team in VOTING_TEAMS:
        _ask_team(here, team, [person.id for person in likely if person.team is team])
    _ask_order(here)
    _ask_reviewers(here)
    st.selectbox(
        "They are asked for", LASTING, index=LASTING.index(DAYS_TO_SIGN), key=DAYS, width=240,
        format_func=lasting_words,
    )  # fmt: skip
    st.button(
        "Freeze the draft for signing",
        key="freeze.go",
        type="primary",
        icon=":material/ac_unit:",
        on_click=freeze_it,
    )


def _ask_team(here: Here, team: Team, likely: list[str]) -> None:
    names = {person.id: person.name for person in here.workshop.voters(team)}
    decider = here.workshop.decider_id
    st.multiselect(
        f"For {team.value}",
        list(names),
        default=likely,
        key=_key(team),
        placeholder="Choose",
        format_func=lambda person_id: names[person_id] + (" (decider)" if person_id == decider else ""),
    )


def _ask_order(here: Here) -> None:
    """All at once, or one after another; then in which order."""
    signers = [person.id for person in signatories(here)]
    if not st.toggle("They sign one after another", key=ONE_BY_ONE):
        return
    session.fill(ORDER, [person for person in session.typed(ORDER, ()) if person in signers])
    st.multiselect(
        "In this order: choose the first one first",
        signers,
        key=ORDER,
        placeholder="Choose",
        format_func=here.workshop.name_of,
    )
    names = [label(here.workshop.name_of(person)) for person in _in_order(here)]
    st.caption(f"They are asked in this order: {listed(names)}.")


def _ask_reviewers(here: Here) -> None:
    names = {person.id: person.name for person in here.workshop.people}
    st.multiselect(
        "Reviewers (optional): nobody signs before each of them has reviewed the text",
        list(names),
        key=REVIEWERS,
        placeholder="Nobody",
        format_func=names.__getitem__,
    )


def _key(team: Team) -> str:
    return f"freeze.{team.value}"


def signatories(here: Here) -> tuple[Participant, ...]:
    """Who would sign as it is chosen now."""
    likely = {person.id for person in likely_signatories(here.workshop)}
    chosen = {person_id for team in VOTING_TEAMS for person_id in session.typed(_key(team), likely)}
    return tuple(p for p in here.workshop.voters() if p.id in chosen or p.id == here.workshop.decider_id)


def _in_order(here: Here) -> list[str]:
    """The ids of those who would sign: those put in order first, then the others."""
    signers = [person.id for person in signatories(here)]
    first = [person for person in session.typed(ORDER, ()) if person in signers]
    return [*first, *(person for person in signers if person not in first)]
