"""From the workshop's settled clauses to the document that people sign."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pydantic import ValidationError

from alignment.clauses import Clause, Status
from alignment.drafts import Frozen, Published
from alignment.golden_runs import GoldenRun, golden_runs
from alignment.people import Participant
from alignment.refused import NotNow, in_plain_words
from alignment.stances import Stance
from alignment.standing import status
from alignment.workshop import Workshop
from definitions.document import (
    Basis,
    Dissent,
    Document,
    LeftOut,
    Ruling,
    Settled,
    SignatureLine,
    SignedDocument,
    Signer,
    compose,
    lacking,
    scorecard,
    sign,
    statement,
)
from definitions.enclosures import MOST_EXAMPLES, Example, ExampleAnswer
from definitions.since import since


def document(workshop: Workshop, signatories: Iterable[Participant], now: datetime) -> Document:
    """The definition as it stands: every agreed and ruled clause, and what was left out after a vote.

    Golden leads are enclosed as worked examples, and what changed since the version in force. Refused with a
    sentence if it lacks a criterion or the threshold.
    """
    stands = [c for c in workshop.clauses.values() if status(workshop, c, now) in _IN_THE_TEXT]
    lacks = lacking(clause.content for clause in stands)
    if lacks:
        raise NotNow(" ".join(lacks))
    clauses = [_settled(workshop, clause) for clause in stands]
    last = workshop.in_force
    try:
        text = compose(
            workshop_id=workshop.id,
            workshop=workshop.name,
            company=workshop.company,
            offering=workshop.offering,
            version=workshop.version,
            settled=clauses,
            left_out=[
                _left_out(clause) for clause in workshop.clauses.values() if _was_decided_against(clause)
            ],
            signers=[signer(workshop, person) for person in signatories],
            since=since(frozen_document(last.draft), clauses) if last is not None else None,
        )
    except ValidationError as error:
        raise NotNow(in_plain_words(error)) from error
    return text.model_copy(update={"examples": _examples(workshop, text)})


def _examples(workshop: Workshop, text: Document) -> tuple[Example, ...]:
    """The first golden leads as worked examples, those with answers to any question."""
    runs = golden_runs(workshop, scorecard(text))
    answered = [run for run in runs if any(line.answer is not None for line in run.receipt.lines)]
    return tuple(_example(run) for run in answered[:MOST_EXAMPLES])


def _example(run: GoldenRun) -> Example:
    """A golden lead as it is judged; where that was not expected, with the reason for accepting it."""
    lead, receipt = run.lead, run.receipt
    accepted = lead.acknowledged if run.flipped else None
    lines = [(line, line.answer) for line in receipt.lines]
    return Example(
        name=lead.name,
        answers=tuple(
            ExampleAnswer(criterion=line.criterion.name, answer=answer, points=line.points)
            for line, answer in lines
            if answer is not None
        ),
        points=receipt.points,
        verdict=receipt.verdict,
        why=accepted.reason if accepted is not None else lead.why,
    )


_IN_THE_TEXT = frozenset({Status.AGREED, Status.RULED})


def signer(workshop: Workshop, person: Participant) -> Signer:
    """Somebody who must sign, with the words to sign."""
    decides = workshop.decider_id == person.id
    words = statement(
        name=person.name,
        team=person.team.value,
        decider=decides,
        company=workshop.company,
        version=workshop.version,
    )
    return Signer(
        person_id=person.id, name=person.name, team=person.team.value, decider=decides, statement=words
    )


def frozen_document(draft: Frozen) -> Document:
    """The document as it was frozen."""
    return Document.model_validate(draft.document)


def signed_document(workshop: Workshop, draft: Frozen, published: Published | None = None) -> SignedDocument:
    """A frozen or published document with the signatures given so far."""
    text = frozen_document(draft)
    lines = [_signature_line(text, draft, person_id) for person_id in draft.signatures]
    return sign(text, lines, published.at if published is not None else None)


def _signature_line(text: Document, draft: Frozen, person_id: str) -> SignatureLine:
    given = draft.signatures[person_id]
    who = next(person for person in text.signers if person.person_id == person_id)
    return SignatureLine(
        person_id=person_id,
        name=who.name,
        team=who.team,
        typed=given.typed_name,
        statement=given.statement,
        sha256=given.sha256,
        signed_at=given.at,
    )


def _settled(workshop: Workshop, clause: Clause) -> Settled:
    ruling = None
    if clause.ruling is not None:
        ruling = Ruling(name=workshop.name_of(clause.ruling.by), reason=clause.ruling.reason)
    return Settled(
        clause_id=clause.id,
        revision=clause.revision.number,
        content=clause.content,
        basis=Basis.RULED if ruling else Basis.AGREED,
        ruling=ruling,
        dissent=tuple(dissent(workshop, clause)),
    )


def dissent(workshop: Workshop, clause: Clause) -> Iterable[Dissent]:
    """Those who disagreed in the last round of voting, in their own words, in the order of voting."""
    if not clause.rounds:
        return
    for ballot in clause.rounds[-1].ballots.values():
        voter = workshop.participants[ballot.by]
        if ballot.stance is Stance.DISAGREE and voter.votes:
            yield Dissent(name=voter.name, team=voter.team.value, reason=ballot.reason)


def _was_decided_against(clause: Clause) -> bool:
    voted = any(round_.ballots for round_ in clause.rounds)
    return clause.left_out and (voted or clause.ruling is not None)


def _left_out(clause: Clause) -> LeftOut:
    reason = clause.ruling.reason if clause.ruling is not None else clause.withdrawn_reason
    return LeftOut(name=clause.name, reason=reason or "Withdrawn.")
