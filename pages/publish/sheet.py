"""The definition on a sheet, in the very words of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from data.publishing.markdown import markdown
from definitions.document import SignedDocument
from pages.shared.text import breakable, parted

TOP = "document"
_RULE = re.compile(r"\| (:-|-)")
"""How the line between a table's heads and rows begins; whatever people type there is escaped."""
_ITEM = re.compile(r"^### ", re.MULTILINE)


def show_sheet(signed: SignedDocument, head: Iterable[str] = (), contents: bool = False) -> None:
    """The document as it is printed; ``head`` are more lines of Markdown under its title."""
    top, *sections = markdown(signed).split("\n\n## ")
    title, _, lines = top.partition("\n\n")
    with st.container(border=True, key="sheet", gap="small"):
        st.header(on_screen(title.removeprefix("# ")), anchor=TOP)
        st.markdown("\n\n".join((on_screen(lines), *head)))
        if contents:
            st.markdown(" · ".join(f"[{_name(section)}](#{_anchor(section)})" for section in sections))
        for section in sections:
            _show_section(section)


def _show_section(section: str) -> None:
    body = section.partition("\n\n")[2]
    st.subheader(_name(section), anchor=_anchor(section))
    st.markdown(on_screen(_ITEM.sub("#### ", body)), anchors=False)


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
