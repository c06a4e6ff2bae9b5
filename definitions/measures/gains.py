"""What a company gains when its leads are qualified: the five promises, with their units."""

from __future__ import annotations

from enum import StrEnum


class Gain(StrEnum):
    """What a company gains when its leads are qualified."""

    PROSPECTING = "prospecting time"
    CYCLE = "sales cycle"
    REVENUE = "revenue"
    QUOTA = "people making quota"
    TURNOVER = "turnover of sales people"


UNITS = {
    Gain.PROSPECTING: "hours a week for each person",
    Gain.CYCLE: "days from MQL to won",
    Gain.REVENUE: "a month",
    Gain.QUOTA: "%",
    Gain.TURNOVER: "% a year",
}
HIGHER_IS_BETTER = {Gain.REVENUE, Gain.QUOTA}
