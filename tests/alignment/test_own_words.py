"""Own words: everybody writes on their own, sees the others' after the reveal, and makes clauses of them."""

from __future__ import annotations

import pytest

from alignment.actions.own_words import ask_own_words, propose_own_words, reveal_own_words, write_own_words
from alignment.actions.people import remove_participant
from alignment.clauses import Status
from alignment.finishing import finished_by_team
from alignment.own_words import OwnWords
from alignment.people import Participant, Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Refused
from alignment.side_by_side import review_finding, side_by_side
from alignment.telling import tell
from alignment.topics import topic
from definitions.own_words import LONGEST, InPlace, Question
from tests.alignment.rooms import Room, staffed_room
from tests.alignment.stages import QUESTIONS

WORDS = {
    "Hana": "Somebody who downloaded our brochure.",
    "Mark": "Anybody who fills in a form, brochure or not.",
    "Sal": "A buyer who has a budget.",
    "Dee": "A buyer with budgets and a date.",
}


def asked_room(*, revealed: bool = False) -> Room:
    """Hana and Mark (marketing), Sal and Dee (sales) have written; Eve and Xan (executives) have not."""
    room = staffed_room()
    room.act(ask_own_words, "p1", QUESTIONS)
    for name, text in WORDS.items():
        room.act(write_own_words, room.id(name), "q1", text)
    if revealed:
        room.act(reveal_own_words, "p1")
    return room


def latest(room: Room) -> OwnWords:
    return room.workshop.own_words[-1]


def record_told(room: Room, reader: Participant | None) -> str:
    return "\n".join(tell(room.workshop, entry, reader, room.now) for entry in room.record)


def test_before_the_reveal_one_sees_ones_own_words_only() -> None:
    room = asked_room()
    sal = room.person("Sal")
    assert latest(room).shown(sal.id, sal)["q1"].text == WORDS["Sal"]
    assert all(not latest(room).shown(sal.id, room.person(name)) for name in ("Hana", "Dee", "Ofi", "Obi"))
    assert not latest(room).shown(sal.id, None)
    assert side_by_side(room.workshop, latest(room)) == ()


@pytest.mark.parametrize("name", ["Hana", "Dee", "Ofi", "Obi", "Rex"])
def test_the_record_tells_nobody_else_what_was_written(name: str) -> None:
    told = record_told(asked_room(), asked_room().person(name))
    others = [text for writer, text in WORDS.items() if writer != name]
    assert not any(text in told for text in others)
    assert "answered a question in their own words" in told


def test_after_the_reveal_the_record_tells_everybody_what_was_written() -> None:
    room = asked_room(revealed=True)
    told = record_told(room, room.person("Obi"))
    assert all(f"wrote on Qualified lead: {text}" in told for text in WORDS.values())


def test_the_last_words_count_until_the_reveal() -> None:
    room = asked_room()
    room.act(write_own_words, room.id("Sal"), "q1", "A buyer who calls back.")
    room.act(reveal_own_words, "p1")
    assert latest(room).shown(room.id("Sal"), None)["q1"].text == "A buyer who calls back."
    with pytest.raises(NotNow, match="stand as they were written"):
        room.act(write_own_words, room.id("Sal"), "q1", "Too late.")


def test_the_self_review_is_a_choice_and_a_term_is_a_text() -> None:
    room = asked_room()
    with pytest.raises(NotUnderstood, match="choose an answer"):
        room.act(write_own_words, room.id("Sal"), "q2", "Yes, we do.")
    with pytest.raises(NotUnderstood, match="write something"):
        room.act(write_own_words, room.id("Sal"), "q1", " \n\x00", InPlace.PARTLY)
    room.act(write_own_words, room.id("Sal"), "q2", in_place=InPlace.DONT_KNOW)
    assert latest(room).left_for(room.id("Sal")) == 0


@pytest.mark.parametrize(
    ("name", "question", "text", "why"),
    [
        ("Obi", "q1", "Hello.", "Only members of the three teams"),
        ("Sal", "q9", "Hello.", "is not asked now"),
        ("Sal", "q1", "A buyer who has a budget. ", "what you wrote already"),
        ("Sal", "q1", "x" * (LONGEST + 1), "longer than 2,000 characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    name: str, question: str, text: str, why: str
) -> None:
    room = asked_room()
    with pytest.raises(Refused, match=why):
        room.act(write_own_words, room.id(name), question, text)


def test_everybody_is_asked_once_at_a_time_and_each_question_once() -> None:
    room = asked_room()
    with pytest.raises(NotNow, match="Reveal what they wrote first"):
        room.act(ask_own_words, "p1", QUESTIONS)
    room.act(reveal_own_words, "p1")
    same = Question(id="q3", term="qualified  LEAD", text="Again?")
    with pytest.raises(NotUnderstood, match="are the same"):
        room.act(ask_own_words, "p1", (*QUESTIONS, same))
    with pytest.raises(NotUnderstood, match="at least one question"):
        room.act(ask_own_words, "p1", ())
    room.act(ask_own_words, "p1", QUESTIONS)
    assert [asked.open for asked in room.workshop.own_words] == [False, True]


def test_nothing_is_revealed_before_somebody_wrote() -> None:
    room = staffed_room()
    with pytest.raises(NotNow, match="Nobody has been asked"):
        room.act(reveal_own_words, "p1")
    room.act(ask_own_words, "p1", QUESTIONS)
    with pytest.raises(NotNow, match="Nobody has written"):
        room.act(reveal_own_words, "p1")


def test_side_by_side_shows_each_teams_texts_and_marks_the_words_of_one_team_only() -> None:
    first, review = side_by_side(asked_room(revealed=True).workshop, latest(asked_room(revealed=True)))
    assert [answer.person.name for answer in first.answers[Team.SALES]] == ["Sal", "Dee"]
    assert first.answers[Team.EXECUTIVES] == ()
    assert first.own[Team.MARKETING][0].word == "brochure"
    assert [(own.word, own.people) for own in first.own[Team.SALES]] == [
        ("budget", 2),
        ("buyer", 2),
        ("date", 1),
    ]
    assert first.apart == 1.0
    assert review.question.reviews


def test_the_terms_on_which_teams_differ_most_come_first_and_the_self_review_last() -> None:
    room = staffed_room()
    questions = [Question(id=f"t{n}", term=f"Term {n}", text="?") for n in (1, 2)]
    room.act(ask_own_words, "p1", [QUESTIONS[1], *questions])
    for name, same, other in (("Mark", "Ready budget", "Form"), ("Sal", "Budget ready", "Meeting")):
        room.act(write_own_words, room.id(name), "t1", same)
        room.act(write_own_words, room.id(name), "t2", other)
    room.act(write_own_words, room.id("Mark"), "q2", in_place=InPlace.IN_PLACE)
    room.act(write_own_words, room.id("Sal"), "q2", in_place=InPlace.NOT)
    room.act(reveal_own_words, "p1")
    rows = side_by_side(room.workshop, latest(room))
    assert [(row.question.id, row.apart) for row in rows] == [("t2", 1.0), ("t1", 0.0), ("q2", 1.0)]


@pytest.mark.parametrize(
    ("choices", "finding"),
    [
        ({}, "Nobody answered the self-review."),
        ({"Mark": InPlace.NOT, "Sal": InPlace.NOT}, "The teams answered the self-review alike."),
        (
            {"Hana": InPlace.NOT, "Mark": InPlace.PARTLY, "Sal": InPlace.NOT, "Dee": InPlace.NOT},
            "Furthest apart: “Leads are qualified by written criteria”. "
            "“Partly in place” say 1 of 2 in marketing and 0 of 2 in sales.",
        ),
    ],
)
def test_the_self_review_says_in_a_sentence_where_the_teams_differ_most(
    choices: dict[str, InPlace], finding: str
) -> None:
    room = asked_room()
    for name, choice in choices.items():
        room.act(write_own_words, room.id(name), "q2", in_place=choice)
    room.act(reveal_own_words, "p1")
    assert review_finding(side_by_side(room.workshop, latest(room))) == finding


def test_those_who_were_removed_are_not_shown() -> None:
    room = asked_room(revealed=True)
    room.act(remove_participant, "p1", room.id("Sal"))
    row = side_by_side(room.workshop, latest(room))[0]
    assert [answer.person.name for answer in row.answers[Team.SALES]] == ["Dee"]


def test_the_progress_counts_people_by_team_and_says_nothing_of_their_words() -> None:
    room = asked_room()
    assert finished_by_team(room.workshop, latest(room))[Team.SALES] == (0, 2)
    room.act(write_own_words, room.id("Sal"), "q2", in_place=InPlace.PARTLY)
    assert finished_by_team(room.workshop, latest(room))[Team.SALES] == (1, 2)


def test_a_revealed_text_becomes_a_draft_clause_by_whoever_wrote_it() -> None:
    room = asked_room(revealed=True)
    room.act(propose_own_words, "p1", room.id("Sal"), "q1")
    clause = room.clause("Qualified lead")
    assert (clause.author, room.status("Qualified lead")) == (room.id("Sal"), Status.DRAFT)
    assert clause.content.kind == "term"
    assert "proposed Qualified lead in the words of Sal" in record_told(room, None)
    with pytest.raises(Refused, match="There is a term of this name already"):
        room.act(propose_own_words, "p1", room.id("Mark"), "q1")


def test_no_sealed_text_and_no_choice_of_the_self_review_becomes_a_clause() -> None:
    room = asked_room()
    with pytest.raises(NotNow, match="sealed until the facilitator reveals"):
        room.act(propose_own_words, "p1", room.id("Sal"), "q1")
    room.act(write_own_words, room.id("Sal"), "q2", in_place=InPlace.PARTLY)
    room.act(reveal_own_words, "p1")
    for writer, question in ((room.id("Sal"), "q2"), (room.id("Eve"), "q1"), ("p99", "q1")):
        with pytest.raises(NotUnderstood, match="no such text"):
            room.act(propose_own_words, "p1", writer, question)
    with pytest.raises(NotAllowed):
        room.act(propose_own_words, room.id("Obi"), room.id("Sal"), "q1")


def test_what_one_person_writes_moves_nobody_elses_page() -> None:
    room = asked_room()
    assert topic(room.record[-1].fact) == "own words"
