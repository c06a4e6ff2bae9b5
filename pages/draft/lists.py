"""A list of clause cards: filtered by status, searched, a few a page."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause, Status
from alignment.narrowing import about
from alignment.standing import status
from alignment.workshop import Phase
from definitions.contents import ContentKind
from definitions.glossaries.searching import place_of
from pages.shared import session, tallies
from pages.shared.cards import show_card
from pages.shared.session import Here
from pages.shared.statuses import LOOKS
from pages.shared.text import plain

A_PAGE = 6
LOCK = ":material/lock:"


def of_kind(here: Here, kind: ContentKind) -> list[Clause]:
    """The clauses of a kind in the order proposed, those left out last."""
    clauses = [clause for clause in here.workshop.clauses.values() if clause.kind is kind]
    return sorted(clauses, key=lambda clause: clause.left_out)


def show_cards(here: Here, kind: ContentKind) -> None:
    """The cards of a kind, with filter and search where there are enough of them."""
    clauses = of_kind(here, kind)
    statuses = {clause.id: status(here.workshop, clause, here.now) for clause in clauses}
    if len(clauses) > A_PAGE:
        clauses = _ask_which(clauses, statuses, kind)
    if not clauses:
        st.info(
            "Nothing matches. Choose another status or search for something else.",
            icon=":material/search_off:",
        )
    slot = st.container()
    page = page_of(len(clauses), f"list.{kind.value}.page")
    with slot:
        for clause in clauses[page]:
            show_card(clause.id)
    if any(clause.round is not None for clause in clauses):
        st.caption(f"{tallies.LEGEND}.")


def _ask_which(clauses: list[Clause], statuses: dict[str, Status], kind: ContentKind) -> list[Clause]:
    present = set(statuses.values())
    with st.container(horizontal=True, vertical_alignment="center"):
        sought = st.text_input(
            "Search",
            key=f"list.{kind.value}.search",
            type="search",
            placeholder="Search",
            width=220,
            label_visibility="collapsed",
        )
        chosen = st.pills(
            "Status",
            [stands for stands in Status if stands in present],
            key=f"list.{kind.value}.status",
            format_func=lambda stands: LOOKS[stands].word,
            label_visibility="collapsed",
        )
    kept = [clause for clause in clauses if chosen is None or statuses[clause.id] is chosen]
    return _found(kept, sought) if sought else kept


def _found(clauses: list[Clause], sought: str) -> list[Clause]:
    """The clauses in which all words stand: those by name first, then by synonym, then by text."""
    placed = [(place_of(clause.content, sought), clause) for clause in clauses]
    kept = [(place, clause) for place, clause in placed if place is not None]
    return [clause for _, clause in sorted(kept, key=lambda one: one[0])]


def page_of(number: int, key: str, a_page: int = A_PAGE) -> slice:
    """Which of a number of things are on the page chosen; shows the pages where there are several."""
    pages = -(-number // a_page)
    if pages < 2:
        return slice(None)
    if session.typed(key, 1) > pages:
        session.fill(key, pages)
    with st.container(horizontal_alignment="center"):
        page = st.pagination(pages, key=key)
    return slice((page - 1) * a_page, page * a_page)


def show_why_closed(here: Here) -> bool:
    """Say why nothing can be drafted here now, if so; gives whether anything can."""
    if here.workshop.phase is Phase.FROZEN:
        st.info("The draft is frozen for signing: nothing changes until it is signed or declined.", icon=LOCK)
    elif here.workshop.phase is Phase.PUBLISHED:
        st.info(
            f"Version {here.workshop.version} is in force. A facilitator can open a new draft to change it.",
            icon=":material/verified:",
        )
    elif not (here.me.votes or here.me.facilitator):
        st.caption("You observe: you see everything, and the three teams draft and vote.")
    elif here.workshop.only:
        st.info(f"{plain(about(here.workshop))} Nothing else changes.", icon=":material/filter_center_focus:")
    else:
        return True
    return False
