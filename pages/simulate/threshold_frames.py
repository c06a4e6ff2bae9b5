"""The data that charts over all thresholds are drawn from."""

from __future__ import annotations

import pandas as pd

from definitions.drawing import thinned
from definitions.profiles import Decimals, Integers
from pages.simulate.threshold_charts import DRAFT
from pages.simulate.trying import Trying


def curve_frame(
    series: str, thresholds: Integers, values: Decimals, low: Decimals, high: Decimals
) -> pd.DataFrame:
    """A value at each threshold with its interval, arrays of one length; at most 400 thresholds are drawn."""
    chosen = thinned(len(thresholds))
    columns = {"threshold": thresholds, "value": values, "low": low, "high": high}
    return pd.DataFrame({**{name: each[chosen] for name, each in columns.items()}, "series": series})


def moved(trying: Trying) -> bool:
    """Whether another threshold is tried than the draft's."""
    return trying.draft.threshold.qualified_from != trying.tried.threshold.qualified_from


def marks(places: dict[str, int], trying: Trying) -> pd.DataFrame:
    """Thresholds to mark, and the draft's where it is another than the tried one."""
    draft = trying.draft.threshold.qualified_from
    found = {**places, **({DRAFT: draft} if moved(trying) else {})}
    return pd.DataFrame({"threshold": list(found.values()), "series": list(found)})
