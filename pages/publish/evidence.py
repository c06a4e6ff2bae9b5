"""The evidence that goes with the definition: counted on the lead set in use."""

from __future__ import annotations

from alignment.readiness import preview
from alignment.workshop import Workshop
from definitions.document import scorecard
from definitions.evidence import Measured, measured
from definitions.scorecard import Scorecard
from pages.shared.lead_sets import profiles_of
from pages.shared.session import Here


def measured_on(workshop: Workshop, card: Scorecard) -> Measured | None:
    """What the scorecard would have done on the lead set in use; ``None`` without one that can be read."""
    lead_set = workshop.lead_set_in_use
    profiles = profiles_of(lead_set, card.criteria) if lead_set is not None else ""
    if lead_set is None or isinstance(profiles, str):
        return None
    return measured(workshop.lead_sets[lead_set].fact.name, lead_set, profiles, card)


def measured_now(here: Here) -> Measured | None:
    """The evidence for what is settled now; ``None`` too while that makes no definition."""
    text = preview(here.workshop, (), here.now)
    return measured_on(here.workshop, scorecard(text)) if text is not None else None
