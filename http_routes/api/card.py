"""A definition made ready for scoring: every question and answer looked up once, every line written once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from alignment.composing import frozen_document
from alignment.drafts import Frozen
from definitions.criteria import Answer, Criterion
from definitions.document import Document, scorecard
from definitions.scorecard import Verdict
from definitions.texts import fold_name

Answers = Sequence[int]
"""A lead: for each criterion the place of its answer, the number of answers where it has none."""
MOST_CARDS = 64


class Question:
    """One criterion. The last entry of ``points``, ``passes`` and ``lines`` is for a missing answer."""

    def __init__(self, criterion: Criterion, clause_id: str) -> None:
        """``lines`` are the receipt's lines as JSON."""
        self.criterion = criterion
        self.missing = len(criterion.labels)
        self.numbered = any(answer.bounded for answer in criterion.answers)
        self.places = {fold_name(label): place for place, label in enumerate(criterion.labels)}
        self.places.update({label: place for place, label in enumerate(criterion.labels)})
        given = (*criterion.labels, None)
        self.points = [criterion.points(label) for label in given]
        self.passes = [criterion.passes(label) for label in given]
        self.lines = [
            _json(
                criterion=criterion.name,
                id=clause_id,
                answer=label,
                points=self.points[place],
                gate_passed=self.passes[place],
            )
            for place, label in enumerate(given)
        ]

    def place(self, label: str) -> int | None:
        """The place of an answer, however its letters and blanks are typed."""
        return self.places.get(label, self.places.get(fold_name(label)))

    def covering(self, number: float) -> int | None:
        """The place of the first answer whose bounds hold a number."""
        answers = enumerate(self.criterion.answers)
        return next((place for place, answer in answers if _covers(answer, number)), None)


def _covers(answer: Answer, number: float) -> bool:
    above = answer.at_least is None or number >= answer.at_least
    return answer.bounded and above and (answer.below is None or number < answer.below)


class Card:
    """The scorecard of a document. What it says of a lead is what ``definitions.scorecard.score`` says."""

    def __init__(self, document: Document) -> None:
        """Everything is looked up here, so that a lead costs little."""
        self._scorecard = scorecard(document)
        ids = [clause.clause_id for clause in document.clauses if isinstance(clause.content, Criterion)]
        criteria = zip(document.criteria, ids, strict=True)
        self.questions = tuple(Question(criterion, clause_id) for criterion, clause_id in criteria)
        self.places = {fold_name(q.criterion.name): place for place, q in enumerate(self.questions)}
        self.places |= {clause_id: place for place, clause_id in enumerate(ids)}
        self.places |= {q.criterion.name: place for place, q in enumerate(self.questions)}
        self.known: list[dict[str | None, int]] = [q.places | {None: q.missing} for q in self.questions]

    def place(self, name: str) -> int | None:
        """The place of the criterion with a name or an id."""
        found = self.places.get(name)
        return self.places.get(fold_name(name)) if found is None else found

    def scored(self, answers: Answers) -> str:
        """A lead's verdict, points and lines as JSON without its closing brace."""
        points, failed, lines = 0, 0, []
        for question, place in zip(self.questions, answers, strict=True):
            points += question.points[place]
            failed += not question.passes[place]
            lines.append(question.lines[place])
        verdict = self._scorecard.verdict(points, not failed)
        return f'{{"verdict":"{verdict}","points":{points},"lines":[{",".join(lines)}]'

    def changes(self, answers: Answers) -> list[str]:
        """Every single other answer that gives the lead another verdict, each as JSON."""
        pairs = list(zip(self.questions, answers, strict=True))
        points = sum(question.points[place] for question, place in pairs)
        failed = sum(not question.passes[place] for question, place in pairs)
        now = self._scorecard.verdict(points, not failed)
        return [
            _json(criterion=question.criterion.name, answer=label, verdict=verdict)
            for question, place in pairs
            for label, verdict in self._others(question, place, points, failed)
            if verdict is not now
        ]

    def _others(
        self, question: Question, place: int, points: int, failed: int
    ) -> Iterator[tuple[str, Verdict]]:
        points -= question.points[place]
        failed -= not question.passes[place]
        for other, label in enumerate(question.criterion.labels):
            passes = not failed + (not question.passes[other])
            yield label, self._scorecard.verdict(points + question.points[other], passes)


_cards: dict[str, Card] = {}


def card_of(draft: Frozen) -> Card:
    """The card of a frozen text, made once a fingerprint."""
    found = _cards.get(draft.sha256)
    if found is None:
        found = _cards[draft.sha256] = Card(frozen_document(draft))
        for old in list(islice(_cards, max(0, len(_cards) - MOST_CARDS))):
            _cards.pop(old, None)
    return found


def _json(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
