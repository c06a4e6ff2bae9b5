"""Counts and wins at every threshold from the leads themselves, as other libraries would find them.

Each has the leads in memory in its own best form, answers as categories, before its time is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
from numpy.typing import NDArray
from sklearn.metrics import precision_recall_curve

from benchmarks.many_leads import ANSWERS, OUTCOME, SCORECARD, connected
from definitions.criteria import Criterion

Answer = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Leads and wins from each threshold on, lowest threshold first."""
LOWEST, HIGHEST = SCORECARD.lowest, SCORECARD.highest
WON = "Closed won"


def peers(parquet: Path) -> dict[str, Callable[[], Answer]]:
    """For each peer the function that answers; the leads are read already."""
    return {
        "pandas": _pandas(parquet),
        "polars": _polars(parquet),
        "scikit_learn": _scikit_learn(parquet),
        "duckdb": _duckdb(parquet),
    }


def _pandas(parquet: Path) -> Callable[[], Answer]:
    leads = _frame(parquet)

    def answer() -> Answer:
        counted = leads["won"].groupby(_points(leads)).agg(["size", "sum"])
        return _from_each(counted.index.to_numpy(), counted["size"].to_numpy(), counted["sum"].to_numpy())

    return answer


def _scikit_learn(parquet: Path) -> Callable[[], Answer]:
    leads = _frame(parquet)

    def answer() -> Answer:
        precision, recall, thresholds = precision_recall_curve(leads["won"], _points(leads))
        wins = recall[:-1] * leads["won"].sum()
        sent = np.divide(wins, precision[:-1], out=np.zeros_like(wins), where=precision[:-1] > 0)
        places = np.searchsorted(thresholds, np.arange(LOWEST, HIGHEST + 1))
        known = [np.append(np.rint(each), 0).astype(np.int64)[places] for each in (sent, wins)]
        return known[0], known[1]

    return answer


def _frame(parquet: Path) -> pd.DataFrame:
    columns = {c: pd.read_parquet(parquet, columns=[c])[c].astype("category") for c in ANSWERS}
    return pd.DataFrame({**columns, "won": pd.read_parquet(parquet, columns=[OUTCOME])[OUTCOME] == WON})


def _points(leads: pd.DataFrame) -> NDArray[np.int64]:
    """The points of each lead, by the code of its category; a missing one, -1, gets the last entry."""
    total = np.zeros(len(leads), dtype=np.int64)
    for column, criterion in ANSWERS.items():
        codes = leads[column].cat
        total += np.array([*map(criterion.points, codes.categories), 0])[codes.codes]
    return total


def _polars(parquet: Path) -> Callable[[], Answer]:
    kinds = {column: pl.Enum(criterion.labels) for column, criterion in ANSWERS.items()}
    read = pl.read_parquet(parquet, columns=[*ANSWERS, OUTCOME])
    leads = read.select(*(pl.col(c).cast(kind) for c, kind in kinds.items()), won=pl.col(OUTCOME) == WON)
    points = pl.sum_horizontal(_replaced(column, criterion) for column, criterion in ANSWERS.items())

    def answer() -> Answer:
        counted = leads.lazy().group_by(points.alias("p")).agg(pl.len(), pl.col("won").sum()).collect()
        return _from_each(*(counted[name].to_numpy() for name in ("p", "len", "won")))

    return answer


def _replaced(column: str, criterion: Criterion) -> pl.Expr:
    worth = {label: criterion.points(label) for label in criterion.labels}
    return pl.col(column).replace_strict(worth, default=0, return_dtype=pl.Int32)


def _duckdb(parquet: Path) -> Callable[[], Answer]:
    connection = connected()
    kinds = [f"{c}::ENUM ({', '.join(_quoted(x) for x in a.labels)}) AS {c}" for c, a in ANSWERS.items()]
    source = connection.read_parquet(str(parquet))
    source.project(", ".join([*kinds, f"{OUTCOME} = '{WON}' AS won"])).create("leads")
    points = " + ".join(_case(column, criterion) for column, criterion in ANSWERS.items())
    query = f"SELECT {points} AS p, count(*) AS n, count(*) FILTER (won) AS w FROM leads GROUP BY p"  # noqa: S608

    def answer() -> Answer:
        counted = connection.execute(query).fetchnumpy()
        return _from_each(counted["p"], counted["n"], counted["w"])

    return answer


def _case(column: str, criterion: Criterion) -> str:
    whens = (f"WHEN {_quoted(label)} THEN {criterion.points(label)}" for label in criterion.labels)
    return f"CASE {column} {' '.join(whens)} ELSE 0 END"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _from_each(points: NDArray[np.generic], *counts: NDArray[np.generic]) -> Answer:
    slots = np.asarray(points, dtype=np.int64) - LOWEST
    summed = [np.bincount(slots, weights=each, minlength=HIGHEST - LOWEST + 1) for each in counts]
    leads, wins = (each[::-1].cumsum()[::-1].astype(np.int64) for each in summed)
    return leads, wins
