"""What facts about the public form do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import Recorded, SelfQualificationChanged
from alignment.self_qualification import SelfQualification
from alignment.workshop import Workshop


def changed(workshop: Workshop, entry: Recorded[SelfQualificationChanged]) -> Workshop:
    """The form is as it was last set up."""
    now = SelfQualification(entry.fact.open, entry.fact.form, entry.actor, entry.at)
    return replace(workshop, self_qualification=now)
