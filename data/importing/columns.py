"""What each column of a raw table seems to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.importing.markers import BELOW, MARKED, MARKED_PLAINLY, NINES, number_markers
from data.importing.measures import Measures, decimal_of, measures
from data.importing.numbers import Decimal
from data.importing.personal import FREE_TEXT, personal_reason
from data.importing.raw_table import confined
from data.importing.table import Tell
from data.importing.understood import Column, Progress, Type
from data.importing.values import Counted, counted, distinct_counts, extremes, not_numbers, top

MOST_LISTED = 200
IDENTIFIER = re.compile(
    r"(^|[ _-])(id|ids|guid|uuid|key|code|number|no|nr|ref|#)\.?$|^id\b|\bid\b", re.IGNORECASE
)


def described(
    raw: Path, columns: Sequence[Column], decimal: Decimal | None, tell: Tell
) -> tuple[tuple[Column, ...], Decimal]:
    """The columns with what their values look like, and the decimal sign their numbers have."""
    with confined(raw) as connection:
        table = connection.read_parquet(str(raw))
        names = [column.name for column in columns]
        sign = decimal or decimal_of(table, names)
        abouts = distinct_counts(table, names)
        found: list[Column] = []
        for place, column in enumerate(columns):
            tell(Progress(step="Looking at the columns", done=place, of=len(columns)))
            with counted(connection, table, column.name, abouts[place]) as values:
                found.append(_described(column, values, sign))
    return tuple(found), sign


def _described(column: Column, values: Counted, decimal: Decimal) -> Column:
    seen = measures(values, decimal)
    frequent = top(values)
    blanks = top(values, MARKED if values.grouped else MARKED_PLAINLY)
    words = tuple(value for value, _ in blanks)
    real = max(seen.filled - sum(rows for _, rows in blanks), 1)
    kind = _type(column.header, seen, real)
    markers, least, most = words, seen.first_date, seen.last_date
    update: dict[str, object] = {}
    if kind is Type.NUMBER:
        if seen.numbers < real:
            rest, rows = not_numbers(values, decimal, words, MOST_LISTED)
            update = {"not_understood": rest, "not_understood_rows": rows}
        markers, least, most = _numbers(values, decimal, frequent, seen, words)
    reason = _personal(column.header, seen)
    return column.model_copy(
        update={
            "filled": seen.filled,
            "distinct": seen.distinct,
            "top": () if reason == FREE_TEXT else tuple((value[:200], rows) for value, rows in frequent),
            "numeric": min(1.0, seen.numbers / real),
            "least": least,
            "most": most,
            "type": kind,
            "personal": reason,
            "missing_markers": markers,
            "fragile": bool(seen.padded or seen.long),
            **update,
        }
    )


def _numbers(
    values: Counted,
    decimal: Decimal,
    frequent: tuple[tuple[str, int], ...],
    seen: Measures,
    words: tuple[str, ...],
) -> tuple[tuple[str, ...], str | None, str | None]:
    """The markers with those that are numbers, and the extremes without them."""
    least, most = seen.least, seen.most
    numbers: tuple[str, ...] = ()
    if any(value.strip() in (*NINES, *BELOW) for value, _ in frequent):
        others = extremes(values, decimal, (*NINES, *BELOW))
        numbers = number_markers(frequent, seen.filled, *others)
        least, most = extremes(values, decimal, numbers)
    return (*words, *numbers), _written(least), _written(most)


def _written(number: float | None) -> str | None:
    return None if number is None else f"{number:.15g}"


def _type(header: str, seen: Measures, real: int) -> Type:
    """The proposal: identifiers first, since a number that is read as one may lose digits."""
    if not seen.filled:
        return Type.TEXT
    varied = seen.distinct / seen.filled
    named = IDENTIFIER.search(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)) is not None
    if seen.codes > 0.5 * real or (_loses_digits(seen) and varied > 0.02) or (named and varied > 0.5):
        return Type.IDENTIFIER
    if seen.dates >= 0.9 * real:
        return Type.DATE
    if seen.yes_no >= real and seen.distinct > 1:
        return Type.YES_NO
    return Type.NUMBER if seen.numbers >= 0.5 * real else Type.TEXT


def _loses_digits(seen: Measures) -> bool:
    return bool(seen.padded or seen.long) and seen.numbers + seen.powers > 0.5 * seen.filled


def _personal(header: str, seen: Measures) -> str | None:
    filled = max(seen.filled, 1)
    phones = 0.0 if seen.dates > 0.5 * filled or seen.codes > 0.5 * filled else seen.phones / filled
    if seen.numbers > 0.9 * filled and not seen.padded:
        phones = phones if re.search("phone|mobile|tel", header, re.IGNORECASE) else 0.0
    return personal_reason(
        header, seen.distinct / filled, seen.length, seen.e_mails / filled, phones, seen.lines / filled
    )


def column_warnings(columns: Sequence[Column]) -> tuple[str, ...]:
    """What a person should know about the values of a column."""
    unread = [column for column in columns if column.not_understood_rows]
    said = tuple(
        f"In “{column.header[:60]}” {column.not_understood_rows:,} values are not numbers, "
        f"such as “{column.not_understood[0][0][:40]}”."
        for column in unread[:10]
        if column.not_understood
    )
    return (*said, *_kept_as_text(columns))


def _kept_as_text(columns: Sequence[Column]) -> Iterator[str]:
    """Identifiers that would lose digits or zeros if they were taken for numbers."""
    names = [column.header[:60] for column in columns if column.type is Type.IDENTIFIER and column.fragile]
    if names:
        shown = ", ".join(f"“{name}”" for name in names[:8])
        yield f"Long numbers and leading zeros stay as they are written, digit for digit: {shown}."
