"""What an understanding check shows: the share right by team, and which clauses were misread."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from alignment.people import VOTING_TEAMS, Team
from alignment.topics import JUDGING
from alignment.understanding import UnderstandingCheck
from alignment.understood import Misread, Right, Understood, understood
from definitions.phrases import counted
from pages.publish.check.judging import answers_table, latest_check, show_told
from pages.shared import live, session
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS
from pages.shared.text import label

_GRID = (
    "display:grid;grid-template-columns:max-content minmax(3rem,1fr);gap:.5rem .75rem;align-items:center;"
    "font-size:.875rem;line-height:1.3;max-width:40rem;margin-bottom:.75rem"
)
_TRACK = "height:.6rem;border-radius:.3rem;background:rgba(128,128,128,.28);overflow:hidden"
MOST = 5


@st.fragment
def show_outcome() -> None:
    """How well the version in force is understood, kept up to date by itself."""
    found = session.look()
    check = latest_check(found) if found is not None else None
    if found is None or check is None:
        return
    counted_up = understood(found.workshop, check)
    st.subheader(finding(counted_up), anchor=False)
    if counted_up.together.people:
        st.html(f'<div style="{_GRID}">{"".join(_rows(counted_up))}</div>')
        _show_small(found, counted_up)
        _show_misread(counted_up.misread)
        _show_leads(found, check, counted_up)
    live.listen(JUDGING, head=found.workshop.head, key="live.understanding")


def finding(counted_up: Understood) -> str:
    """What came of it, as one sentence."""
    together = counted_up.together
    if not together.given:
        return "Nobody has judged a lead yet."
    people = counted(together.people, "person").capitalize()
    return f"{people} judged {together.right} of {together.given} as the definition does."


def _rows(counted_up: Understood) -> Iterable[str]:
    for team in VOTING_TEAMS:
        right = counted_up.by_team.get(team)
        if right is not None:
            yield _row(team, right)


def _row(team: Team, right: Right) -> str:
    share = right.share
    words = "nobody yet" if share is None else f"{right.right} of {right.given} right ({share:.0%})"
    width = 0 if share is None else round(100 * share)
    filled = f'<div style="width:{width}%;height:100%;background:{TEAM_INKS[team]}"></div>'
    bar = f'<div style="{_TRACK}">{filled}</div>'
    return f"<div>{team.value.capitalize()}</div><div>{bar}<small>{words}</small></div>"


def _show_small(found: Here, counted_up: Understood) -> None:
    """Say that a team is not shown because too few of it answered."""
    hidden = [team.value for team in VOTING_TEAMS if team not in counted_up.by_team]
    if hidden:
        number = found.workshop.smallest_group
        st.caption(
            f"Not shown on their own, because fewer than {number} have answered: {', '.join(hidden)}. "
            "They count in the sum."
        )


def _show_misread(misread: tuple[Misread, ...]) -> None:
    """The clauses that wrong verdicts point to, the worst first."""
    if not misread:
        st.markdown(":material/check_circle: No clause was misread.")
        return
    st.markdown("**Which clauses were misread**")
    lines = [f"- **{label(each.name)}**: {_times(each.times)}" for each in misread[:MOST]]
    st.markdown("\n".join(lines))
    st.caption(
        "Where a wrong verdict may come from several clauses, it is shared among them. "
        "Explain these clauses, or reword them in the next version."
    )


def _times(times: float) -> str:
    number = f"{times:.1f}".removesuffix(".0")
    return f"{number} wrong {'verdict' if number == '1' else 'verdicts'}"


def _show_leads(found: Here, check: UnderstandingCheck, counted_up: Understood) -> None:
    """Lead by lead: how many were right, and what the person here said, folded."""
    fold = st.expander("Lead by lead", key="understanding.leads", icon=":material/list:", on_change="rerun")
    if not fold.open:
        return
    own = check.answered.get(found.me.id, {})
    with fold:
        for lead, right in enumerate(counted_up.by_lead):
            st.markdown(
                f"**Lead {lead + 1}:** {right.right} of {right.given} right\n\n{answers_table(check, lead)}"
            )
            if lead in own:
                show_told(found, check, lead)
