"""What facts about scenarios do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import Recorded, ScenarioRemoved, ScenarioSaved
from alignment.scenarios import ScenarioEntry
from alignment.workshop import Workshop


def saved(workshop: Workshop, entry: Recorded[ScenarioSaved]) -> Workshop:
    """One more scenario."""
    fact = entry.fact
    kept = ScenarioEntry(fact.scenario_id, fact.name, fact.scenario, fact.note, entry.actor, entry.at)
    return replace(workshop, scenarios={**workshop.scenarios, kept.id: kept})


def removed(workshop: Workshop, entry: Recorded[ScenarioRemoved]) -> Workshop:
    """One scenario fewer."""
    rest = {key: kept for key, kept in workshop.scenarios.items() if key != entry.fact.scenario_id}
    return replace(workshop, scenarios=rest)
