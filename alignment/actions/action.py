"""What every action states first: who may do it, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import ValidationError

from alignment.facts import AnyFact
from alignment.people import Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood, in_plain_words
from alignment.workshop import Phase, Workshop


class By(StrEnum):
    """Who may do an action."""

    MEMBER = "everybody in the workshop"
    VOTER = "members of the three teams"
    TEAM = "members of the three teams and facilitators"
    FACILITATOR = "a facilitator"
    DECIDER = "the decider"
    REVIEWER = "those who are asked to review"
    SIGNATORY = "those who must sign"


P = ParamSpec("P")
F = TypeVar("F")
Facts = tuple[AnyFact, ...]
Decide = Callable[Concatenate[Workshop, Participant, P], Facts]
Action = Callable[Concatenate[Workshop, str | None, P], Facts]
ANY_TIME = frozenset(Phase)
WHILE_DRAFTING = frozenset({Phase.DRAFTING})


@dataclass(frozen=True)
class Permission:
    """Who may do an action, and in which phases."""

    by: By
    during: frozenset[Phase]


PERMISSIONS: dict[str, Permission] = {}
"""Every action's name with who may do it and when."""


def action(by: By, during: frozenset[Phase] = ANY_TIME) -> Callable[[Decide[P]], Action[P]]:
    """Make a function an action: its first argument becomes the acting participant, if allowed."""

    def declare(decide: Decide[P]) -> Action[P]:
        name: str = getattr(decide, "__name__", "")
        PERMISSIONS[name] = Permission(by, during)

        @wraps(decide)
        def checked(workshop: Workshop, actor: str | None, /, *args: P.args, **kwargs: P.kwargs) -> Facts:
            participant = allowed(workshop, actor, by)
            _timely(workshop, during)
            return decide(workshop, participant, *args, **kwargs)

        return checked

    return declare


def allowed(workshop: Workshop, asker: str | None, by: By) -> Participant:
    """The participant of this id; raises NotAllowed unless they are here and may do this."""
    participant = workshop.participants.get(asker or "")
    if participant is None or not participant.here:
        raise NotAllowed("You do not take part in this workshop.")
    if not _is(workshop, participant, by):
        raise NotAllowed(f"Only {by.value} can do this.")
    return participant


def _is(workshop: Workshop, participant: Participant, by: By) -> bool:
    tests: dict[By, Callable[[], bool]] = {
        By.MEMBER: lambda: True,
        By.VOTER: lambda: participant.votes,
        By.TEAM: lambda: participant.votes or participant.facilitator,
        By.FACILITATOR: lambda: participant.facilitator,
        By.DECIDER: lambda: workshop.decider_id == participant.id,
        By.REVIEWER: lambda: workshop.frozen is None or participant.id in workshop.frozen.reviewers,
        By.SIGNATORY: lambda: workshop.frozen is None or participant.id in workshop.frozen.signatories,
    }
    return tests[by]()


def _timely(workshop: Workshop, during: frozenset[Phase]) -> None:
    if workshop.phase in during:
        return
    sentences = {
        Phase.FROZEN: (
            "The draft is frozen for signing. Nothing in it changes until it is signed or declined."
        ),
        Phase.PUBLISHED: "The definition is published. Open a new draft to change it.",
        Phase.DRAFTING: (
            "The next version is being drafted. This is for when nothing is in the making."
            if Phase.PUBLISHED in during
            else "There is no frozen draft to sign now."
        ),
    }
    raise NotNow(sentences[workshop.phase])


def next_id(workshop: Workshop, letter: str, ahead: int = 1) -> str:
    """An id that nothing else in this workshop has: a letter and the number of the coming fact."""
    return f"{letter}{workshop.head + ahead}"


def built(make: Callable[..., F], **fields: object) -> F:
    """A fact or content made of what was typed; refused in plain words if it cannot be."""
    try:
        return make(**fields)
    except ValidationError as error:
        raise NotUnderstood(in_plain_words(error)) from error
