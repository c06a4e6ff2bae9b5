"""A round of voting as pictures: a row a team, as bars while it is sealed, as people afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from alignment.agreement import Result, TeamResult
from alignment.people import Participant, Team
from alignment.rounds import Ballot, Round
from alignment.stances import Mode, Stance
from alignment.workshop import Workshop

TEAM_INKS: dict[Team, str] = {Team.MARKETING: "#b86a00", Team.SALES: "#0072b2", Team.EXECUTIVES: "#8e5ea2"}
STANCE_SIGNS: dict[Stance, str] = {
    Stance.AGREE: "✓",
    Stance.RESERVATIONS: "~",
    Stance.DISAGREE: "✕",
    Stance.ABSTAIN: "–",
}
_NO_VOTE = "·"
LEGEND = "✓ agrees  ~ with reservations  ✕ disagrees  – abstains  · has not voted"
STANCE_LOOKS: dict[Stance | None, str] = {
    Stance.AGREE: "background:#00704f;color:#fff",
    Stance.RESERVATIONS: "background:#f0e442;color:#222",
    Stance.DISAGREE: "background:#b3420a;color:#fff",
    Stance.ABSTAIN: "border:1px solid currentColor",
    None: "border:1px dashed currentColor;opacity:.65",
}
_GRID = (
    "display:grid;grid-template-columns:max-content minmax(3rem,1fr);gap:.4rem .75rem;"
    "align-items:center;font-size:.875rem;line-height:1.3"
)
_PERSON = (
    "display:inline-block;border-radius:1rem;padding:.05rem .5rem;margin:.1rem .15rem .1rem 0;max-width:100%;"
    "overflow-wrap:anywhere"
)


def sign(stance: Stance | None) -> str:
    """A vote as one sign; ``None``: none yet."""
    return STANCE_SIGNS[stance] if stance is not None else _NO_VOTE


def shown_alone(workshop: Workshop, team: TeamResult) -> bool:
    """Whether a team has so many voters that the host lets its votes be shown on their own."""
    return team.voters >= workshop.smallest_group


def show_turnout(result: Result) -> None:
    """How many of each team have voted, and nothing of how."""
    st.html(_rows(_turnout(team) for team in result.teams))


def show_votes(workshop: Workshop, round_: Round, result: Result, *, names: bool) -> None:
    """Each team's people with how they voted; ``names`` written out, or initials with the name on hover."""
    st.html(
        _rows(
            _votes(workshop, round_, team, names)
            if shown_alone(workshop, team)
            else _turnout(team, alone=False)
            for team in result.teams
        )
    )


def _rows(rows: Iterable[str]) -> str:
    return f'<div style="{_GRID}">{"".join(rows)}</div>'


def _turnout(team: TeamResult, *, alone: bool = True) -> str:
    words = f"{team.voted} of {team.voters} voted" + ("" if alone else "; too few to show how")
    share = round(100 * team.voted / team.voters) if team.voters else 0
    bar = (
        '<div style="height:.45rem;border-radius:.25rem;background:rgba(128,128,128,.28);overflow:hidden">'
        f'<div style="width:{share}%;height:100%;background:{TEAM_INKS[team.team]}"></div></div>'
    )
    return f"<div>{team.team.value.capitalize()}</div><div>{bar}<small>{words}</small></div>"


def _votes(workshop: Workshop, round_: Round, team: TeamResult, names: bool) -> str:
    people = "".join(
        _person(voter, round_.ballots.get(voter.id), round_.mode, names)
        for voter in workshop.voters(team.team)
    )
    mark = f'<span style="color:{TEAM_INKS[team.team]}">●</span>'
    return f"<div>{mark} {team.team.value.capitalize()}</div><div>{people or 'nobody yet'}</div>"


def _person(voter: Participant, ballot: Ballot | None, mode: Mode, names: bool) -> str:
    stance = ballot.stance if ballot is not None else None
    said = f"{voter.name}: {_in_words(ballot, mode)}"
    shown = voter.name if names else _initials(voter.name)
    return (
        f'<span role="img" title="{escape(said)}" aria-label="{escape(said)}" '
        f'style="{_PERSON};{STANCE_LOOKS[stance]}">{sign(stance)} {escape(shown)}</span>'
    )


def _in_words(ballot: Ballot | None, mode: Mode) -> str:
    if ballot is None:
        return "has not voted"
    return f"{mode.words(ballot.stance)}{', objection lifted' if ballot.lifted else ''}"


def _initials(name: str) -> str:
    words = name.split()
    letters = [word[0] for word in (words[0], *words[1:][-1:])]
    return "".join(letters).upper()
