"""What is being added: the file as on the page of leads, and beside it what its columns say of events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from alignment.clauses import Clause
from alignment.composing import frozen_document
from alignment.measuring import handoff_in_use
from alignment.present import present
from data.outcomes.offering import OutcomeOffer, offer_outcomes
from data.settings import settings
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.measures.outcome_mapping import OutcomesMapping
from pages.shared.session import Here
from pages.simulate.adding import desk, draft
from pages.simulate.adding.draft import Draft


@dataclass(frozen=True)
class Coming:
    """A file of outcomes that was understood, and its mapping as chosen so far."""

    now: Draft
    mapping: OutcomesMapping

    @property
    def whole(self) -> OutcomesMapping:
        """The mapping with what was chosen about the leads themselves."""
        return OutcomesMapping.model_validate({**dict(self.mapping), "leads": self.now.mapping})


def coming() -> Coming | None:
    """What is being added, once it is understood."""
    now = draft.draft()
    if now is None or not isinstance(now.offer, OutcomeOffer):
        return None
    turn, mapping = desk.noted("events", ("", None))
    if turn != now.turn or mapping is None:
        mapping = now.offer.outcomes
        desk.note("events", (now.turn, mapping))
    return Coming(now, mapping)


def change(found: Coming, **fields: Any) -> None:
    """From now on these parts of the mapping are so. In a callback."""
    latest = coming()
    if latest is not None and latest.now.turn == found.now.turn:
        changed = OutcomesMapping.model_validate({**dict(latest.mapping), **fields})
        desk.note("events", (found.now.turn, changed))


def begin(raw: bytes, name: str, here: Here) -> None:
    """Take a file and begin to read it. In a callback."""
    desk.note("not kept", None)
    draft.begin(raw, name, look(here))


def look(here: Here) -> Any:
    """How a file is looked at: by the criteria and the handoff in force, and like earlier outcomes."""
    return partial(
        offer_outcomes,
        criteria=tuple(content for _, content in criteria_in_use(here)),
        handoff=handoff(here),
        folder=settings().leads,
        earlier=tuple(reversed(here.workshop.outcome_sets)),
    )


def handoff(here: Here) -> Handoff:
    """The handoff that the outcomes are held against."""
    return handoff_in_use(here.workshop)


def criteria_in_use(here: Here) -> list[tuple[Clause, Criterion]]:
    """The criteria of the definition in force; before there is one, those on the table."""
    version = here.workshop.in_force
    if version is not None:
        clauses = frozen_document(version.draft).clauses
        settled = [(here.workshop.clauses[each.clause_id], each.content) for each in clauses]
        return [(clause, content) for clause, content in settled if isinstance(content, Criterion)]
    found = present(here.workshop)
    return list(zip(found.criteria, found.scorecard.criteria, strict=True)) if found is not None else []
