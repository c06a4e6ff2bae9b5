"""Own words: ask everybody, write privately, reveal, and make a text a draft clause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, built, next_id
from alignment.actions.clauses import room_for
from alignment.clashes import refuse_clash
from alignment.facts import ClauseProposed, OwnWordsAsked, OwnWordsRevealed, OwnWordsWritten
from alignment.own_words import OwnWords
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.side_by_side import as_clause
from alignment.workshop import Workshop
from definitions.own_words import InPlace, Question, Said
from definitions.texts import fold_name, tidy


@action(By.FACILITATOR)
def ask_own_words(
    workshop: Workshop, actor: Participant, questions: Iterable[Question], *, now: datetime
) -> Facts:
    """Ask everybody for their own words. A second time only after the first was revealed."""
    asked = tuple(questions)
    if workshop.own_words and workshop.own_words[-1].open:
        raise NotNow("Everybody is being asked already. Reveal what they wrote first.")
    if not asked:
        raise NotUnderstood("Choose at least one question to ask.")
    ids = {question.id for question in asked}
    terms = [fold_name(question.term) for question in asked if question.term]
    if len(ids) < len(asked) or len(set(terms)) < len(terms):
        raise NotUnderstood("Two of these questions are the same. Ask each one once.")
    return (built(OwnWordsAsked, round=len(workshop.own_words) + 1, questions=asked),)


@action(By.VOTER)
def write_own_words(
    workshop: Workshop,
    actor: Participant,
    question_id: str,
    text: str = "",
    in_place: InPlace | None = None,
    *,
    now: datetime,
) -> Facts:
    """Answer a question, or change one's answer; nobody else sees it before the reveal."""
    asked = _latest(workshop)
    question = asked.question(question_id)
    if question is None:
        raise NotUnderstood("This question is not asked now.")
    if not asked.open:
        raise NotNow("Everybody's words have been revealed; they stand as they were written.")
    if question.reviews and in_place is None:
        raise NotUnderstood("Please choose an answer first.")
    if not question.reviews and not tidy(text):
        raise NotUnderstood("Please write something first.")
    said = built(Said, in_place=in_place) if question.reviews else built(Said, text=text)
    if asked.written.get(actor.id, {}).get(question_id) == said:
        raise NotNow("That is what you wrote already.")
    return (OwnWordsWritten(round=asked.round, question_id=question_id, said=said),)


@action(By.FACILITATOR)
def reveal_own_words(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Show everybody's words to everybody; from then on they stand as they are."""
    asked = _latest(workshop)
    if not asked.open:
        raise NotNow("Everybody's words have been revealed already.")
    if not any(asked.written.values()):
        raise NotNow("Nobody has written anything yet.")
    return (OwnWordsRevealed(round=asked.round),)


@action(By.TEAM, WHILE_DRAFTING)
def propose_own_words(
    workshop: Workshop, actor: Participant, writer_id: str, question_id: str, *, now: datetime
) -> Facts:
    """Make what somebody wrote about a term a draft clause; whoever wrote it is its author."""
    asked = _latest(workshop)
    if asked.open:
        raise NotNow("What people wrote is sealed until the facilitator reveals it.")
    question, said = asked.question(question_id), asked.written.get(writer_id, {}).get(question_id)
    content = as_clause(question, said) if question is not None and said is not None else None
    if content is None:
        raise NotUnderstood("There is no such text about a term.")
    refuse_clash(workshop, content)
    room_for(workshop, 1)
    return (ClauseProposed(clause_id=next_id(workshop, "c"), content=content, words_of=writer_id),)


def _latest(workshop: Workshop) -> OwnWords:
    if not workshop.own_words:
        raise NotNow("Nobody has been asked for their own words yet.")
    return workshop.own_words[-1]
