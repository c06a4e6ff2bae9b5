"""What facts about the five promises do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import PromiseStated, Recorded
from alignment.promises import StatedPromise
from alignment.workshop import Workshop


def stated(workshop: Workshop, entry: Recorded[PromiseStated]) -> Workshop:
    """A promise's numbers; later ones stand in the place of earlier ones."""
    fact = entry.fact
    said = StatedPromise(fact.baseline, fact.present, fact.source, entry.actor, entry.at)
    return replace(workshop, promises={**workshop.promises, fact.gain: said})
