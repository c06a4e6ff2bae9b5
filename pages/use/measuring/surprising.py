"""Surprises: leads that were accepted and lost, and leads that were rejected and then won."""

from __future__ import annotations

import streamlit as st

from definitions.measures.codes import Close, Decision
from definitions.measures.evidence import Rate
from definitions.measures.surprises import surprises, surprises_sentence, surprising_rows
from pages.shared.text import plain
from pages.use.measuring.lead_list import show_list
from pages.use.measuring.view import View


def show_surprises(view: View) -> None:
    """Both with their shares, and which leads they are."""
    found = surprises(view.counted)
    st.markdown(f"**{plain(surprises_sentence(found))}**")
    _show(view, "Rejected and then won", found.missed, (Decision.REJECTED, Close.WON))
    st.caption("What these have in common is what the definition misses.")
    _show(view, "Accepted and wasted", found.wasted, (Decision.ACCEPTED, Close.LOST))


def _show(view: View, title: str, rate: Rate, kind: tuple[Decision, Close]) -> None:
    st.markdown(f"#### {title}")
    share = rate.words.replace("leads", "that closed") if rate.enough else rate.words
    st.markdown(plain(f"{share[:1].upper()}{share[1:]}."))
    wanted = view.wanted if view.filtered else None
    show_list(view, title.lower(), surprising_rows(view.everything, *kind, wanted), {})
