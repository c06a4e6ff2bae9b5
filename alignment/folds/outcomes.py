"""What facts about sets of outcomes do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import OutcomeSetAdded, OutcomeSetChosen, OutcomeSetRemoved, Recorded
from alignment.outcome_sets import OutcomeSetEntry
from alignment.workshop import Workshop


def added(workshop: Workshop, entry: Recorded[OutcomeSetAdded]) -> Workshop:
    """One more set of outcomes."""
    fresh = OutcomeSetEntry(entry.fact, entry.actor, entry.at)
    return replace(workshop, outcome_sets={**workshop.outcome_sets, entry.fact.outcome_set: fresh})


def removed(workshop: Workshop, entry: Recorded[OutcomeSetRemoved]) -> Workshop:
    """One set of outcomes fewer."""
    rest = {key: kept for key, kept in workshop.outcome_sets.items() if key != entry.fact.outcome_set}
    chosen = workshop.chosen_outcome_set if workshop.chosen_outcome_set in rest else None
    return replace(workshop, outcome_sets=rest, chosen_outcome_set=chosen)


def chosen(workshop: Workshop, entry: Recorded[OutcomeSetChosen]) -> Workshop:
    """One set of outcomes is the one in use."""
    return replace(workshop, chosen_outcome_set=entry.fact.outcome_set)
