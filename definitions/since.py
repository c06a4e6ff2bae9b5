"""What changed from one version of the definition to the next, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from definitions.criteria import Criterion
from definitions.differences import differences
from definitions.document import Document, sha256
from definitions.enclosures import ClauseChange, Detail, Fate, Since
from definitions.settled import Basis, Settled

ORDER = "Order of the questions"


def since(before: Document, clauses: Iterable[Settled]) -> Since:
    """What changed since a version, given the clauses that stand now."""
    changes = tuple(clause_changes(before.clauses, tuple(clauses)))
    return Since(version=before.version, sha256=sha256(before), changes=changes)


def clause_changes(before: tuple[Settled, ...], after: tuple[Settled, ...]) -> Iterator[ClauseChange]:
    """Clauses that changed or came, in the order in which they stand now, then those that went."""
    old = {clause.clause_id: clause for clause in before}
    for clause in after:
        was = old.pop(clause.clause_id, None)
        if was is None:
            yield ClauseChange(name=clause.content.name, fate=Fate.ADDED)
        elif _as_signed(was) != _as_signed(clause):
            details = tuple(_details(was, clause))
            yield ClauseChange(name=clause.content.name, fate=Fate.CHANGED, details=details)
    yield from (ClauseChange(name=clause.content.name, fate=Fate.REMOVED) for clause in old.values())
    yield from _reordered(before, after)


def _as_signed(clause: Settled) -> tuple[object, ...]:
    """What of a clause counts: what it says, and who decided it; not how often it was worded."""
    return clause.content, clause.basis, clause.ruling


def _details(was: Settled, now: Settled) -> Iterator[Detail]:
    for found in differences(was.content, now.content):
        yield Detail(what=found.what, before=found.before, after=found.after)
    if (was.basis, was.ruling) != (now.basis, now.ruling):
        yield Detail(what="Decided", before=_decided(was), after=_decided(now))


def _decided(clause: Settled) -> str:
    """How a clause was settled, in words."""
    if clause.basis is Basis.AGREED or clause.ruling is None:
        return "agreed by the teams"
    return f"ruled by {clause.ruling.name}"


def _reordered(before: tuple[Settled, ...], after: tuple[Settled, ...]) -> Iterator[ClauseChange]:
    """Another order of the questions that both versions ask."""
    old, new = _questions(before), _questions(after)
    was = [new[clause_id] for clause_id in old if clause_id in new]
    now = [name for clause_id, name in new.items() if clause_id in old]
    if was != now:
        detail = Detail(what="Asked in this order", before=", ".join(was), after=", ".join(now))
        yield ClauseChange(name=ORDER, fate=Fate.CHANGED, details=(detail,))


def _questions(clauses: tuple[Settled, ...]) -> dict[str, str]:
    return {c.clause_id: c.content.name for c in clauses if isinstance(c.content, Criterion)}
