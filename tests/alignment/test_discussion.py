"""Discussing a clause: threads, mentions, and what is new since somebody last caught up."""

from __future__ import annotations

import pytest

from alignment.actions.calibrations import judge_lead, open_calibration
from alignment.actions.clauses import comment, propose_clause, revise_clause
from alignment.actions.discussion import catch_up, resolve_comment
from alignment.actions.leads import add_lead_set
from alignment.actions.people import remove_participant
from alignment.actions.rulings import escalate
from alignment.clauses import Clause
from alignment.discussion import new_comments, threads
from alignment.facts import CaughtUp, CommentMade, RulingMade
from alignment.judgements import Judgement
from alignment.mentions import mentioned
from alignment.news import News, Why, news
from alignment.people import Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.topics import topic
from tests.alignment.rooms import LEADS, Room, criterion, join, staffed_room
from tests.alignment.stages import DRAWN, Stage, calibration_id, room_at, vote


def talking_room() -> Room:
    """Mark's Budget: Sal asks, Mark answers her."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    say(room, "Sal", "Who checks it?")
    say(room, "Mark", "Marketing does.", reply_to=budget(room).comments[0].id)
    return room


def budget(room: Room) -> Clause:
    return room.clause("Budget")


def say(room: Room, name: str, text: str, reply_to: str | None = None) -> None:
    room.act(comment, room.id(name), budget(room).id, text, reply_to)


def resolve(room: Room, name: str, place: int = 0) -> None:
    room.act(resolve_comment, room.id(name), budget(room).id, budget(room).comments[place].id)


def new_to(room: Room, name: str) -> tuple[News, ...]:
    return news(room.workshop, room.record, room.person(name))


def read_all(room: Room, name: str) -> None:
    room.act(catch_up, room.id(name), room.workshop.head)


# --- threads


def test_replies_stand_under_the_comment_that_began_the_thread_also_replies_to_replies() -> None:
    room = talking_room()
    say(room, "Eve", "Something else.")
    say(room, "Sal", "With what?", reply_to=budget(room).comments[1].id)
    first, second = threads(budget(room))
    assert [c.text for c in (first.first, *first.replies)] == [
        "Who checks it?",
        "Marketing does.",
        "With what?",
    ]
    assert (second.first.text, second.replies) == ("Something else.", ())


def test_there_is_no_reply_to_a_comment_on_another_clause() -> None:
    room = talking_room()
    room.act(propose_clause, "p1", criterion("Role"))
    with pytest.raises(NotUnderstood, match="no such comment"):
        room.act(comment, "p1", room.clause("Role").id, "Hm.", budget(room).comments[0].id)


def test_a_reply_opens_a_resolved_thread_again() -> None:
    room = talking_room()
    resolve(room, "Sal")
    assert threads(budget(room))[0].resolved
    with pytest.raises(NotNow, match="resolved already"):
        resolve(room, "Sal")
    say(room, "Eve", "Not so fast.", reply_to=budget(room).comments[0].id)
    assert not threads(budget(room))[0].resolved


def test_who_began_it_the_author_and_facilitators_resolve_a_thread_and_nobody_a_reply() -> None:
    for name in ("Sal", "Mark", "Ofi"):
        resolve(talking_room(), name)
    with pytest.raises(NotAllowed, match="can resolve this"):
        resolve(talking_room(), "Eve")
    with pytest.raises(NotUnderstood, match="together with the comment"):
        resolve(talking_room(), "Mark", 1)


# --- mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Sal, please look", ["Sal"]),
        ("(@sal) and @EVE!", ["Sal", "Eve"]),
        ("@Sally", []),
        ("@Sal Ann knows", ["Sal Ann"]),
        ("@Sal  Ann", ["Sal Ann"]),
        ("@Sal Anne", ["Sal"]),
        ("somebody@Sal", []),
        ("@Rex was removed", []),
        ("@", []),
        ("@@Sal @Sal", ["Sal"]),
        ("@S\u200bal", ["Sal"]),
    ],
)
def test_an_at_sign_and_a_whole_name_mention_somebody(text: str, names: list[str]) -> None:
    room = staffed_room()
    join(room, "Sal Ann", Team.SALES)
    assert [person.name for person in mentioned(room.workshop, text)] == names


# --- what is new


def test_comments_of_others_are_new_until_one_has_caught_up() -> None:
    room = talking_room()
    assert new_comments(room.workshop, budget(room), room.person("Sal")) == 1
    assert new_comments(room.workshop, budget(room), room.person("Eve")) == 2
    read_all(room, "Eve")
    assert new_comments(room.workshop, budget(room), room.person("Eve")) == 0
    say(room, "Mark", "And sales too.")
    assert new_comments(room.workshop, budget(room), room.person("Eve")) == 1


def test_what_came_after_what_one_has_seen_stays_new() -> None:
    room = talking_room()
    seen = room.workshop.head
    say(room, "Mark", "And sales too.")
    room.act(catch_up, room.id("Eve"), seen)
    assert [entry.entry.seq for entry in new_to(room, "Eve")] == [room.workshop.head - 1]


def test_to_somebody_who_joins_what_happened_before_is_not_new() -> None:
    room = talking_room()
    join(room, "Nina", Team.SALES)
    assert new_to(room, "Nina") == ()
    assert new_comments(room.workshop, budget(room), room.person("Nina")) == 0


def test_the_record_grows_only_when_catching_up_changes_what_is_new() -> None:
    room = talking_room()
    read_all(room, "Eve")
    length = len(room.record)
    for _ in range(3):
        with pytest.raises(NotNow, match="Nothing is new"):
            read_all(room, "Eve")
    say(room, "Eve", "Mine.")
    with pytest.raises(NotNow, match="Nothing is new"):
        read_all(room, "Eve")
    assert len(room.record) == length + 1
    assert sum(isinstance(entry.fact, CaughtUp) for entry in room.record) == 1


@pytest.mark.parametrize("upto", [0, -1, 10_000])
def test_one_catches_up_with_what_there_is(upto: int) -> None:
    room = talking_room()
    with pytest.raises(NotUnderstood, match="does not go that far"):
        room.act(catch_up, room.id("Eve"), upto)


def test_catching_up_moves_nobody_elses_page() -> None:
    room = talking_room()
    read_all(room, "Obi")
    assert topic(room.record[-1].fact) == "visits"


def test_news_says_why_it_concerns_somebody() -> None:
    room = talking_room()
    say(room, "Eve", "What do you think, @Sal?")
    say(room, "Eve", "And why?", reply_to=budget(room).comments[0].id)
    whys = [(piece.why, type(piece.entry.fact)) for piece in new_to(room, "Sal")]
    assert whys[:3] == [(Why.REPLY, CommentMade), (Why.MENTION, CommentMade), (Why.REPLY, CommentMade)]
    assert whys[3][0] is Why.NONE
    assert {piece.why for piece in new_to(room, "Dee")} == {Why.NONE}


def test_whoever_took_part_is_told_of_an_escalation_and_a_ruling() -> None:
    room = room_at(Stage.RULED)
    pieces = {type(piece.entry.fact): piece.why for piece in new_to(room, "Mark")}
    assert pieces[RulingMade] is Why.DECISION
    bystander = {type(piece.entry.fact): piece.why for piece in new_to(room, "Obi")}
    assert bystander[RulingMade] is Why.NONE


def test_votes_judgements_and_own_doings_are_no_news() -> None:
    room = room_at(Stage.VOTING)
    room.act(open_calibration, "p1", "After", LEADS.lead_set, 8, DRAWN)
    read_all(room, "Xan")
    vote(room, "Eve", "Budget")
    room.act(judge_lead, room.id("Eve"), calibration_id(room), 0, Judgement.NOT)
    assert new_to(room, "Xan") == ()
    room.act(revise_clause, room.id("Xan"), budget(room).id, 1, criterion(best=6))
    assert new_to(room, "Xan") == ()
    assert len(new_to(room, "Eve")) >= 1


def test_whom_a_text_mentions_is_told_also_of_a_clause_that_is_disputed_later() -> None:
    room = room_at(Stage.DISPUTED)
    read_all(room, "Dee")
    room.act(escalate, "p1", budget(room).id, "Please.")
    assert [piece.why for piece in new_to(room, "Dee")] == [Why.DECISION]
    room.act(remove_participant, "p1", room.id("Dee"))
    assert mentioned(room.workshop, "@Dee") == ()


def test_a_lead_set_is_no_news_of_a_clause() -> None:
    room = talking_room()
    read_all(room, "Eve")
    room.act(add_lead_set, "p1", LEADS)
    assert new_to(room, "Eve") == ()
