"""Assessments as a list: chosen, searched, a page of them, each with a way to open it."""

from __future__ import annotations

import streamlit as st

from data.assessments.assessing import tried
from data.assessments.assessment import Assessment, Channel
from data.assessments.store import Page
from data.assessments.wanted import Wanted
from data.rooms import rooms
from definitions.phrases import points
from definitions.scorecard import Verdict
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import ago
from pages.simulate.receipt_table import verdict_badge

A_PAGE = 10
PLACE = "assessments"
PAGE = "assessments.page"
OPEN = "assessments.open"
MINE, WAITING = "Mine", "Waiting for somebody"
CHANNELS = {
    Channel.VETTED: "Vetted",
    Channel.SELF_QUALIFIED: "Self-qualified",
    Channel.API: "By another system",
}


def ask_wanted(here: Here) -> Wanted:
    """Which assessments to list."""
    with st.container(horizontal=True, vertical_alignment="center"):
        search = st.text_input(
            "Search", key="assessments.search", type="search", placeholder="Search", width=220,
            label_visibility="collapsed",
        )  # fmt: skip
        whose = st.segmented_control(
            "Whose", ["All", MINE, WAITING], default="All", required=True, key="assessments.whose",
            label_visibility="collapsed",
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        verdict = st.pills(
            "Verdict", list(Verdict), key="assessments.verdict", label_visibility="collapsed",
            format_func=lambda verdict: verdict.value.capitalize(),
        )  # fmt: skip
        channel = st.pills(
            "How it came", list(Channel), key="assessments.channel", label_visibility="collapsed",
            format_func=lambda channel: CHANNELS[channel],
        )  # fmt: skip
    mine = here.me.id if whose == MINE else None
    return Wanted(mine, verdict, channel, (search or "")[:200], whose == WAITING)


def found(here: Here, wanted: Wanted) -> Page:
    """The page of assessments on the screen."""
    store, at = rooms().ledger.assessments, session.typed(PAGE, 1)
    page = tried(lambda: store.assessments_of(here.workshop.id, wanted, at, A_PAGE))
    last = max(1, -(-page.total // A_PAGE))
    if at <= last:
        return page
    session.fill(PAGE, last)
    return tried(lambda: store.assessments_of(here.workshop.id, wanted, last, A_PAGE))


def show_list(here: Here, page: Page) -> None:
    """A row for each, the newest first, and the pages."""
    for each in page.assessments:
        _show_row(here, each)
    pages = -(-page.total // A_PAGE)
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, key=PAGE)


def _show_row(here: Here, each: Assessment) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"assessment.{each.id}"):
        waits = " :orange-badge[:material/inbox: Waiting]" if each.waits else ""
        st.markdown(
            f"**{label(each.reference)}** {verdict_badge(each.verdict)}{waits}  \n"
            f":small[{' · '.join(described(here, each))}]",
            width="stretch",
        )
        st.button(
            "Open", key=f"assessment.open.{each.id}", on_click=turn_to, args=(each.id,),
            help=f"Open {label(each.reference)}",
        )  # fmt: skip


def described(here: Here, each: Assessment) -> list[str]:
    """What is said of an assessment beside its reference and verdict."""
    by = label(here.workshop.name_of(each.by_id)) if each.by_id else ""
    said = [points(each.points), label(each.source), CHANNELS[each.channel].lower(), by]
    return [text for text in (*said, f"version {each.version}", ago(each.made_at, here.now)) if text]


def turn_to(assessment_id: str | None) -> None:
    """Open one assessment, or go back to the list. In a callback."""
    session.note(OPEN, assessment_id)
