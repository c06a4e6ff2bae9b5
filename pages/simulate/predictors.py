"""What predicts: how much each criterion tells of the outcome, with intervals and in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isnan

import pandas as pd
import streamlit as st

from definitions.phrases import number
from definitions.predicting import Prediction, Strength, predictions
from definitions.prediction_words import prediction_sentence
from definitions.profiles import Profiles
from pages.shared import charts
from pages.shared.text import plain
from pages.simulate.part_charts import VALUE, values
from pages.simulate.second_opinion import show_second_opinion
from pages.simulate.trying import Trying

MOST_SHOWN = 12
TELLING = frozenset({Strength.STRONG, Strength.MEDIUM, Strength.WEAK})
ICONS = {Strength.NOTHING: ":material/remove:", Strength.UNKNOWN: ":material/question_mark:"}


def show_predictors(trying: Trying) -> None:
    """The criteria by what they tell, the most first."""
    found = sorted(_counted(trying.profiles), key=_weight)
    words = _headline(found)
    st.markdown(f"**{plain(words)}**")
    shown = found[:MOST_SHOWN]
    rows = [row for row in map(_row, shown) if row is not None]
    if rows:
        charts.show(
            values,
            "Information value: below 0.1 weak, from 0.3 strong",
            len(rows),
            datasets={"values": pd.DataFrame(rows)},
            numbers={},
            words=words,
            key="what_if.predicts",
        )
    st.markdown("\n\n".join(f"{_icon(each)} {plain(prediction_sentence(each))}" for each in shown))
    if len(found) > MOST_SHOWN:
        st.caption(f"The {MOST_SHOWN} that tell most of {len(found)}.")
    st.caption(
        "Counted on leads whose outcome is known, each criterion alone; points and gates make no difference. "
        "What predicts is not always a cause."
    )
    show_second_opinion(trying)


@lru_cache(maxsize=8)
def _counted(profiles: Profiles) -> tuple[Prediction, ...]:
    """The same leads are asked once."""
    return predictions(profiles)


def _icon(found: Prediction) -> str:
    return ICONS.get(found.strength, ":material/check:")


def _weight(found: Prediction) -> tuple[bool, float]:
    value = found.information.value
    return found.strength not in TELLING, 0.0 if isnan(value) else -value


def _headline(found: Sequence[Prediction]) -> str:
    telling = sum(each.strength in TELLING for each in found)
    if telling:
        verb = "predicts" if telling == 1 else "predict"
        return f"{number(telling)} of {number(len(found))} criteria {verb} winning here."
    if any(each.strength is Strength.UNKNOWN for each in found):
        return "Not enough data: no criterion can be said to predict winning here."
    return "No criterion predicts anything here."


def _row(found: Prediction) -> dict[str, object] | None:
    value, low, high = found.information
    if isnan(value):
        return None
    return {
        "row": found.criterion,
        "value": value,
        "low": low,
        "high": high,
        "series": VALUE,
        "strength": found.strength.value,
    }
