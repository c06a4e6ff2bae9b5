"""People's texts inside Markdown and labels: shown as typed, never obeyed."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER = "\u2060"
"""An invisible character that keeps two others from being read as one sign."""
_SIGNS = re.compile(r"(:|@|<(?=\\?[-=])|[-=](?=\\?[->])|[>~](?=\\?=)|www(?=\\?\.))", re.IGNORECASE)
_BREAK = "\u200b"
"""An invisible place where a line may end."""
_LETTER = r"(?:\\[!-~]|[^\s\\|*`\[\]])"
_LONG = re.compile(rf"{_LETTER}{{10}}(?={_LETTER}{{4}})")


def plain(text: str) -> str:
    """A person's text for a Markdown place with several lines: each character means itself.

    Backslashes alone are not enough: Streamlit turns ``:smile:``, ``->`` and addresses into signs and
    links after Markdown is read, so an invisible joiner parts them.
    """
    lines = _escaped(text).split("\n")
    return "  \n".join(_indented(line) for line in lines)


def label(text: str) -> str:
    """A person's text for a place with one line, such as a button or a heading."""
    return _escaped(" ".join(text.split()))


def parted(text: str) -> str:
    """Text in which Streamlit finds no sign, emoji or address to make of it; backslashes may stand in it."""
    return _SIGNS.sub(rf"\1{_JOINER}", text)


def breakable(row: str) -> str:
    """A table's row in Markdown whose long words may end a line anywhere: it then fits a phone."""
    return _LONG.sub(rf"\g<0>{_BREAK}", row)


def _escaped(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", parted(text))


def _indented(line: str) -> str:
    """A line with its blanks kept. An empty one holds a blank too, so that a text stays one paragraph."""
    kept = re.sub(r"^ +| {2,}", lambda blanks: "\u00a0" * len(blanks.group()), line.replace("\t", "    "))
    return kept or "\u00a0"
