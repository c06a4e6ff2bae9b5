"""Journeys of the leads that were qualified here, and of what became of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from data.assessments.assessment import Assessment, Channel, EventKind
from data.assessments.assessment import Event as Became
from definitions.criteria import Criterion
from definitions.handoff import Handoff, ReasonKind
from definitions.measures.journeys import UNKNOWN, Coded, Codes, Event, Journeys, Reason, Times
from definitions.outcomes import QualifiedBy
from definitions.scorecard import Verdict
from definitions.texts import fold_name

KINDS = {
    EventKind.ACCEPTED: Event.ACCEPTED,
    EventKind.REJECTED: Event.REJECTED,
    EventKind.RECYCLED: Event.RECYCLED,
    EventKind.CONTACTED: Event.CONTACTED,
    EventKind.OPPORTUNITY: Event.OPPORTUNITY,
    EventKind.WON: Event.WON,
    EventKind.LOST: Event.LOST,
}
WHO = {
    Channel.SELF_QUALIFIED: QualifiedBy.SELF,
    Channel.VETTED: QualifiedBy.VETTED,
    Channel.API: QualifiedBy.NOBODY,
}


@dataclass(frozen=True)
class _Lead:
    """One lead: its assessment, when it first came, and the first of each thing that became of it."""

    assessment: Assessment
    came: datetime
    became: Mapping[EventKind, Became]


def journeys_of_assessments(
    assessments: Iterable[Assessment],
    events: Iterable[Became],
    criteria: Sequence[Criterion],
    handoff: Handoff,
    now: datetime,
) -> Journeys:
    """Their journeys, in the order of ``leads``: qualified is MQL, whoever asked the questions.

    What a prospect answered and somebody then vetted is one lead, which came when the prospect wrote.
    """
    leads = _leads(assessments, events)
    reasons, reason = _reasons(leads, handoff)
    found = [fold_name(lead.assessment.reference) for lead in leads]
    return Journeys(
        as_of=np.datetime64(int(now.timestamp()), "s"),
        times=_times(leads),
        source=_coded([lead.assessment.source for lead in leads]),
        qualified_by=Coded(
            tuple(each.value for each in QualifiedBy),
            _codes([list(QualifiedBy).index(WHO[lead.assessment.channel]) for lead in leads]),
        ),
        version=_versions(leads),
        reasons=reasons,
        reason=reason,
        revenue=np.array([_revenue(lead) for lead in leads], float),
        reference=_coded(found).codes,
        criteria=tuple(each.name for each in criteria),
        labels=tuple(each.labels for each in criteria),
        answers=tuple(_answers(leads, each) for each in criteria),
        zone=ZoneInfo(handoff.hours.time_zone),
    )


def ids_of(assessments: Iterable[Assessment]) -> tuple[str, ...]:
    """The assessments of the rows of the journeys, by id."""
    return tuple(lead.assessment.id for lead in _leads(assessments, ()))


def fingerprint(journeys: Journeys, ids: Sequence[str]) -> str:
    """SHA-256 of what the journeys say; the same for the same leads and events."""
    sha = hashlib.sha256("\n".join(ids).encode())
    arrays = [*journeys.times.values(), journeys.source.codes, journeys.version.codes, journeys.reason]
    for each in (*arrays, journeys.revenue, *journeys.answers):
        sha.update(np.ascontiguousarray(each).tobytes() if each is not None else b"")
    return sha.hexdigest()


def _leads(assessments: Iterable[Assessment], events: Iterable[Became]) -> list[_Lead]:
    every = sorted(assessments, key=lambda each: (each.made_at, each.id))
    came = {each.id: each.made_at for each in every}
    vetted = {each.begun_from for each in every if each.begun_from}
    became: dict[str, dict[EventKind, Became]] = {}
    for event in events:
        became.setdefault(event.assessment_id, {}).setdefault(event.kind, event)
    return [
        _Lead(each, came.get(each.begun_from, each.made_at), became.get(each.id, {}))
        for each in every
        if each.id not in vetted
    ]


def _times(leads: Sequence[_Lead]) -> dict[Event, Times]:
    qualified = [
        lead.assessment.made_at if lead.assessment.verdict is Verdict.QUALIFIED else None for lead in leads
    ]
    times = {Event.INQUIRY: _moments([lead.came for lead in leads]), Event.MQL: _moments(qualified)}
    for kind, event in KINDS.items():
        at = [lead.became[kind].at if kind in lead.became else None for lead in leads]
        times[event] = _moments(at)
    return times


def _moments(moments: Sequence[datetime | None]) -> Times:
    seconds = [np.iinfo(np.int64).min if each is None else int(each.timestamp()) for each in moments]
    return np.array(seconds, np.int64).view("datetime64[s]")


def _reasons(leads: Sequence[_Lead], handoff: Handoff) -> tuple[tuple[Reason, ...], Codes]:
    known = {
        fold_name(each.words): Reason(each.kind, each.words, each.clause) for each in handoff.reject_reasons
    }
    rejected = (lead.became.get(EventKind.REJECTED) for lead in leads)
    found = [known.get(fold_name(each.reason), _own(each)) if each else None for each in rejected]
    unique = tuple(dict.fromkeys(each for each in found if each is not None))
    return unique, _codes([unique.index(each) if each is not None else UNKNOWN for each in found])


def _own(event: Became) -> Reason:
    """A reason in somebody's own words."""
    return Reason(ReasonKind.DEFINITIONAL if event.clause else None, event.reason, event.clause)


def _versions(leads: Sequence[_Lead]) -> Coded:
    numbers = sorted({lead.assessment.version for lead in leads})
    codes = _codes([numbers.index(lead.assessment.version) for lead in leads])
    return Coded(tuple(str(each) for each in numbers), codes)


def _answers(leads: Sequence[_Lead], criterion: Criterion) -> Codes:
    given = (lead.assessment.answers.get(criterion.name) for lead in leads)
    return _codes([criterion.labels.index(a) if a in criterion.labels else UNKNOWN for a in given])


def _revenue(lead: _Lead) -> float:
    won = lead.became.get(EventKind.WON)
    return np.nan if won is None or won.revenue is None else won.revenue


def _coded(texts: Sequence[str]) -> Coded:
    names = tuple(sorted({text for text in texts if text}))
    place = {name: number for number, name in enumerate(names)}
    return Coded(names, _codes([place.get(text, UNKNOWN) for text in texts]))


def _codes(codes: Sequence[int]) -> Codes:
    return np.array(codes, np.int32)
