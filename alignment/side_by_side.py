"""Own words side by side: by team, differences first, with the words that only one team uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alignment.own_words import OwnWords
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.workshop import Workshop
from definitions.glossary import Term
from definitions.own_words import InPlace, Question, Said
from definitions.phrases import closed, listed
from definitions.team_words import OwnWord, apart_in_review, apart_in_words, only_one_team


@dataclass(frozen=True)
class Answer:
    """What one person said to a question."""

    person: Participant
    said: Said


@dataclass(frozen=True)
class SideBySide:
    """One question with its answers by team; ``apart`` from 0 (all teams alike) to 1.

    ``own``: the words that only one team uses, the commonest first; empty in the self-review.
    """

    question: Question
    answers: Mapping[Team, tuple[Answer, ...]]
    apart: float
    own: Mapping[Team, tuple[OwnWord, ...]]

    def choices(self, team: Team) -> tuple[InPlace, ...]:
        """What a team's people chose in the self-review."""
        said = (answer.said.in_place for answer in self.answers[team])
        return tuple(choice for choice in said if choice is not None)


def side_by_side(workshop: Workshop, asked: OwnWords) -> tuple[SideBySide, ...]:
    """Every question with its answers, those first on which the teams differ most; empty while sealed.

    The terms come before the self-review. Only people who are still in one of the three teams are shown.
    """
    if asked.open:
        return ()
    rows = [_row(workshop, asked, question) for question in asked.questions]
    return tuple(sorted(rows, key=lambda row: (row.question.reviews, -row.apart)))


def _row(workshop: Workshop, asked: OwnWords, question: Question) -> SideBySide:
    answers = {team: tuple(_answers(asked, question, workshop.voters(team))) for team in VOTING_TEAMS}
    if question.reviews:
        row = SideBySide(question, answers, 0.0, {})
        apart = apart_in_review({team: row.choices(team) for team in VOTING_TEAMS})
        return SideBySide(question, answers, apart, {})
    texts = {team.value: [answer.said.text for answer in said] for team, said in answers.items()}
    marked = only_one_team(texts)
    return SideBySide(
        question, answers, apart_in_words(texts), {team: marked[team.value] for team in VOTING_TEAMS}
    )


def _answers(asked: OwnWords, question: Question, people: Iterable[Participant]) -> Iterable[Answer]:
    for person in people:
        said = asked.shown(person.id, None).get(question.id)
        if said is not None:
            yield Answer(person, said)


def review_finding(rows: Iterable[SideBySide]) -> str:
    """Where the teams differ most in the self-review, in a sentence; rows of a text say nothing to it."""
    answered = [row for row in rows if row.question.reviews and any(row.choices(t) for t in VOTING_TEAMS)]
    top = max(answered, key=lambda row: row.apart, default=None)
    if top is None:
        return "Nobody answered the self-review."
    if top.apart == 0:
        return "The teams answered the self-review alike."
    counts = {team: Counter(top.choices(team)) for team in VOTING_TEAMS if top.choices(team)}
    choice = max(InPlace, key=lambda choice: _spread(choice, counts.values()))
    said = [f"{counted[choice]} of {counted.total()} in {team.value}" for team, counted in counts.items()]
    statement = closed(top.question.text).removesuffix(".")
    return f"Furthest apart: “{statement}”. “{choice.value.capitalize()}” say {listed(said)}."


def _spread(choice: InPlace, counts: Iterable[Counter[InPlace]]) -> float:
    shares = [counted[choice] / counted.total() for counted in counts]
    return max(shares) - min(shares)


def as_clause(question: Question, said: Said) -> Term | None:
    """A text as the content of a clause: what the term means; ``None`` in the self-review."""
    return Term(name=question.term, definition=said.text) if question.term and said.text else None
