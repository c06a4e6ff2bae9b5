"""Typed text in Markdown: whatever a person wrote shows as they wrote it."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import combining

from definitions.directions import isolated

NO_BREAK_SPACE = "\u00a0"
JOINER = "\u034f"
MOST_MARKS = 30
"""Unicode's limit for accents on one letter (UAX 15, stream-safe text); programs crawl beyond it."""
SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~^$@#])")
ENTITY = re.compile(r"&(?=#|\w+;)")
SHORTCODE = re.compile(r":(?=[\w+-]+:)")
LINE_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")
BLANKS = re.compile(r"^ +| {2,}")
LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")


def escaped(text: str) -> str:
    """Typed text of any number of lines as one Markdown paragraph; each line break is kept."""
    return "\\\n".join(escaped_line(line) or NO_BREAK_SPACE for line in LINE_ENDS.split(text))


def escaped_line(line: str) -> str:
    """One line of typed text as Markdown, its writing direction kept apart from its surroundings."""
    return plain(isolated(line))


def plain(line: str) -> str:
    """One line in which nothing is Markdown; blanks stand as they were typed."""
    line = SPECIAL.sub(r"\\\1", line.replace("\t", "    ").rstrip())
    line = SHORTCODE.sub(r"\\:", ENTITY.sub(r"\\&", line))
    line = LINE_START.sub(_held, line)
    return _stream_safe(BLANKS.sub(_kept, line))


def _held(start: re.Match[str]) -> str:
    """A line's start that would open a list or a heading, held back by a backslash."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _kept(blanks: re.Match[str]) -> str:
    """Blanks that would be folded, as blanks that are not."""
    if blanks.start() == 0:
        return NO_BREAK_SPACE * len(blanks[0])
    return f"{NO_BREAK_SPACE * (len(blanks[0]) - 1)} "


def _stream_safe(line: str) -> str:
    """The line with an invisible joiner after every 30 accents in a row."""
    if line.isascii():
        return line
    runs = ((marks, list(run)) for marks, run in groupby(line, lambda c: combining(c) > 0))
    return "".join(_joined(run) if marks else "".join(run) for marks, run in runs)


def _joined(marks: list[str]) -> str:
    pieces = (marks[start : start + MOST_MARKS] for start in range(0, len(marks), MOST_MARKS))
    return JOINER.join("".join(piece) for piece in pieces)
