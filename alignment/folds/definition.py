"""What facts about lead sets and the written definition do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.clauses import Clause, Status
from alignment.drafts import Decline, Frozen, Published, Signature
from alignment.facts import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftThawed,
    LeadSetAdded,
    LeadSetChosen,
    LeadSetRemoved,
    Recorded,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.workshop import LeadSetEntry, Workshop


def lead_set_added(workshop: Workshop, entry: Recorded[LeadSetAdded]) -> Workshop:
    """One more lead set."""
    added = LeadSetEntry(entry.fact, entry.actor, entry.at)
    return replace(workshop, lead_sets={**workshop.lead_sets, entry.fact.lead_set: added})


def lead_set_removed(workshop: Workshop, entry: Recorded[LeadSetRemoved]) -> Workshop:
    """One lead set fewer."""
    rest = {key: kept for key, kept in workshop.lead_sets.items() if key != entry.fact.lead_set}
    chosen = workshop.chosen_lead_set if workshop.chosen_lead_set in rest else None
    return replace(workshop, lead_sets=rest, chosen_lead_set=chosen)


def lead_set_chosen(workshop: Workshop, entry: Recorded[LeadSetChosen]) -> Workshop:
    """One lead set is the one in use."""
    return replace(workshop, chosen_lead_set=entry.fact.lead_set)


def frozen(workshop: Workshop, entry: Recorded[DraftFrozen]) -> Workshop:
    """The text is fixed for signing."""
    fact = entry.fact
    draft = Frozen(fact.version, fact.document, fact.sha256, fact.signatories, entry.actor, entry.at)
    return replace(workshop, frozen=draft, declined=None)


def thawed(workshop: Workshop, entry: Recorded[DraftThawed]) -> Workshop:
    """The draft is on the table again."""
    return _unfrozen(workshop, Decline(entry.actor, entry.at, entry.fact.reason, taken_back=True))


def declined(workshop: Workshop, entry: Recorded[SignatureDeclined]) -> Workshop:
    """A signatory declined: the draft is on the table again."""
    return _unfrozen(workshop, Decline(entry.actor, entry.at, entry.fact.reason))


def _unfrozen(workshop: Workshop, decline: Decline) -> Workshop:
    assert workshop.frozen is not None
    return replace(workshop, frozen=None, declined=replace(workshop.frozen, decline=decline))


def signed(workshop: Workshop, entry: Recorded[SignatureGiven]) -> Workshop:
    """One more signature."""
    assert workshop.frozen is not None
    fact = entry.fact
    signature = Signature(entry.actor, entry.at, fact.typed_name, fact.statement, fact.sha256)
    signatures = {**workshop.frozen.signatures, entry.actor: signature}
    return replace(workshop, frozen=replace(workshop.frozen, signatures=signatures))


def published(workshop: Workshop, entry: Recorded[DefinitionPublished]) -> Workshop:
    """A version is in force: whoever joins later, its clauses stand as they were signed."""
    assert workshop.frozen is not None
    version = Published(workshop.frozen, entry.at)
    clauses = {key: _in_force(clause) for key, clause in workshop.clauses.items()}
    versions = (*workshop.published, version)
    return replace(workshop, frozen=None, drafting=False, published=versions, clauses=clauses)


def draft_opened(workshop: Workshop, entry: Recorded[DraftOpened]) -> Workshop:
    """A new draft, in which every clause stands as it is in force until somebody revises it."""
    return replace(workshop, drafting=True)


def _in_force(clause: Clause) -> Clause:
    clause = replace(clause, past_rounds=len(clause.rounds))
    if clause.left_out:
        return replace(clause, in_force=Status.LEFT_OUT)
    return replace(clause, in_force=Status.RULED if clause.ruling else Status.AGREED)


def sharing_changed(workshop: Workshop, entry: Recorded[SharingChanged]) -> Workshop:
    """Who may read the published definition."""
    return replace(workshop, sharing=entry.fact.sharing)
