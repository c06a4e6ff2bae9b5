"""Profiles taken apart by the groups they were counted by: sources, or who qualified the leads."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import numpy as np

from definitions.profiles import Flags, Profiles

UNKNOWN_GROUP = "unknown"
OTHER_GROUPS = "others"


class By(StrEnum):
    """What leads can be counted by besides their answers and their month."""

    SOURCE = "source"
    QUALIFIED_BY = "qualified by"


def by_group(profiles: Profiles) -> dict[str, Profiles]:
    """The profiles of each group that has leads, those of no known group last; empty without groups."""
    if profiles.group is None:
        return {}
    places = {**{name: place for place, name in enumerate(profiles.groups)}, UNKNOWN_GROUP: -1}
    chosen = {name: profiles.group == place for name, place in places.items()}
    return {name: _only(profiles, rows) for name, rows in chosen.items() if rows.any()}


def _only(profiles: Profiles, rows: Flags) -> Profiles:
    return replace(
        profiles,
        answers=np.asfortranarray(profiles.answers[rows]),
        month=profiles.month[rows],
        leads=profiles.leads[rows],
        won=profiles.won[rows],
        lost=profiles.lost[rows],
        revenue=profiles.revenue[rows],
        groups=(),
        group=None,
    )
