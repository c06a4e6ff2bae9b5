"""Typed text in Markdown: whatever a person wrote shows as they wrote it."""

from __future__ import annotations

import re

from definitions.directions import isolated

NO_BREAK_SPACE = "\u00a0"
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
    return BLANKS.sub(_kept, line)


def _held(start: re.Match[str]) -> str:
    """A line's start that would open a list or a heading, held back by a backslash."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _kept(blanks: re.Match[str]) -> str:
    """Blanks that would be folded, as blanks that are not."""
    if blanks.start() == 0:
        return NO_BREAK_SPACE * len(blanks[0])
    return f"{NO_BREAK_SPACE * (len(blanks[0]) - 1)} "
