"""Column names as they are shown: tidy, short, and all different; what was changed is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data.importing.understood import Column
from definitions.texts import SHORT, fold_name, tidy


def columns_of(names: Sequence[str], width: int) -> tuple[Column, ...]:
    """One column each, c01, c02, ...; ``names`` may be fewer than the columns, or none at all."""
    written = [*names, *[""] * (width - len(names))]
    taken = Counter[str]()
    columns: list[Column] = []
    for number, name in enumerate(written, start=1):
        header, changed = _shown(name, number, bool(names))
        header, again = _distinct(header, taken)
        columns.append(Column(name=f"c{number:02d}", header=header, header_changed=again or changed))
    return tuple(columns)


def _shown(name: str, number: int, has_names: bool) -> tuple[str, str | None]:
    plain = " ".join(tidy(name).split())
    if not plain:
        return f"Column {number}", "The column had no name." if has_names else None
    if len(plain) > SHORT:
        return plain[: SHORT - 1] + "…", f"The name had {len(plain):,} characters and was cut."
    return plain, "Line breaks or blanks in the name were tidied." if plain != name.strip() else None


def _distinct(header: str, taken: Counter[str]) -> tuple[str, str | None]:
    """The header, numbered if a column to the left has it already; case and blanks do not count."""
    found, number = header, 1
    while fold_name(found) in taken:
        number += 1
        ending = f" ({number})"
        found = header[: SHORT - len(ending)] + ending
    taken[fold_name(found)] += 1
    return found, f"Another column is called “{header}”, too." if number > 1 else None


def header_warnings(columns: Sequence[Column]) -> tuple[str, ...]:
    """What was changed about the names, in one sentence."""
    changed = [column.header for column in columns if column.header_changed]
    if not changed:
        return ()
    shown = ", ".join(f"“{header[:60]}”" for header in changed[:8])
    more = f" and {len(changed) - 8} more" if len(changed) > 8 else ""
    return (f"Column names that were missing, double, too long or broken were changed: {shown}{more}.",)
