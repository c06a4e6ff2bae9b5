"""A moment as SQL for DuckDB: the day, the time of day, and the offset from UTC that a text names."""

from __future__ import annotations

from definitions.months import DateOrder

NOTHING = -(2**63)
"""What stands for no time; as a numpy time it is NaT."""
NO_OFFSET = -32_768
OFFSETS = {
    "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "WET": 0, "WEST": 60, "EET": 120, "EEST": 180,
    "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip
"""Zones by short names that mean one thing only, in minutes; others, such as CST and IST, mean several."""
FORMATS = {
    DateOrder.YEAR_FIRST: ("%Y %b %d", "%Y %B %d"),
    DateOrder.DAY_FIRST: ("%d-%m-%y", "%d-%m-%Y", "%d %b %y", "%d %b %Y", "%d %B %y", "%d %B %Y"),
    DateOrder.MONTH_FIRST: ("%m-%d-%y", "%m-%d-%Y", "%b %d %y", "%b %d %Y", "%B %d %y", "%B %d %Y"),
}
ALWAYS = ("%Y-%m-%d", "%Y%m%d")
"""These can only mean one thing, whatever the order of the others."""
PARTS = (
    "^(.*?)(?:[T, ]+(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d+)?\\s*([AaPp])?(?:\\.?[Mm]\\.?)?"
    "\\s*(Z|[A-Za-z]{3,4}|[+-]\\d{2}(?::?\\d{2})?)?)?$"
)
SERIAL = "[2-7]\\d{4}([.,]\\d+)?"
"""Days since 1900 as spreadsheets count them, from 1954 to 2119."""
IS_ISO = "length(t) >= 16 AND t[5] = '-' AND t[8] = '-' AND t[14] = ':'"
WHOLE = f"{IS_ISO} AND t[17] = ':'"


def moment_sql(column: str, order: DateOrder, markers: int) -> str:
    """The query for one column of the view ``rows``: filled, seconds, offset and day, a row for each.

    ``seconds``: since 1970, of the clock on the wall; ``offset``: of that clock, in minutes. ``markers``: so
    many parameters are values that stand for nothing.
    """
    missing = f" OR t IN ({', '.join('?' * markers)})" if markers else ""
    formats = (*ALWAYS, *FORMATS[order]) if order is DateOrder.YEAR_FIRST else (*FORMATS[order], *ALWAYS)
    kinds = ", ".join(f"'{each}'" for each in formats)
    return f"""
    WITH texts AS (SELECT trim({column}) AS t FROM rows),
    split AS (SELECT t, coalesce(t = ''{missing}, true) AS blank,
        CASE WHEN {WHOLE} THEN {{'d': t[:10], 'c': t[12:19], 'p': '', 'z': {_without_fraction("t[20:]")}}}
            WHEN {IS_ISO} AND regexp_full_match(t[17:], '(Z|[+-]\\d{{2}}:?\\d{{2}})?')
                THEN {{'d': t[:10], 'c': t[12:16], 'p': '', 'z': t[17:]}}
            ELSE regexp_extract(t, '{PARTS}', ['d', 'c', 'p', 'z']) END AS s FROM texts),
    parts AS (SELECT t, blank, upper(trim(s.z)) AS z, s.c AS c, {_clock()} AS clock,
        CASE WHEN blank OR t[5] = '-' THEN NULL ELSE {_number()} END AS number,
        CASE WHEN blank THEN NULL ELSE try_strptime({_day()}, [{kinds}]) END AS day FROM split),
    found AS (SELECT t, blank, number, {_offset()} AS off, c = '' AS days,
        epoch(day)::BIGINT + clock AS local FROM parts)
    SELECT NOT blank AS filled, {_seconds()} AS seconds, {_off()} AS off,
        NOT blank AND days AND (number IS NULL OR length(t) = 5) AS day FROM found
    """  # noqa: S608 - the column is c01, ...; values are parameters


def _without_fraction(text: str) -> str:
    return f"CASE WHEN {text}[1] IN ('.', ',') THEN regexp_replace({text}, '^[.,]\\d+', '') ELSE {text} END"


def _day() -> str:
    """The day's text with one mark between its parts, which are blanks where the month is a word."""
    words = "regexp_replace(trim(s.d), '[-/., ]+', ' ', 'g')"
    return f"CASE WHEN regexp_matches(s.d, '[A-Za-z]') THEN {words} ELSE translate(trim(s.d), '/.', '--') END"


def _clock() -> str:
    """Seconds of the day; NULL for what is no time of day."""
    hour, minute = "try_cast(split_part(s.c, ':', 1) AS INT)", "try_cast(split_part(s.c, ':', 2) AS INT)"
    second = "coalesce(try_cast(nullif(split_part(s.c, ':', 3), '') AS INT), 0)"
    half = f"CASE upper(s.p) WHEN 'P' THEN {hour} % 12 + 12 WHEN 'A' THEN {hour} % 12 ELSE {hour} END"
    good = f"{hour} < 24 AND {minute} < 60 AND {second} < 60"
    return f"CASE WHEN s.c = '' THEN 0 WHEN {good} THEN ({half}) * 3600 + {minute} * 60 + {second} END"


def _offset() -> str:
    """Minutes before UTC; NO_OFFSET where none is named, NULL for what is no offset."""
    hours = "try_cast(z[2:3] AS INT) * 60"
    minutes = "coalesce(try_cast(nullif(right(z, 2), '') AS INT), 0)"
    size = f"{hours} + CASE WHEN length(z) > 3 THEN {minutes} ELSE 0 END"
    named = " ".join(f"WHEN '{name}' THEN {minutes}" for name, minutes in OFFSETS.items())
    return (
        f"CASE WHEN z = '' THEN {NO_OFFSET} WHEN z IN ('Z', 'UTC', 'GMT') THEN 0 "
        f"WHEN z[1] IN ('+', '-') THEN CASE z[1] WHEN '-' THEN -({size}) ELSE {size} END "
        f"ELSE CASE z {named} END END"
    )


def _number() -> str:
    """Seconds, of a number that stands for a moment: seconds or thousandths since 1970, or a serial."""
    days = "round((try_cast(replace(t, ',', '.') AS DOUBLE) - 25569) * 86400)::BIGINT"
    return (
        f"CASE WHEN regexp_full_match(t, '\\d{{10}}') THEN t::BIGINT "
        f"WHEN regexp_full_match(t, '\\d{{13}}') THEN t::BIGINT // 1000 "
        f"WHEN regexp_full_match(t, '{SERIAL}') THEN {days} END"
    )


def _seconds() -> str:
    """Since 1970; what is nothing, unread or of another century is NOTHING."""
    known = "coalesce(number, CASE WHEN off IS NOT NULL THEN local END)"
    within = "BETWEEN epoch(TIMESTAMP '1970-01-02') AND epoch(TIMESTAMP '2200-01-01')"
    return f"CASE WHEN NOT blank AND {known} {within} THEN {known} ELSE {NOTHING} END"


def _off() -> str:
    """The offset; seconds since 1970 are of UTC, a spreadsheet's serial is of the clock on the wall."""
    stamp = "number IS NOT NULL AND regexp_full_match(t, '\\d+') AND length(t) >= 10"
    return f"CASE WHEN {stamp} THEN 0 ELSE coalesce(off, {NO_OFFSET}) END::SMALLINT"
