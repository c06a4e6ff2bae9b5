"""What changed between two wordings of the handoff."""

from __future__ import annotations

from collections.abc import Iterator

from definitions.handoff import Handoff, RejectReason, Stage, Supply, Upkeep
from definitions.handoffs.calendar import calendar_words
from definitions.phrases import hours, number, quoted
from definitions.texts import fold_name

NOTHING = "none"
Change = tuple[str, str, str]
"""What it is, how it was, how it is now; empty: it was, or is, not there."""


def handoff_changes(old: Handoff, new: Handoff) -> Iterator[Change]:
    """Every field of the handoff, the same before and after where nothing changed."""
    yield "Sales decides within", hours(old.decide_hours), hours(new.decide_hours)
    yield "First contact within", hours(old.contact_hours), hours(new.contact_hours)
    yield "Acceptance target", f"{old.acceptance_percent} %", f"{new.acceptance_percent} %"
    yield "Business hours", _calendar(old), _calendar(new)
    yield "Sign at which a lead changes hands", old.trigger or NOTHING, new.trigger or NOTHING
    yield from _stages(old, new)
    yield from _reasons(old, new)
    yield "Leads that sales gives back", old.recycle or NOTHING, new.recycle or NOTHING
    yield "Leads that are not ready yet", old.nurture or NOTHING, new.nurture or NOTHING
    yield from _supply(old.supply or Supply(), new.supply or Supply())
    yield from _upkeep(old, new)


def _calendar(handoff: Handoff) -> str:
    return calendar_words(handoff.business_hours) if handoff.business_hours is not None else NOTHING


def _stages(old: Handoff, new: Handoff) -> Iterator[Change]:
    before = {fold_name(stage.name): stage for stage in old.stages}
    after = {fold_name(stage.name): stage for stage in new.stages}
    for key, stage in {**before, **after}.items():
        yield f"Stage {quoted(stage.name)}", _stage(before.get(key)), _stage(after.get(key))
    kept_before = [after[key].name for key in before if key in after]
    kept_after = [after[key].name for key in after if key in before]
    yield "Order of stages", ", ".join(kept_before), ", ".join(kept_after)


def _stage(stage: Stage | None) -> str:
    if stage is None:
        return ""
    parts = (stage.name, "aside" if stage.aside else "", stage.owner, stage.entry)
    return "; ".join(filter(None, parts))


def _reasons(old: Handoff, new: Handoff) -> Iterator[Change]:
    before = {fold_name(reason.words): reason for reason in old.reject_reasons}
    after = {fold_name(reason.words): reason for reason in new.reject_reasons}
    for key, reason in {**before, **after}.items():
        what = f"Reason for rejecting {quoted(reason.words)}"
        yield what, _reason(before.get(key)), _reason(after.get(key))
    kept_before = [after[key].words for key in before if key in after]
    kept_after = [after[key].words for key in after if key in before]
    yield "Order of reasons", ", ".join(kept_before), ", ".join(kept_after)


def _reason(reason: RejectReason | None) -> str:
    if reason is None:
        return ""
    clause = f"clause {quoted(reason.clause)}" if reason.clause else ""
    return "; ".join(filter(None, (reason.words, reason.kind.value, clause)))


def _supply(old: Supply, new: Supply) -> Iterator[Change]:
    yield "Qualified leads a month", _count(old.leads_a_month), _count(new.leads_a_month)
    yield "Complete leads", _percent(old.complete_percent), _percent(new.complete_percent)
    yield "Vetted leads", _percent(old.vetted_percent), _percent(new.vetted_percent)


def _upkeep(old: Handoff, new: Handoff) -> Iterator[Change]:
    """What is agreed about the review; where nothing is, the defaults hold and are not named."""
    yield from zip(UPKEEP, _care(old.upkeep), _care(new.upkeep), strict=True)


UPKEEP = (
    "Reviewed after",
    "Challenges that open a clause",
    "Opened below acceptance of",
    "Opened below in time",
    "Opened below won",
    "Opened above definitional rejections",
)


def _care(upkeep: Upkeep | None) -> tuple[str, ...]:
    if upkeep is None:
        return (NOTHING,) * len(UPKEEP)
    months = f"{upkeep.review_months} {'month' if upkeep.review_months == 1 else 'months'}"
    below = (upkeep.acceptance_below, upkeep.in_time_below, upkeep.won_below, upkeep.definitional_above)
    return (months, str(upkeep.challenges), *map(_percent, below))


def _percent(share: int | None) -> str:
    return NOTHING if share is None else f"{share} %"


def _count(leads: int | None) -> str:
    return NOTHING if leads is None else number(leads)
