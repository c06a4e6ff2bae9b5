"""Leads under one version of the definition: what its trip-wires look at, and nothing before it."""

from __future__ import annotations

import re
from datetime import datetime

import numpy as np

from definitions.measures.counting import Counted

NUMBER = re.compile(r"\d+")
NEARLY_ALL = 0.95
"""Where fewer leads than this tell their version, one version's leads would be no fair choice of all."""


def under_version(counted: Counted, version: int, since: datetime) -> Counted:
    """The counted leads of one version, by its number in the version's name ("2", "v2", "Version 2").

    Without such a column: for the first version all leads; for a later one those that began in a month
    after that in which it came into force, so that nothing it has mended is held against it.
    """
    cells = counted.cells
    if cells.versions:
        numbers = np.array([*map(_number, cells.versions), -1])
        return counted.of(numbers[cells.version] == version)
    if version == 1:
        return counted
    month = f"{since.astimezone(counted.journeys.zone):%Y-%m}"
    later = np.array([*(name > month for name in cells.months), False])
    return counted.of(later[cells.month])


def to_begin_with(counted: Counted, version: int) -> frozenset[str]:
    """The names of a version, if there are others too and nearly all leads tell theirs; else none.

    A system that stamps leads with a version only once they are qualified leaves all other inquiries without.
    """
    cells, states = counted.cells, counted.states
    told = states.by(cells.version[states["cell"]], len(cells.versions))
    if (told > 0).sum() < 2 or told.sum() < NEARLY_ALL * counted.leads:
        return frozenset()
    leads = zip(cells.versions, told, strict=True)
    return frozenset(name for name, some in leads if some and _number(name) == version)


def _number(name: str) -> int:
    found = NUMBER.search(name)
    return int(found[0]) if found is not None else -1
