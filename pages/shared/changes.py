"""What changed between two wordings: what went is struck through, what came is marked with a plus."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from alignment.clauses import Revision
from definitions.contents import Content
from definitions.differences import ChangeKind, Difference, WordChange, differences, word_changes

_REMOVED = "background:rgba(200,80,20,.16);text-decoration:line-through"
_ADDED = "background:rgba(0,130,90,.18);text-decoration:underline"
_LINE = "margin:0 0 .4rem;font-size:.9rem;white-space:pre-wrap;overflow-wrap:anywhere"


def show_changes(old: Content, new: Content) -> None:
    """What changed from one wording to another, a line each."""
    found = differences(old, new)
    if not found:
        st.caption("Nothing in the wording changed.")
        return
    st.html("".join(_line(difference) for difference in found))


def show_changes_since(before: Revision, now: Revision, *, agreed: bool = False, voted: bool = True) -> None:
    """What changed since the wording that people voted on, or that the teams agreed on."""
    words = f"the vote on wording {before.number}" if voted else f"wording {before.number}"
    also = ", which was agreed" if agreed else ""
    if not differences(before.content, now.content):
        st.caption(f":material/lock_open: Opened again, in the same words as wording {before.number}{also}.")
        return
    st.markdown(f":material/difference: **Changed since {words}{also}**")
    show_changes(before.content, now.content)


def show_lines(lines: Iterable[tuple[str, tuple[WordChange, ...]]]) -> None:
    """Lines of which every piece is marked already; what each is about stands before it."""
    shown = "".join(_marked_line(what, pieces) for what, pieces in lines)
    if shown:
        st.html(shown)


def _marked_line(what: str, pieces: tuple[WordChange, ...]) -> str:
    head = f"<b>{escape(what)}:</b> " if what else ""
    return f'<p style="{_LINE}">{head}{"".join(_piece(piece.kind, piece.text) for piece in pieces)}</p>'


def _line(difference: Difference) -> str:
    return f'<p style="{_LINE}"><b>{escape(difference.what)}:</b> {_marked(difference)}</p>'


def _marked(difference: Difference) -> str:
    if not difference.before:
        return _added(difference.after)
    if not difference.after:
        return _removed(difference.before)
    pieces = word_changes(difference.before, difference.after)
    return "".join(_piece(piece.kind, piece.text) for piece in pieces)


def _piece(kind: ChangeKind, text: str) -> str:
    if kind is ChangeKind.SAME or not text.strip():
        return escape(text) if kind is not ChangeKind.REMOVED else ""
    return _added(text) if kind is ChangeKind.ADDED else _removed(text)


def _added(text: str) -> str:
    return f'<ins style="{_ADDED}">+{escape(text)}</ins>'


def _removed(text: str) -> str:
    return f'<del style="{_REMOVED}">{escape(text)}</del>'
