"""What facts about golden leads do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import GoldenFlipAcknowledged, GoldenLeadDropped, GoldenLeadKept, Recorded
from alignment.golden_leads import Acknowledgement, GoldenLead
from alignment.workshop import Workshop


def kept(workshop: Workshop, entry: Recorded[GoldenLeadKept]) -> Workshop:
    """One more golden lead."""
    fact = entry.fact
    lead = GoldenLead(fact.golden_id, fact.name, fact.answers, fact.expected, fact.why, entry.actor, entry.at)
    return _with(workshop, lead)


def dropped(workshop: Workshop, entry: Recorded[GoldenLeadDropped]) -> Workshop:
    """One golden lead fewer."""
    rest = {key: lead for key, lead in workshop.golden_leads.items() if key != entry.fact.golden_id}
    return replace(workshop, golden_leads=rest)


def acknowledged(workshop: Workshop, entry: Recorded[GoldenFlipAcknowledged]) -> Workshop:
    """Another verdict for a golden lead is accepted."""
    accepted = Acknowledgement(entry.fact.verdict, entry.actor, entry.at, entry.fact.reason)
    lead = workshop.golden_leads[entry.fact.golden_id]
    return _with(workshop, replace(lead, acknowledged=accepted))


def _with(workshop: Workshop, lead: GoldenLead) -> Workshop:
    return replace(workshop, golden_leads={**workshop.golden_leads, lead.id: lead})
