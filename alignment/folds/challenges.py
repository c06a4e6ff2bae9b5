"""What challenges to clauses in force do to the workshop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from alignment.challenges import FIGURES, Challenge, End, Ending
from alignment.facts import (
    ChallengeAnswered,
    ChallengeWithdrawn,
    ClauseChallenged,
    DefinitionPublished,
    DraftOpened,
    FiguresChallenged,
    Recorded,
)
from alignment.workshop import Workshop


def challenged(workshop: Workshop, entry: Recorded[ClauseChallenged]) -> Workshop:
    """One more challenge, by somebody in the workshop."""
    fact, revision = entry.fact, _wording(workshop, entry.fact.clause_id)
    made = Challenge(
        fact.challenge_id, fact.clause_id, fact.version, revision, entry.actor, entry.at, fact.reason
    )
    return _with(workshop, made)


def challenged_by_figures(workshop: Workshop, entry: Recorded[FiguresChallenged]) -> Workshop:
    """One more challenge, by figures that left their band."""
    fact, revision = entry.fact, _wording(workshop, entry.fact.clause_id)
    made = Challenge(
        fact.challenge_id,
        fact.clause_id,
        fact.version,
        revision,
        FIGURES,
        entry.at,
        fact.sentence,
        fact.key,
        fact.figures,
    )
    return _with(workshop, made)


def withdrawn(workshop: Workshop, entry: Recorded[ChallengeWithdrawn]) -> Workshop:
    """Who made a challenge took it back."""
    end = End(Ending.WITHDRAWN, entry.actor, entry.at)
    return _with(workshop, replace(workshop.challenges[entry.fact.challenge_id], end=end))


def answered(workshop: Workshop, entry: Recorded[ChallengeAnswered]) -> Workshop:
    """A facilitator closed a challenge."""
    end = End(Ending.ANSWERED, entry.actor, entry.at, entry.fact.answer)
    return _with(workshop, replace(workshop.challenges[entry.fact.challenge_id], end=end))


def taken_up(workshop: Workshop, entry: Recorded[DraftOpened], clauses: Collection[str]) -> Workshop:
    """The clauses are on the table again, which is what their challenges asked for."""
    return _ended(workshop, entry, [c for c in workshop.challenges.values() if c.clause_id in clauses])


def overtaken(workshop: Workshop, entry: Recorded[DefinitionPublished]) -> Workshop:
    """A new version says something else than what was challenged; other challenges go on."""
    over = [c for c in workshop.challenges.values() if _says_otherwise(workshop, c)]
    return _ended(workshop, entry, over)


def _says_otherwise(workshop: Workshop, challenge: Challenge) -> bool:
    clause = workshop.clauses[challenge.clause_id]
    return clause.left_out or clause.revision.number != challenge.revision


def _ended(
    workshop: Workshop, entry: Recorded[DraftOpened] | Recorded[DefinitionPublished], over: list[Challenge]
) -> Workshop:
    end = End(Ending.TAKEN_UP, entry.actor, entry.at)
    for challenge in over:
        workshop = _with(workshop, replace(challenge, end=end)) if challenge.open else workshop
    return workshop


def _wording(workshop: Workshop, clause_id: str) -> int:
    return workshop.clauses[clause_id].revision.number


def _with(workshop: Workshop, challenge: Challenge) -> Workshop:
    return replace(workshop, challenges={**workshop.challenges, challenge.id: challenge})
