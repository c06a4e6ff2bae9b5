"""Several items in one field or cell: one a line, further lines of an item indented by two blanks."""

from __future__ import annotations

from collections.abc import Iterable

_INDENT = "  "


def joined(items: Iterable[str]) -> str:
    """Items as one text, from which ``parted`` makes the same items again."""
    return "\n".join(item.replace("\n", f"\n{_INDENT}") for item in items)


def parted(text: str) -> tuple[str, ...]:
    """The items of a text; lines without anything on them are not items."""
    items: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if items and line.startswith(_INDENT):
            items[-1] += f"\n{line.removeprefix(_INDENT)}"
        elif line.strip():
            items.append(line)
    return tuple(items)
