"""Home: where the workshop stands, what waits for each person, and what happened lately."""

from __future__ import annotations

import pytest

from alignment.actions.rulings import escalate
from alignment.stances import Stance
from data.room import Room
from data.starter import classic_scorecard
from tests.pages.rooms import HOST, clause, everybody_votes, put_to_vote, screen, shown, vote

BUDGET, NEED = classic_scorecard()[0], classic_scorecard()[2]


def links(app: object) -> list[str]:
    return [link.proto.label for link in app.main.get("page_link")]  # type: ignore[attr-defined]


def test_an_empty_workshop_says_that_nothing_waits_and_what_comes_next(room: Room) -> None:
    app = screen(room, "Sal")
    assert "Nothing" in shown(app)
    assert "Next for the group" in shown(app)


def test_a_ballot_waits_for_a_voter_until_they_have_voted(room: Room) -> None:
    put_to_vote(room, BUDGET)
    assert f"Vote on {BUDGET.name}" in links(screen(room, "Sal"))
    vote(room, "Sal", BUDGET.name)
    assert f"Vote on {BUDGET.name}" not in links(screen(room, "Sal"))
    assert f"Vote on {BUDGET.name}" in links(screen(room, "Eve"))


def test_nothing_waits_for_an_observer(room: Room) -> None:
    put_to_vote(room, BUDGET)
    assert not [words for words in links(screen(room, "Obi")) if words.startswith(("Vote", "Rule", "Sign"))]


def test_a_ruling_waits_for_the_decider_only(room: Room) -> None:
    put_to_vote(room, BUDGET)
    everybody_votes(room, BUDGET.name, {"Eve": Stance.DISAGREE})
    room.act(escalate, HOST, clause(room, BUDGET.name).id, "")
    assert f"Rule on {BUDGET.name}" in links(screen(room, "Dee"))
    assert f"Rule on {BUDGET.name}" not in links(screen(room, "Hana"))


def test_the_first_sentence_counts_the_clauses_by_where_they_stand(room: Room) -> None:
    put_to_vote(room, BUDGET, NEED)
    everybody_votes(room, BUDGET.name)
    assert "1 of 2 clauses" in shown(screen(room, "Sal"))


@pytest.mark.parametrize(("reader", "told"), [("Eve", False), ("Sal", True)])
def test_the_news_tell_of_a_sealed_vote_only_that_it_was_cast(room: Room, reader: str, told: bool) -> None:
    put_to_vote(room, BUDGET)
    vote(room, "Sal", BUDGET.name, Stance.DISAGREE, "Too vague for me.")
    assert ("Too vague for me" in shown(screen(room, reader)).replace("\\", "")) is told


def test_the_sidebar_says_who_i_am_and_how_much_waits(room: Room) -> None:
    put_to_vote(room, BUDGET, NEED)
    side = screen(room, "Dee").sidebar
    assert "Waiting for you: 2" in [link.proto.label for link in side.get("page_link")]
    assert any("Dee" in words.value for words in side.markdown)
    assert side.caption[-1].value == "Decider"
