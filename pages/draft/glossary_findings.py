"""What is amiss with the draft's words: each finding in a sentence, and the way to mend it."""

from __future__ import annotations

import streamlit as st

from alignment.glossary import findings
from data.starter import terms
from definitions.contents import ContentKind
from definitions.glossaries.finding import Finding, FindingKind
from definitions.phrases import counted
from definitions.texts import fold_name
from pages.draft import proposing
from pages.draft.lists import page_of
from pages.shared.session import Here
from pages.shared.text import plain

A_PAGE = 5
GRAVE = frozenset({FindingKind.COLLISION, FindingKind.CIRCULAR})


def show_findings(here: Here, can_draft: bool) -> None:
    """All findings, a few a page, folded away until somebody wants to see them."""
    found = findings(here.workshop, terms())
    if not found:
        return
    words = f"{counted(len(found), 'finding').capitalize()} about the words of the draft"
    fold = st.expander(words, key="glossary.findings", icon=":material/spellcheck:", on_change="rerun")
    if fold.open:
        with fold:
            _show_page(found, can_draft)


def _show_page(found: tuple[Finding, ...], can_draft: bool) -> None:
    slot = st.container(gap="small")
    page = page_of(len(found), "glossary.findings_page", A_PAGE)
    with slot:
        for finding in found[page]:
            _show(finding, can_draft)


def _show(finding: Finding, can_draft: bool) -> None:
    colour, icon = ("red", "error") if finding.kind in GRAVE else ("orange", "warning")
    badge = f":{colour}-badge[:material/{icon}: {finding.kind.value.capitalize()}]"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{badge} {plain(finding.sentence)}", width="stretch")
        if can_draft and finding.kind is FindingKind.UNDEFINED:
            st.button(
                "Define it",
                key=f"glossary.define.{fold_name(finding.word)}",
                icon=":material/add:",
                type="tertiary",
                on_click=proposing.begin,
                args=(ContentKind.TERM, finding.word),
            )
