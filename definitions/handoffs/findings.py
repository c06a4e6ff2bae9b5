"""What of a handoff does not fit the definition's other clauses, or itself, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from definitions.contents import Content
from definitions.handoff import Handoff, RejectReason
from definitions.phrases import quoted
from definitions.texts import fold_name


def unknown_clauses(handoff: Handoff, contents: Iterable[Content]) -> tuple[RejectReason, ...]:
    """The reasons that name a clause which is not there: it was renamed, left out, or never proposed."""
    names = {fold_name(content.name) for content in contents}
    named = (reason for reason in handoff.reject_reasons if reason.clause)
    return tuple(reason for reason in named if fold_name(reason.clause) not in names)


def handoff_findings(handoff: Handoff, contents: Iterable[Content]) -> tuple[str, ...]:
    """Everything that does not fit, a sentence each, in the order of the handoff."""
    return (*_clauses(handoff, contents), *_targets(handoff))


def _clauses(handoff: Handoff, contents: Iterable[Content]) -> Iterator[str]:
    for reason in unknown_clauses(handoff, contents):
        yield (
            f"The reason {quoted(reason.words)} names the clause {quoted(reason.clause)}, and there is none "
            "of that name. Was it renamed or left out?"
        )


def _targets(handoff: Handoff) -> Iterator[str]:
    """A target that would open the clause again although it is met, or the other way round."""
    below = handoff.upkeep.acceptance_below if handoff.upkeep is not None else 0
    if below > handoff.acceptance_percent:
        yield (
            f"The definition is opened again below {below} % accepted, which is more than the target of "
            f"{handoff.acceptance_percent} %."
        )
