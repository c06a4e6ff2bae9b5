"""Who flips: the leads whose verdict differs from the draft's, those of the same answers together."""

from __future__ import annotations

from hashlib import sha256

import streamlit as st

from definitions.flipped import Flipped, flipped
from definitions.phrases import counted, number
from definitions.scorecard import score
from pages.shared.lead_sets import names_of
from pages.shared.text import label, plain
from pages.simulate.receipt_table import show_receipt_of
from pages.simulate.trying import Trying
from pages.simulate.warehouse.origin import show_stays

A_PAGE = 6
MOST_NAMES = 8


def show_flips(trying: Trying) -> None:
    """A page of groups; one that is opened shows both receipts."""
    groups = flipped(trying.profiles, trying.draft, trying.tried)
    if not len(groups):
        st.markdown("**No lead gets another verdict than by the draft.**")
        st.caption("Move the threshold or change points and gates, and see here whose verdict changes.")
        return
    leads = int(groups.leads.sum())
    st.markdown(f"**{number(leads)} {'lead gets' if leads == 1 else 'leads get'} another verdict.**")
    st.caption(f"Leads of the same answers stand together, the most first: {counted(len(groups), 'group')}.")
    show_stays(trying.workshop.lead_sets.get(trying.lead_set))
    pages = -(-len(groups) // A_PAGE)
    slot = st.container(gap="xsmall")
    page = min(st.pagination(pages, key="what_if.flips_page"), pages) if pages > 1 else 1
    with slot:
        for group in groups.page((page - 1) * A_PAGE, page * A_PAGE):
            _show_group(trying, group)


def _show_group(trying: Trying, group: Flipped) -> None:
    folded = st.expander(_words(trying, group), key=f"what_if.flip.{_id(group)}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        names = names_of(trying.lead_set, trying.draft.criteria, group.answers, MOST_NAMES)
        if names:
            rest = group.leads - len(names)
            more = f" and {number(rest)} more" if rest > 0 else ""
            st.caption(f"{', '.join(label(name) for name in names)}{more}")
        before, after = st.columns(2, gap="large")
        for column, scorecard, title in (
            (before, trying.draft, "By the draft"),
            (after, trying.tried, "As tried here"),
        ):
            with column:
                st.markdown(f"**{title}**")
                show_receipt_of(score(scorecard, group.answers), scorecard)


def _id(group: Flipped) -> str:
    """Always the same for the same answers."""
    return sha256(repr(tuple(group.answers.items())).encode()).hexdigest()[:16]


def _words(trying: Trying, group: Flipped) -> str:
    """How many, from which verdict to which, and their answers, on one line."""
    counts = {"won": group.won, "lost": group.lost}
    known = ", ".join(f"{number(count)} {word}" for word, count in counts.items() if count)
    answers = " · ".join(label(group.answers.get(c.name) or "–") for c in trying.tried.criteria[:8])
    leads = f"{number(group.leads)} {'lead' if group.leads == 1 else 'leads'}"
    return (
        f"**{leads}**{f' ({known})' if known else ''}: {group.before.value} → {plain(group.after.value)}"
        f" :small[:gray[{answers}]]"
    )
