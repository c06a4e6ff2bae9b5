"""What facts about own words do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import OwnWordsAsked, OwnWordsRevealed, OwnWordsWritten, Recorded
from alignment.own_words import OwnWords
from alignment.workshop import Workshop


def asked(workshop: Workshop, entry: Recorded[OwnWordsAsked]) -> Workshop:
    """Everybody is asked."""
    new = OwnWords(entry.fact.round, entry.fact.questions, entry.actor, entry.at)
    return replace(workshop, own_words=(*workshop.own_words, new))


def written(workshop: Workshop, entry: Recorded[OwnWordsWritten]) -> Workshop:
    """One person's answer to one question, which replaces their earlier one."""
    latest = workshop.own_words[-1]
    own = {**latest.written.get(entry.actor, {}), entry.fact.question_id: entry.fact.said}
    return _with(workshop, replace(latest, written={**latest.written, entry.actor: own}))


def revealed(workshop: Workshop, entry: Recorded[OwnWordsRevealed]) -> Workshop:
    """What was written is for everybody to see, and changes no more."""
    return _with(workshop, replace(workshop.own_words[-1], revealed_at=entry.at))


def _with(workshop: Workshop, latest: OwnWords) -> Workshop:
    return replace(workshop, own_words=(*workshop.own_words[:-1], latest))
