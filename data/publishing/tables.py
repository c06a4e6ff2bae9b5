"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TEXT, NUMBER = ":---", "---:"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """A table of cells that are already Markdown; the columns in ``numbers`` are set to the right."""
    rule = [NUMBER if column in numbers else TEXT for column in range(len(heads))]
    return "\n".join(_row(cells) for cells in (heads, rule, *rows))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
