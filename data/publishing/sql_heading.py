"""What stands above the query, as comments: which definition it is, and what each column must hold."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.sql_columns import Columns
from definitions.document import Document, sha256
from definitions.texts import line, seen

MOST = 120


def heading(document: Document, columns: tuple[Columns, ...]) -> str:
    """The comments, one a line; no text of a person can end one."""
    return "\n".join(f"-- {each}" for each in _lines(document, columns))


def _lines(document: Document, columns: tuple[Columns, ...]) -> Iterator[str]:
    yield f"What a qualified lead is at {_quoted(document.company)}: the scorecard as a query."
    yield f"Version {document.version}, fingerprint (SHA-256) {sha256(document)}."
    yield "Put your own table or view in place of leads. It has one row a lead and these columns, each with"
    yield "the label of the answer as the definition writes it; anything else counts as not answered:"
    for column, criterion in zip(columns, document.criteria, strict=True):
        yield f"  {column.answer}: the answer to {_quoted(criterion.name)}."
    yield "Added are points and gate (1: passed) of each answer, points, gates_passed (1: all) and verdict."


def _quoted(text: str) -> str:
    """A person's text on one line, as it is seen; the closing mark keeps a backslash from the line's end."""
    shown = line(seen(text))
    return f"“{shown if len(shown) <= MOST else shown[: MOST - 1] + '…'}”"
