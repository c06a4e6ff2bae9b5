"""The few best compromises in words, with wins kept beside each, one click from a proposal."""

from __future__ import annotations

import streamlit as st

from alignment.actions.revising import Wanted, revise_all
from alignment.people import VOTING_TEAMS
from definitions.bridge.candidates import Candidate, Evidence, Method
from definitions.bridge.words import candidate_sentence, points_changed
from definitions.simulation import figures
from pages.decide.bridges.picture import agreements, letter
from pages.decide.bridges.searching import Searched
from pages.decide.outcome import outcome
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.simulate.proposals import WhyNot, wanted_clauses, why_not_propose

PLACE = "bridge.propose"
TEAMS = tuple(team.value for team in VOTING_TEAMS)
CAVEATS = (
    "The counts are on the judged leads, where agreement is optimistic by about 2 points: the compromises "
    "were fitted to just these. Agreement says nothing about winning; that is why wins stand beside it."
)

WHY_NOT = WhyNot(
    "The draft is frozen for signing, so nothing can be proposed.",
    "The definition is published. A compromise can be proposed in a new draft.",
    "Proposing a compromise is for members of the three teams.",
)


def show_recommendation(found: Searched) -> None:
    """What is recommended, and why; a warning where the judgements are only just enough."""
    wanted = found.bridge.recommendation
    place = next(
        (
            i
            for i, each in enumerate(found.compromises)
            if wanted.candidate and each.card == wanted.candidate.card
        ),
        None,
    )
    start = "**Keep the present scorecard.**" if place is None else f"**Recommended: {letter(place)}.**"
    reason = wanted.reason.removeprefix("Keep the present scorecard: ")
    st.markdown(f":material/handshake: {start} {plain(reason[0].upper() + reason[1:])}")
    if found.bridge.evidence is Evidence.HURRY:
        st.caption("Some team judged fewer than 16 leads: enough in a hurry, but chance weighs more.")


def show_compromises(here: Here, found: Searched) -> None:
    """The present scorecard and every compromise, each with its wins; then what the numbers cannot tell."""
    _show_present(found)
    why_not = why_not_propose(here, WHY_NOT)
    if why_not and found.compromises:
        st.caption(why_not)
    for place, compromise in enumerate(found.compromises):
        _show_compromise(found, compromise, place, proposable=not why_not)
    session.show_refusal(PLACE)
    st.caption(CAVEATS)
    if isinstance(found.profiles, str):
        st.caption(f"Wins cannot be shown: {plain(found.profiles)}")


def _show_present(found: Searched) -> None:
    now = found.bridge.candidate(Method.PRESENT)
    words = candidate_sentence(now, found.present.scorecard, TEAMS).removeprefix("no change: ")
    st.markdown(f"**Now** · {_sentence(words)}  \n{_beside(found, now)}")


def _show_compromise(found: Searched, compromise: Candidate, place: int, proposable: bool) -> None:
    wanted = found.bridge.recommendation.candidate
    recommended = wanted is not None and wanted.card == compromise.card
    words = candidate_sentence(compromise, found.present.scorecard, TEAMS)
    badge = " :green-badge[:material/thumb_up: Recommended]" if recommended else ""
    with st.container(border=True, key=f"bridge.compromise.{letter(place)}"):
        st.markdown(f"**{letter(place)}** · {_sentence(words)}{badge}  \n{_beside(found, compromise)}")
        if changed := points_changed(compromise, found.present.scorecard):
            with st.expander(f"The {len(changed)} answers with other points"):
                st.markdown("\n".join(f"- {label(words)}" for words in changed))
        if proposable:
            st.button(
                f"Propose {letter(place)}",
                key=f"{PLACE}.{letter(place)}",
                type="primary" if recommended else "secondary",
                icon=":material/how_to_vote:",
                on_click=_propose,
                args=(wanted_clauses(found.present, found.scorecard(compromise)), found.calibration.name),
            )


def _sentence(words: str) -> str:
    return label(words[0].upper() + words[1:])


def _beside(found: Searched, candidate: Candidate) -> str:
    """Expected agreement, wins kept and leads a week: what stands beside a compromise."""
    parts = [f"Expected agreement: {agreements(candidate)}"]
    if not isinstance(found.profiles, str):
        parts.append(outcome(figures(found.profiles, found.scorecard(candidate))))
    return f":small[:gray[{label(' · '.join(parts))}]]"


def _propose(wanted: tuple[Wanted, ...], calibration: str) -> None:
    with session.attempt(PLACE):
        session.act(revise_all, wanted, f"A compromise from what was judged blind in “{calibration}”.")
        session.said("It is proposed. The teams can vote on it.")
