"""Trip-wires in a workshop: which clause each one challenges, and with which figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignment.actions.challenges import tripped
from alignment.challenges import OutOfBand
from alignment.workshop import Workshop
from definitions.contents import ContentKind
from definitions.measures.evidence import percent
from definitions.measures.tripwires import HANDOFF, Wire
from definitions.texts import fold_name

ONLY_ONE = {ContentKind.HANDOFF: "Handoff", ContentKind.THRESHOLD: "Threshold"}
"""What the clauses are called of which a definition has one each."""

OUTCOMES = "Outcomes"
"""Under which name the figures of a challenge say what the set of outcomes is called."""


def challenged_by(workshop: Workshop, outcomes: str) -> tuple[str, ...]:
    """The ids of the clauses that the figures of a set of outcomes have challenged, by the set's name."""
    found = (each for each in workshop.challenges.values() if each.by_figures)
    return tuple(dict.fromkeys(each.clause_id for each in found if (OUTCOMES, outcomes) in each.figures))


def out_of_band(workshop: Workshop, wires: Iterable[Wire], outcomes: str) -> tuple[OutOfBand, ...]:
    """What trip-wires challenge that they have not challenged yet; ``outcomes``: the set's name."""
    found = (_challenge(workshop, wire, outcomes) for wire in wires)
    return tuple(each for each in found if each is not None and not tripped(workshop, each.key))


def _challenge(workshop: Workshop, wire: Wire, outcomes: str) -> OutOfBand | None:
    names = dict(_names(workshop))
    clause_id = names.get(fold_name(wire.clause)) or names.get(fold_name(HANDOFF))
    if clause_id is None:
        return None
    key = f"v{len(workshop.published)} {wire.key} {clause_id}"
    return OutOfBand(clause_id, wire.sentence, _figures(wire, outcomes), key)


def _figures(wire: Wire, outcomes: str) -> dict[str, str]:
    bound = "at most" if wire.above else "at least"
    return {
        "Counted": f"{wire.rate.hits} of {wire.rate.of} leads",
        "Share, with 95 % interval": percent(wire.rate.share),
        "Agreed": f"{bound} {round(100 * wire.band)} %",
        OUTCOMES: outcomes,
    }


def _names(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """The clauses in force by name; criteria last, so that of two of one name it is the criterion."""
    if workshop.in_force is None:
        return
    clauses = workshop.in_force.draft.document["clauses"]
    for clause in sorted(clauses, key=lambda each: each["content"]["kind"] == ContentKind.CRITERION):
        content = clause["content"]
        name = content.get("name") or ONLY_ONE.get(content["kind"], "")
        yield fold_name(name), clause["clause_id"]
