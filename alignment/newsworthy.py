"""Which facts are news to those who were away, votes and judgements never among them."""

from __future__ import annotations

from alignment import facts
from alignment.facts import AnyFact

_NEWS = (
    facts.ClauseProposed,
    facts.ClauseRevised,
    facts.ClauseWithdrawn,
    facts.ClauseRestored,
    facts.CommentMade,
    facts.BallotRevealed,
    facts.BallotClosed,
    facts.ClauseEscalated,
    facts.RulingMade,
    facts.ClauseReopened,
    facts.OwnWordsAsked,
    facts.OwnWordsRevealed,
    facts.CalibrationOpened,
    facts.CalibrationRevealed,
    facts.UnderstandingAsked,
    facts.DraftFrozen,
    facts.DraftThawed,
    facts.DraftSentBack,
    facts.SignatureDeclined,
    facts.DefinitionPublished,
    facts.DraftOpened,
    facts.DraftWidened,
    facts.ReviewHeld,
    facts.ClauseChallenged,
    facts.FiguresChallenged,
    facts.ChallengeAnswered,
)


def newsworthy(fact: AnyFact) -> bool:
    """Whether a fact is news to those who were not there."""
    return isinstance(fact, _NEWS)
