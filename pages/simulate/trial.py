"""What the person here tries, kept for as long as they are here and until they propose it."""

from __future__ import annotations

from alignment.present import Present
from alignment.workshop import Workshop
from definitions.scorecard import Scorecard
from definitions.what_if import Bands, WhatIf, tried
from pages.shared import session


def trial(workshop_id: str) -> WhatIf:
    """What is tried in a workshop now."""
    found: WhatIf = session.noted(_name(workshop_id), WhatIf())
    return found


def tried_scorecard(workshop: Workshop, present: Present) -> Scorecard:
    """The scorecard on the table with what is tried."""
    return tried(present.scorecard, trial(workshop.id))


def tried_bands(workshop: Workshop, present: Present) -> Bands:
    """Where the bands begin as tried, or else as on the table."""
    threshold = present.scorecard.threshold
    return trial(workshop.id).bands or Bands(threshold.qualified_from, threshold.nurture_from)


def keep(workshop_id: str, what_if: WhatIf) -> None:
    """From now on this is tried."""
    session.note(_name(workshop_id), what_if)


def back_to_the_table(workshop_id: str) -> None:
    """Nothing is tried any more."""
    session.note(_name(workshop_id), WhatIf())


def set_field(key: str, value: object) -> None:
    """Let a field show what is tried; only if it shows something else, not to disturb typing."""
    if session.typed(key, None) != value:
        session.fill(key, value)


def _name(workshop_id: str) -> str:
    return f"what_if.{workshop_id}"
