"""The handoff in plain sentences: one paragraph of all of it, and the promise of either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from definitions.handoff import Handoff, ReasonKind, RejectReason, Supply, Upkeep
from definitions.handoffs.calendar import calendar_words
from definitions.phrases import closed, counted, hours, in_line, listed, number, quoted

STAGE_HEADINGS = ("Stage", "Owner", "A lead enters when")
REASON_HEADINGS = ("Kind", "Reason for rejecting", "Clause")
KINDS = {
    ReasonKind.PROCEDURAL: "how the lead was handed over",
    ReasonKind.CLERICAL: "what was written down",
    ReasonKind.DEFINITIONAL: "what qualified means",
}
"""What each kind of reason is about."""


class Promises(NamedTuple):
    """What each side promises the other, a sentence each; the other side can hold them to it."""

    sales: tuple[str, ...]
    marketing: tuple[str, ...]


def handoff_sentence(handoff: Handoff) -> str:
    """All of the handoff in one paragraph: the clocks, the target, and whatever else it says."""
    clocks = (
        f"Sales accepts or rejects each qualified lead within {hours(handoff.decide_hours)} and makes first "
        f"contact within {hours(handoff.contact_hours)} of accepting it. "
        f"The target is that sales accepts {handoff.acceptance_percent} % of the leads handed over."
    )
    return " ".join((clocks, *_more(handoff)))


def _more(handoff: Handoff) -> Iterator[str]:
    yield from filter(None, (clock_sentence(handoff), trigger_sentence(handoff), stages_sentence(handoff)))
    yield from filter(None, (reasons_sentence(handoff), recycle_sentence(handoff), nurture_sentence(handoff)))
    if handoff.supply is not None:
        yield from supply_sentences(handoff.supply)
    if handoff.upkeep is not None:
        yield from upkeep_sentences(handoff.upkeep)


def clock_sentence(handoff: Handoff) -> str:
    """When the clocks run; empty where no calendar is agreed."""
    agreed = handoff.business_hours
    return f"Business hours are {calendar_words(agreed)}." if agreed is not None else ""


def trigger_sentence(handoff: Handoff) -> str:
    """The sign at which a lead changes hands; empty where none is agreed."""
    return f"The sign at which a lead changes hands: {_typed(handoff.trigger)}" if handoff.trigger else ""


def stages_sentence(handoff: Handoff) -> str:
    """The stages on the way by name, then those aside; empty where none is agreed."""
    way = [in_line(stage.name) for stage in handoff.stages if not stage.aside]
    aside = [in_line(stage.name) for stage in handoff.stages if stage.aside]
    parts = [f"A lead goes through {counted(len(way), 'stage')}: {listed(way)}."] if way else []
    parts += [f"Aside {'stand' if len(aside) > 1 else 'stands'} {listed(aside)}."] if aside else []
    return " ".join(parts)


def reasons_sentence(handoff: Handoff) -> str:
    """How many reasons sales may reject a lead for, and which clauses they name; empty where none is."""
    count = len(handoff.reject_reasons)
    if not count:
        return ""
    named = dict.fromkeys(quoted(reason.clause) for reason in handoff.reject_reasons if reason.clause)
    of = "the one agreed reason" if count == 1 else f"one of {counted(count, 'agreed reason')}"
    about = (
        f"; where the definition is in question, it names the clause: {listed(list(named))}" if named else ""
    )
    return f"Sales may reject a lead only for {of}{about}."


def by_kind(handoff: Handoff) -> Iterator[tuple[ReasonKind, tuple[RejectReason, ...]]]:
    """The reasons for rejecting a lead, by kind; kinds without any are left out."""
    for kind in ReasonKind:
        reasons = tuple(reason for reason in handoff.reject_reasons if reason.kind is kind)
        if reasons:
            yield kind, reasons


def recycle_sentence(handoff: Handoff) -> str:
    """What becomes of a lead that sales gives back; empty where nothing is agreed."""
    return f"A lead that sales gives back: {_typed(handoff.recycle)}" if handoff.recycle else ""


def nurture_sentence(handoff: Handoff) -> str:
    """What becomes of a lead that is not ready yet; empty where nothing is agreed."""
    return f"A lead that is not ready yet: {_typed(handoff.nurture)}" if handoff.nurture else ""


def supply_sentences(supply: Supply) -> tuple[str, ...]:
    """What marketing promises: how many qualified leads a month, how complete, how many vetted."""
    volume, complete, vetted = supply.leads_a_month, supply.complete_percent, supply.vetted_percent
    leads = "lead" if volume == 1 else "leads"
    return tuple(
        sentence
        for said, sentence in (
            (volume, f"Marketing hands over at least {number(volume or 0)} qualified {leads} a month."),
            (complete, f"At least {complete} % of them come with an answer to every question."),
            (vetted, f"At least {vetted} % of them were vetted by a person before they are handed over."),
        )
        if said is not None
    )


def upkeep_sentences(upkeep: Upkeep) -> tuple[str, ...]:
    """When the definition is looked at again: after a time, on challenges, on figures out of their band."""
    challenge = f"{counted(upkeep.challenges, 'person')} challenge"
    challenge += "s" if upkeep.challenges == 1 else ""
    figures = [
        f"fewer than {upkeep.acceptance_below} % of the leads are accepted",
        f"fewer than {upkeep.in_time_below} % are decided and contacted in time",
        *([f"fewer than {upkeep.won_below} % are won"] if upkeep.won_below is not None else []),
        f"more than {upkeep.definitional_above} % are rejected for a reason that names a clause",
    ]
    every = "every month" if upkeep.review_months == 1 else f"every {counted(upkeep.review_months, 'month')}"
    return (
        f"The definition is reviewed {every}.",
        f"A clause is opened again when {challenge} it, or when {', '.join(figures[:-1])} or {figures[-1]}.",
    )


def promises(handoff: Handoff) -> Promises:
    """The two-sided promise: what sales promises marketing, and marketing sales."""
    return Promises(tuple(_of_sales(handoff)), tuple(_of_marketing(handoff)))


def _of_sales(handoff: Handoff) -> Iterator[str]:
    yield f"Sales accepts or rejects each qualified lead within {hours(handoff.decide_hours)}."
    yield f"Sales makes first contact within {hours(handoff.contact_hours)} of accepting a lead."
    if handoff.reject_reasons:
        yield "Sales names a reason for each lead that it rejects, one of those agreed."
    yield f"The target is that sales accepts {handoff.acceptance_percent} % of the leads handed over."
    if handoff.recycle:
        yield recycle_sentence(handoff)


def _of_marketing(handoff: Handoff) -> Iterator[str]:
    if handoff.supply is not None:
        yield from supply_sentences(handoff.supply)
    yield from filter(None, (trigger_sentence(handoff), nurture_sentence(handoff)))


def stage_rows(handoff: Handoff) -> tuple[tuple[str, str, str], ...]:
    """A row a stage, those on the way first, under ``STAGE_HEADINGS``; as typed."""
    stages = sorted(handoff.stages, key=lambda stage: stage.aside)
    return tuple(
        (f"{stage.name} (aside)" if stage.aside else stage.name, stage.owner, stage.entry) for stage in stages
    )


def reason_rows(handoff: Handoff) -> tuple[tuple[str, str, str], ...]:
    """A row a reason, by kind, under ``REASON_HEADINGS``; as typed."""
    return tuple(
        (kind.value, reason.words, reason.clause) for kind, reasons in by_kind(handoff) for reason in reasons
    )


def _typed(text: str) -> str:
    return closed(in_line(text))
