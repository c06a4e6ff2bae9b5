"""What verdicts would cost each team: judged leads that go the other way than the team leans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.calibration.votes import Tally
from definitions.profiles import Flags


@dataclass(frozen=True)
class Loss:
    """One team's: ``missed`` leads it wants and does not get, ``unwanted`` ones that are sent all the same.

    ``leads``: those on which the team leans to one side; where it is split evenly it loses nothing.
    """

    team: int
    missed: int
    unwanted: int
    leads: int


def losses(tally: Tally, qualified: Flags) -> tuple[Loss, ...]:
    """One entry a team. ``qualified``: the verdict on each lead."""
    lean = tally.yes - tally.no
    missed = ((lean > 0) & ~qualified).sum(axis=1)
    unwanted = ((lean < 0) & qualified).sum(axis=1)
    leads = np.count_nonzero(lean, axis=1)
    return tuple(Loss(t, int(missed[t]), int(unwanted[t]), int(leads[t])) for t in range(len(lean)))
