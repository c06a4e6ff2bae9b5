"""The agenda: the leads on which the teams differ most, each with the teams' places on a line."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from math import isnan

import streamlit as st

from alignment.calibrated import Calibrated
from alignment.calibrations import Calibration, Judged
from alignment.judgements import Judgement
from alignment.people import VOTING_TEAMS, Participant, Team
from definitions.calibration.disputes import Dispute
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS
from pages.start.calibration.facts import in_short

A_PAGE = 5
SIGNS = {Judgement.QUALIFIED: "✓", Judgement.UNSURE: "?", Judgement.NOT: "✕"}
_LOOKS = {
    Judgement.QUALIFIED: "background:#00704f;color:#fff",
    Judgement.UNSURE: "border:1px dashed currentColor",
    Judgement.NOT: "background:#b3420a;color:#fff",
}
_PERSON = (
    "display:inline-block;border-radius:1rem;padding:.05rem .5rem;margin:.1rem .15rem .1rem 0;"
    "overflow-wrap:anywhere;max-width:100%;font-size:.875rem"
)
_DOT = (
    "position:absolute;width:1.5rem;height:1.5rem;border-radius:50%;color:#fff;font-size:.8rem;font-weight:700;"
    "display:flex;align-items:center;justify-content:center;transform:translateX(-50%)"
)


def show_disputed(found: Here, calibration: Calibration, shown: Calibrated) -> None:
    """Some leads at a time, the most disputed first."""
    disputed = sum(_opposed(each) for each in shown.disputed)
    st.subheader("Leads to talk about", anchor=False)
    st.markdown(f"**{_finding(disputed, len(shown.disputed))}** The most disputed come first.")
    st.caption("M marketing, S sales, E executives: further right, more of the team say qualified.")
    pages = -(-len(shown.disputed) // A_PAGE)
    with st.container(key=f"calibrate.agenda.{calibration.id}"):
        cards = st.container()
        page = 1
        if pages > 1:
            page = min(st.pagination(pages, key=f"calibrate.page.{calibration.id}"), pages)
        with cards:
            for dispute in shown.disputed[A_PAGE * (page - 1) : A_PAGE * page]:
                _show(found, calibration, shown, dispute)


def _opposed(dispute: Dispute) -> bool:
    """Whether two teams lean to different sides."""
    known = [share for share in dispute.leaning if not isnan(share)]
    return any(share > 0.5 for share in known) and any(share < 0.5 for share in known)


def _finding(disputed: int, total: int) -> str:
    if not disputed:
        return f"On none of {total} leads do two teams lean to different sides."
    return f"On {disputed} of {total} leads teams lean to different sides."


def _show(found: Here, calibration: Calibration, shown: Calibrated, dispute: Dispute) -> None:
    people = shown.judgements.people
    said = [(person, calibration.shown(person.id, found.me).get(dispute.lead)) for person in people]
    heard = [(person, each) for person, each in said if each is not None]
    with st.container(border=True, key=f"calibrate.disputed.{calibration.id}.{dispute.lead}"):
        st.markdown(f"**Lead {dispute.lead + 1}**  \n{in_short(calibration.drawn, dispute.lead)}")
        st.html(f"{_line(dispute)}{_people(heard)}{_reasons(heard)}")


def _line(dispute: Dispute) -> str:
    """The teams' dots from "not" on the left to "qualified" on the right; equal ones side by side."""
    known = [(team, share) for team, share in zip(VOTING_TEAMS, dispute.leaning, strict=True)]
    placed = [(team, share) for team, share in known if not isnan(share)]
    shares = [share for _, share in placed]
    dots = "".join(_dot(team, share, shares[:n].count(share)) for n, (team, share) in enumerate(placed))
    words = "; ".join(f"{team.value}: {round(100 * share)} % qualified" for team, share in placed)
    track = "position:absolute;left:0;right:0;top:.7rem;height:2px;background:rgba(128,128,128,.45)"
    ends = "display:flex;justify-content:space-between;font-size:.8rem;opacity:.75"
    return (
        f'<div role="img" aria-label="{escape(words)}" style="max-width:34rem;margin:.2rem 0 .5rem">'
        f'<div style="position:relative;height:1.6rem;margin:0 2.6rem 0 .9rem"><div style="{track}"></div>'
        f'{dots}</div><div style="{ends}"><span>not qualified</span><span>qualified</span></div></div>'
    )


def _dot(team: Team, share: float, before: int) -> str:
    place = f"left:calc({round(100 * share)}% + {before * 1.3:.1f}rem)"
    title = f"{team.value}: {round(100 * share)} % qualified"
    look = f"{_DOT};{place};background:{TEAM_INKS[team]}"
    return f'<span title="{escape(title)}" style="{look}">{team.value[0].upper()}</span>'


def _people(heard: Iterable[tuple[Participant, Judged]]) -> str:
    """Everybody by team with what they said."""
    every = list(heard)
    rows = []
    for team in VOTING_TEAMS:
        chips = "".join(_person(person, said) for person, said in every if person.team is team)
        if chips:
            dot = f'<span style="color:{TEAM_INKS[team]}">●</span>'
            rows.append(f'<div style="margin:.1rem 0">{dot} {team.value.capitalize()} {chips}</div>')
    return "".join(rows)


def _person(person: Participant, said: Judged) -> str:
    words = escape(f"{person.name}: {said.judgement.value}")
    return (
        f'<span role="img" title="{words}" aria-label="{words}" '
        f'style="{_PERSON};{_LOOKS[said.judgement]}">{SIGNS[said.judgement]} {escape(person.name)}</span>'
    )


def _reasons(heard: Iterable[tuple[Participant, Judged]]) -> str:
    look = "margin:.4rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.925rem;line-height:1.45"
    return "".join(
        f'<p dir="auto" style="{look}"><strong>{escape(person.name)}</strong> {SIGNS[said.judgement]} '
        f"{escape(said.reason)}</p>"
        for person, said in heard
        if said.reason
    )
