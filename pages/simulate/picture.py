"""The curve over all thresholds, with the handle under it: what is kept, and what it costs."""

from __future__ import annotations

import pandas as pd

from definitions.drawing import Drawing
from definitions.scorecard import Scorecard
from pages.shared import charts
from pages.simulate.curves import DRAFT, HANDLE, LOST, OPEN, TRIED, WON, leads_to_sales, wins_kept

ROOM = 0.2
"""The share of the picture that the band's name needs on a phone."""


def show_picture(drawing: Drawing, trial: Scorecard, present: Scorecard, known: bool, words: str) -> None:
    """Wins kept above (if any outcome is known), leads to sales below, at every threshold."""
    low, high = handle_range(trial, present)
    ends, marks, band = {"low": low, "high": high}, _marks(trial, present), _band(trial, high - low)
    if known:
        kept = {"curve": _kept(drawing), "marks": marks}
        charts.show(wins_kept, datasets=kept, numbers=ends, words=words, key="what_if.kept")
    leads = {"curve": _leads(drawing, known), "marks": marks, "band": band}
    volume = f"{words} Leads to sales{' a week' if drawing.weekly else ''} at every threshold, by outcome."
    options = (known, drawing.weekly)
    charts.show(leads_to_sales, *options, datasets=leads, numbers=ends, words=volume, key="what_if.leads")


def handle_range(trial: Scorecard, present: Scorecard) -> tuple[int, int]:
    """From where to where the threshold can be moved: all points there are, and where it stands now."""
    stands = (trial.threshold.qualified_from, present.threshold.qualified_from)
    return min(trial.lowest, *stands), max(trial.highest, *stands)


def _kept(drawing: Drawing) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "threshold": drawing.thresholds,
            "kept": drawing.kept,
            "low": drawing.low,
            "high": drawing.high,
            "missed": drawing.missed,
            "series": WON,
        }
    )


def _leads(drawing: Drawing, known: bool) -> pd.DataFrame:
    series = {WON: drawing.won, OPEN: drawing.open, LOST: drawing.lost} if known else {OPEN: drawing.open}
    frames = [
        pd.DataFrame({"threshold": drawing.thresholds, "leads": leads, "series": outcome, "place": place})
        for place, (outcome, leads) in enumerate(series.items())
    ]
    return pd.concat(frames, ignore_index=True)


def _marks(trial: Scorecard, present: Scorecard) -> pd.DataFrame:
    stands = {trial.threshold.qualified_from: TRIED}
    stands.setdefault(present.threshold.qualified_from, DRAFT)
    return pd.DataFrame({"threshold": list(stands), "mark": list(stands.values()), "series": HANDLE})


def _band(trial: Scorecard, width: int) -> pd.DataFrame:
    """The nurture band, named where there is room for its name."""
    threshold = trial.threshold
    if threshold.nurture_from is None:
        return pd.DataFrame({"from": [], "to": [], "middle": [], "series": [], "words": []})
    first, last = threshold.nurture_from, threshold.qualified_from
    words = "nurtured" if last - first >= width * ROOM else ""
    band = {"from": first, "to": last, "middle": (first + last) / 2, "series": OPEN, "words": words}
    return pd.DataFrame([band])
