"""What facts about lead sets and the written definition do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.clauses import Clause, Status
from alignment.drafts import Decline, Frozen, Published, Review, Signature
from alignment.facts import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftReviewed,
    DraftSentBack,
    DraftThawed,
    DraftWidened,
    LeadSetAdded,
    LeadSetChosen,
    LeadSetRemoved,
    Recorded,
    RequestRenewed,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.folds.challenges import overtaken, taken_up
from alignment.folds.clauses import on_the_table
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
    draft = Frozen(
        fact.version,
        fact.document,
        fact.sha256,
        fact.signatories,
        entry.actor,
        entry.at,
        reviewers=fact.reviewers,
        in_order=fact.in_order,
        expires_at=fact.expires_at,
    )
    return replace(workshop, frozen=draft, declined=None)


def reviewed(workshop: Workshop, entry: Recorded[DraftReviewed]) -> Workshop:
    """One more review."""
    assert workshop.frozen is not None
    reviews = {**workshop.frozen.reviews, entry.actor: Review(entry.actor, entry.at, entry.fact.note)}
    return replace(workshop, frozen=replace(workshop.frozen, reviews=reviews))


def sent_back(workshop: Workshop, entry: Recorded[DraftSentBack]) -> Workshop:
    """A reviewer sent it back: the draft is on the table again."""
    return _unfrozen(workshop, Decline(entry.actor, entry.at, entry.fact.reason, reviewing=True))


def renewed(workshop: Workshop, entry: Recorded[RequestRenewed]) -> Workshop:
    """Reviews and signatures are asked for until another moment."""
    assert workshop.frozen is not None
    return replace(workshop, frozen=replace(workshop.frozen, expires_at=entry.fact.expires_at))


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
    versions = (*workshop.published, Published(workshop.frozen, entry.at))
    clauses = {key: _in_force(clause) for key, clause in workshop.clauses.items()}
    after = replace(
        workshop,
        frozen=None,
        drafting=False,
        only=(),
        review_held=None,
        published=versions,
        clauses=clauses,
    )
    return overtaken(after, entry)


def draft_opened(workshop: Workshop, entry: Recorded[DraftOpened]) -> Workshop:
    """A new draft, in which every clause stands as it is in force until somebody revises it.

    If it is of a few clauses, those are drafts again, and what challenged them is taken up.
    """
    only = entry.fact.clauses
    clauses = {key: on_the_table(workshop.clauses[key], entry.at) for key in only}
    after = replace(workshop, drafting=True, only=only, clauses={**workshop.clauses, **clauses})
    return taken_up(after, entry, only)


def draft_widened(workshop: Workshop, entry: Recorded[DraftWidened]) -> Workshop:
    """Every clause may change in this draft."""
    return replace(workshop, only=())


def _in_force(clause: Clause) -> Clause:
    clause = replace(clause, past_rounds=len(clause.rounds))
    if clause.left_out:
        return replace(clause, in_force=Status.LEFT_OUT)
    return replace(clause, in_force=Status.RULED if clause.ruling else Status.AGREED)


def sharing_changed(workshop: Workshop, entry: Recorded[SharingChanged]) -> Workshop:
    """Who may read the published definition."""
    return replace(workshop, sharing=entry.fact.sharing)
