"""What a scorecard would have done to leads, in a few words."""

from __future__ import annotations

from math import isnan

from definitions.findings import percent, percent_range, rate
from definitions.simulation import Figures


def outcome(now: Figures) -> str:
    """Wins kept and leads to sales: "wins kept 79 % (73 to 84 %), 35 leads a week go to sales"."""
    kept, weekly = now.wins_kept, now.leads_per_week
    wins = (
        "wins not known" if isnan(kept.value) else f"wins kept {percent(kept.value)} ({percent_range(kept)})"
    )
    if weekly is not None:
        return f"{wins}, {rate(weekly.value)} leads a week go to sales"
    return f"{wins}, {percent(now.qualified / now.leads if now.leads else 0)} of leads go to sales"
