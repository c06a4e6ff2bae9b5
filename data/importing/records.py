"""The rows of a delimited text, exactly: every character belongs to one row, broken ones included."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from data.importing.limits import MOST_CELL

MOST_LINES = 2_000
"""Lines that one quoted value may span before its quotation mark counts as never closed."""
UNCLOSED = "A quotation mark is opened and never closed."
STRAY = "A quotation mark stands in the middle of a value."
TOO_LONG = "The row is longer than a million characters."
END_OF_FILE = "\x1a"
"""What old programs write behind the last row."""
csv.field_size_limit(2 * MOST_CELL)


class Record(NamedTuple):
    """One row: its first line from 1, its cells, its text, and what is wrong with it, if anything."""

    line: int
    cells: list[str]
    text: str
    fault: str | None = None


class _Lines:
    """Lines with their numbers, which can be put back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.rest = iter(lines)
        self.back: deque[tuple[int, str]] = deque()
        self.number = 0

    def __iter__(self) -> Iterator[tuple[int, str]]:
        while True:
            if self.back:
                yield self.back.popleft()
                continue
            line = next(self.rest, None)
            if line is None:
                return
            self.number += 1
            yield self.number, line


def records(lines: Iterable[str], delimiter: str, width: int | None = None) -> Iterator[Record]:
    """The rows as RFC 4180 has them; where that fails, a line is a faulty row and reading goes on after it.

    Lines keep their ends. ``width`` tells a value over many lines from a forgotten quotation mark.
    """
    source = _Lines(lines)
    for number, line in source:
        if len(line) > MOST_CELL:
            yield Record(number, [line[:200]], line[:MOST_CELL], TOO_LONG)
        elif '"' in line:
            yield _quoted(source, number, line, delimiter, width)
        else:
            text = "" if line == END_OF_FILE else line.rstrip("\r\n")
            yield Record(number, text.split(delimiter) if text else [], text)


def _quoted(source: _Lines, number: int, line: str, delimiter: str, width: int | None) -> Record:
    taken = [(number, line)]
    cells = _strictly(_taking(source, taken), delimiter)
    text = "".join(part for _, part in taken)
    if cells is not None and (len(taken) == 1 or not _swallowed(taken, cells, delimiter, width)):
        return Record(number, cells, text.rstrip("\r\n"))
    source.back.extendleft(reversed(taken[1:]))
    if '\\"' in line and (cells := _strictly([line], delimiter, escape="\\")) is not None:
        return Record(number, cells, line.rstrip("\r\n"))
    fault = STRAY if len(taken) == 1 else UNCLOSED
    if len(taken) == 1 and not source.back and line.count('"') % 2:
        fault = UNCLOSED
    return Record(number, line.rstrip("\r\n").split(delimiter), line.rstrip("\r\n"), fault)


def _taking(source: _Lines, taken: list[tuple[int, str]]) -> Iterator[str]:
    yield taken[0][1]
    size = len(taken[0][1])
    for number, line in islice(source, MOST_LINES):
        taken.append((number, line))
        size += len(line)
        if size > MOST_CELL:
            return
        yield line


def _strictly(lines: Iterable[str], delimiter: str, escape: str | None = None) -> list[str] | None:
    """One row's cells; with an ``escape`` before quotation marks that belong to a value."""
    doubled = escape is None
    try:
        return next(
            csv.reader(lines, delimiter=delimiter, strict=True, doublequote=doubled, escapechar=escape)
        )
    except (csv.Error, StopIteration):
        return None


def _swallowed(taken: list[tuple[int, str]], cells: list[str], delimiter: str, width: int | None) -> bool:
    """Whether a value over many lines rather holds whole rows: a quotation mark was forgotten."""
    if width is None or width < 2 or len(cells) == width:
        return False
    inner = (_strictly([line], delimiter) for _, line in taken[1:])
    return any(found is not None and len(found) == width for found in inner)
