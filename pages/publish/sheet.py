"""The definition on a sheet, in the very words of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from data.publishing.files import svg
from data.publishing.markdown import written
from data.publishing.pictures import PICTURE
from data.publishing.prose import linked_elsewhere
from definitions.document import SignedDocument
from definitions.glossaries.wording import term_meaning
from definitions.glossary import Term
from pages.shared.text import breakable, label, parted

TOP = "document"
GLOSSARY = f"{TOP}-glossary"
CHART_WIDTH = 560
MOST_TOLD = 280
"""Characters of a term's meaning that are told over a link to it; the rest stands in the glossary."""
_RULE = re.compile(r"\| (:-|-)")
"""How the line between a table's heads and rows begins; whatever people type there is escaped."""
_ITEM = re.compile(r"^### ", re.MULTILINE)


def show_sheet(signed: SignedDocument, head: Iterable[str] = (), contents: bool = False) -> None:
    """The document as it is printed; ``head`` are more lines of Markdown under its title."""
    top, *sections = text_of(signed).split("\n\n## ")
    title, _, lines = top.partition("\n\n")
    with st.container(border=True, key="sheet", gap="small"):
        st.header(on_screen(title.removeprefix("# ")), anchor=TOP)
        st.markdown("\n\n".join((on_screen(lines), *head)))
        if contents:
            st.markdown(" · ".join(f"[{_name(section)}](#{_anchor(section)})" for section in sections))
        for section in sections:
            _show_section(section, signed)


def text_of(signed: SignedDocument) -> str:
    """The document's text; its links to terms lead to the glossary, and tell what each means."""
    told = [_told(term) for term in signed.document.terms]
    return linked_elsewhere(written(signed), lambda place: f'{GLOSSARY} "{told[place]}"')


def _told(term: Term) -> str:
    """What a term means, to stand between the quotation marks of a link's title."""
    meaning = term_meaning(term)
    return label(meaning if len(meaning) <= MOST_TOLD else f"{meaning[: MOST_TOLD - 1]}…")


def _show_section(section: str, signed: SignedDocument) -> None:
    body = section.partition("\n\n")[2]
    st.subheader(_name(section), anchor=_anchor(section))
    picture = PICTURE.search(f"\n\n{body}\n")
    if picture is None:
        st.markdown(on_screen(_ITEM.sub("#### ", body)), anchors=False)
        return
    above, _, below = body.partition(picture[0])
    st.markdown(on_screen(above), anchors=False)
    st.image(svg(signed, on_paper=True), width=CHART_WIDTH, alt=picture["alt"])
    st.markdown(on_screen(below), anchors=False)


def _name(section: str) -> str:
    return section.partition("\n")[0]


def _anchor(section: str) -> str:
    return f"{TOP}-{_name(section).lower().replace(' ', '-')}"


def on_screen(text: str) -> str:
    """The document's Markdown as Streamlit shows it: what its own Markdown adds is kept from happening."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if _RULE.match(line):
        return line
    return breakable(parted(line)) if line.startswith("| ") else parted(line)
