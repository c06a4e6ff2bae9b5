"""Columns of names as codes: sources, versions, reasons and references."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd  # type: ignore[import-untyped]

from definitions.measures.journeys import UNKNOWN, Codes
from definitions.measures.outcome_mapping import OutcomesMapping, ReasonMapping
from definitions.profiles import Flags
from definitions.texts import SHORT, line

MOST_NAMES = 500
"""Different names that are told apart; the rarest beyond count as others."""
OTHERS = "(others)"


@dataclass(frozen=True, eq=False)
class Named:
    """n codes, places in ``names``; -1 for a blank."""

    names: tuple[str, ...]
    codes: Codes


def read_names(
    connection: duckdb.DuckDBPyConnection, column: str, markers: tuple[str, ...], most: int = MOST_NAMES
) -> Named:
    """A column of the view ``rows`` as codes, the most frequent name first."""
    places, texts = _factors(connection, column)
    meant = ["" if text in markers else line(text)[:SHORT] for text in texts]
    counts = np.bincount(places[places >= 0], minlength=len(texts))
    rows: dict[str, int] = {}
    for text, count in zip(meant, counts, strict=True):
        rows[text] = rows.get(text, 0) + int(count)
    rows.pop("", None)
    ranked = sorted(rows, key=lambda name: (-rows[name], name))
    names = (*ranked[:most], *([OTHERS] if len(ranked) > most else []))
    place = {name: number for number, name in enumerate(names)}
    code = np.array([UNKNOWN if not each else place.get(each, most) for each in meant] or [UNKNOWN], np.int16)
    return Named(names, np.where(places >= 0, code[places], np.int16(UNKNOWN)))


def read_references(
    connection: duckdb.DuckDBPyConnection, column: str, markers: tuple[str, ...]
) -> tuple[Codes, list[str]]:
    """The references: n numbers from 0, the same for the same text, -1 for none; and the n texts."""
    places, texts = _factors(connection, column)
    tidied = ["" if text in markers else line(text)[:SHORT] for text in texts]
    again, _ = pd.factorize(np.array(tidied, object))
    blank = np.array([not each for each in tidied] or [True])
    numbers = np.append(again, UNKNOWN).astype(np.int32)
    numbers[:-1][blank[: len(again)]] = UNKNOWN
    return numbers[places], [*map([*tidied, ""].__getitem__, places)]


def read_reasons(
    connection: duckdb.DuckDBPyConnection, mapping: OutcomesMapping
) -> tuple[tuple[ReasonMapping, ...], Codes]:
    """The reasons that occur, and n places in them; what is not mapped keeps its own words."""
    assert mapping.reason is not None
    found = read_names(connection, mapping.reason, mapping.leads.missing_in(mapping.reason))
    meant = {line(value)[:SHORT]: reason for reason in mapping.reasons for value in reason.values}
    each = [meant.get(name) or ReasonMapping(words=name) for name in found.names]
    unique = tuple(dict.fromkeys(reason.model_copy(update={"values": ()}) for reason in each))
    place = [unique.index(reason.model_copy(update={"values": ()})) for reason in each]
    return unique, np.append(np.array(place, np.int16), np.int16(UNKNOWN))[found.codes]


def has_one_of(connection: duckdb.DuckDBPyConnection, column: str, values: tuple[str, ...]) -> Flags:
    """n: whether a column of the view ``rows`` has one of the values, as they are spelled."""
    query = f"SELECT coalesce(list_contains(?, {column}), false) AS y FROM rows"  # noqa: S608 - c01, ...
    return np.asarray(connection.execute(query, [list(values)]).fetchnumpy()["y"], bool)


def _factors(connection: duckdb.DuckDBPyConnection, column: str) -> tuple[Codes, list[str]]:
    query = f"SELECT nullif(trim({column}), '') AS v FROM rows"  # noqa: S608 - the column is c01, ...
    texts = connection.execute(query).df()["v"].to_numpy(object)
    places, names = pd.factorize(texts, use_na_sentinel=True)
    return places.astype(np.int64), [str(name) for name in names]
