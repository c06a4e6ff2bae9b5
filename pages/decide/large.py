"""Type for the projector: large enough to be read from ten metres, on any screen's width.

From ten metres a letter must be 25 mm high. On a picture two metres wide that is type of 2 % of its width.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import segno
import streamlit as st

from alignment.agreement import Result, TeamResult
from alignment.people import Team
from alignment.stances import Mode, Stance
from alignment.workshop import Workshop
from pages.shared.tallies import STANCE_LOOKS, STANCE_SIGNS, TEAM_INKS, shown_alone

LEAST = "clamp(1.1rem, 2.1vw, 3rem)"
TIMER = "clamp(2.2rem, 5.5vw, 8rem)"
_LENGTHS = ((90, "clamp(1.5rem, 3.6vw, 5rem)"), (220, "clamp(1.35rem, 2.8vw, 4rem)"))
_GRID = "display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35em 1em;align-items:center"
_DOT = "display:inline-block;width:.8em;height:.8em;border-radius:50%;border:.1em solid {ink};margin:.06em"
_COUNT = "display:inline-block;border-radius:1em;padding:0 .55em;margin:.1em .2em .1em 0"
SHORT = {
    (Mode.APPROVAL, Stance.RESERVATIONS): "with reservations",
    (Mode.CONSENT, Stance.AGREE): "can live with it",
    (Mode.CONSENT, Stance.RESERVATIONS): "with concerns",
    (Mode.CONSENT, Stance.DISAGREE): "cannot live with it",
    (Mode.CONSENT, Stance.ABSTAIN): "stand aside",
}


def show_large(text: str, size: str = "", weight: int = 400) -> None:
    """A person's text in large type, as it was typed; the shorter, the larger."""
    chosen = size or _size(text)
    look = f"font-size:{chosen};font-weight:{weight};line-height:1.25;margin:0;overflow-wrap:anywhere"
    st.html(f'<p style="{look}">{escape(text)}</p>')


def _size(text: str) -> str:
    return next((size for most, size in _LENGTHS if len(text) <= most), LEAST)


def show_codes(links: Mapping[Team, str], size: str, row: bool) -> None:
    """The code of each team's address, of a CSS size, with the team's name; beside or below each other."""
    codes = "".join(_code(team, address, size) for team, address in links.items())
    look = f"display:flex;flex-wrap:wrap;flex-direction:{'row' if row else 'column'};gap:.6em 3vw"
    st.html(f'<div style="{look};font-size:{LEAST};line-height:1.2">{codes}</div>')


def _code(team: Team, address: str, size: str) -> str:
    picture = segno.make(address, error="m").svg_data_uri(scale=6, border=3, light="#ffffff")
    name = team.value.capitalize()
    return (
        f'<figure style="margin:0"><img src="{picture}" alt="The code to join {team.value}" '
        f'style="width:{size};height:auto;border-radius:.4rem;display:block">'
        f'<figcaption><span style="color:{TEAM_INKS[team]}">●</span> {name}</figcaption></figure>'
    )


def show_progress(done: Mapping[Team, tuple[int, int]], word: str) -> None:
    """A row a team: a full dot for each who is done, an empty one for each who is not; never who or how."""
    st.html(_rows(_row(team, _dots(team, *numbers, word)) for team, numbers in done.items()))


def show_stances(workshop: Workshop, result: Result, mode: Mode) -> None:
    """A row a team: how many took which stance; of a team too small to be shown alone, how many voted."""
    rows = (
        _row(team.team, _stances(team, mode) if shown_alone(workshop, team) else _too_few(team))
        for team in result.teams
    )
    st.html(_rows(rows))


def _rows(rows: Iterable[str]) -> str:
    return f'<div style="{_GRID};font-size:{LEAST};line-height:1.35">{"".join(rows)}</div>'


def _row(team: Team, what: str) -> str:
    mark = f'<span style="color:{TEAM_INKS[team]}">●</span>'
    return f"<div>{mark} {team.value.capitalize()}</div><div>{what}</div>"


def _dots(team: Team, number: int, of: int, word: str) -> str:
    empty = _DOT.format(ink=TEAM_INKS[team])
    full = f"{empty};background:{TEAM_INKS[team]}"
    dots = "".join(f'<span style="{full if place < number else empty}"></span>' for place in range(of))
    words = f'<span style="margin-right:.6em">{number} of {of} {word}</span>'
    return f'{words}<span aria-hidden="true">{dots}</span>'


def _too_few(team: TeamResult) -> str:
    return _dots(team.team, team.voted, team.voters, "voted; too few to show how")


def _stances(team: TeamResult, mode: Mode) -> str:
    counts = {
        Stance.AGREE: team.agree,
        Stance.RESERVATIONS: team.reservations,
        Stance.DISAGREE: team.disagree,
        Stance.ABSTAIN: team.abstain,
    }
    shown = "".join(_stance(stance, number, mode) for stance, number in counts.items() if number)
    missing = team.voters - team.voted
    left = f'<span style="opacity:.75;white-space:nowrap">{missing} not voted</span>' if missing else ""
    return f"{shown}{left}"


def _stance(stance: Stance, number: int, mode: Mode) -> str:
    words = f"{STANCE_SIGNS[stance]} {number} {escape(SHORT.get((mode, stance), mode.words(stance)))}"
    return f'<span style="{_COUNT};{STANCE_LOOKS[stance]}">{words}</span>'
