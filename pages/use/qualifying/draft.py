"""The lead that somebody is qualifying: kept in their session, so that it outlives a change of page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from alignment.composing import frozen_document
from data.assessments.assessment import Assessment
from definitions.criteria import AnsweredBy, Criterion
from definitions.document import Document, scorecard
from definitions.qualifying import Answers, fitting, next_question
from definitions.scorecard import Scorecard
from pages.shared import session
from pages.shared.session import Here


@dataclass(frozen=True)
class Draft:
    """A lead part of whose questions are answered.

    ``at``: the criterion on the screen, ``None`` at the end. ``said``: what the prospect answered, where it
    began from that. ``lost``: questions whose answers another version does not know.
    """

    sha256: str
    reference: str = ""
    source: str = ""
    answers: Answers = field(default_factory=dict)
    at: str | None = None
    said: Answers = field(default_factory=dict)
    begun_from: str = ""
    problems: tuple[str, ...] = ()
    note: str = ""
    lost: tuple[str, ...] | None = None
    kept_at: datetime | None = None

    @property
    def begun(self) -> bool:
        """Whether it is known which lead this is."""
        return bool(self.reference)


@dataclass(frozen=True)
class Qualifying:
    """The person here, the definition in force, and the lead they are at."""

    here: Here
    text: Document
    sha256: str
    draft: Draft

    @property
    def card(self) -> Scorecard:
        """The scorecard in force."""
        return scorecard(self.text)

    @property
    def criterion(self) -> Criterion | None:
        """The criterion on the screen."""
        return next((c for c in self.text.criteria if c.name == self.draft.at), None)

    @property
    def place(self) -> int:
        """The place of the criterion on the screen; past the last one at the end."""
        names = [criterion.name for criterion in self.text.criteria]
        return names.index(self.draft.at) if self.draft.at in names else len(names)


def qualifying(found: Here) -> Qualifying | None:
    """Where the person here is; ``None`` while no definition is in force."""
    version = found.workshop.in_force
    if version is None:
        return None
    text, sha256 = frozen_document(version.draft), version.draft.sha256
    draft: Draft = session.noted(_place(found)) or Draft(sha256)
    if draft.sha256 != sha256:
        draft = _by_another_version(draft, text, sha256)
        keep(found, draft)
    return Qualifying(found, text, sha256, draft)


def keep(found: Here, draft: Draft) -> None:
    """Remember the lead as it is now."""
    session.note(_place(found), draft)


def vet(found: Here, lead: Assessment) -> None:
    """Begin with what a prospect said: what the prospect is to answer is answered, the rest is a hint."""
    version = found.workshop.in_force
    if version is None:
        return
    criteria = frozen_document(version.draft).criteria
    said = fitting(criteria, lead.answers)
    theirs = {c.name for c in criteria if c.answered_by is AnsweredBy.PROSPECT and said.get(c.name)}
    answers = {name: answer for name, answer in said.items() if name in theirs}
    first = next_question(criteria, answers)
    draft = Draft(
        version.draft.sha256,
        lead.reference,
        lead.source,
        answers,
        first.name if first is not None else None,
        said,
        lead.id,
    )
    keep(found, draft)


def _by_another_version(draft: Draft, text: Document, sha256: str) -> Draft:
    """The lead by the version in force now: answers that still fit are kept."""
    if draft.kept_at is not None or not draft.begun:
        return Draft(sha256)
    answers = fitting(text.criteria, draft.answers)
    following = next_question(text.criteria, answers)
    return replace(
        draft,
        sha256=sha256,
        answers=answers,
        at=following.name if following is not None else None,
        said=fitting(text.criteria, draft.said),
        problems=tuple(name for name in draft.problems if name in {p.name for p in text.problems}),
        lost=tuple(name for name in draft.answers if name not in answers),
    )


def _place(found: Here) -> str:
    return f"qualify.{found.workshop.id}.{found.me.id}"
