"""Disputes: the hardest first, whose position each is, and the wordings people voted on."""

from __future__ import annotations

from fractions import Fraction

from alignment.actions.ballots import open_all_ballots
from alignment.actions.clauses import propose_clause, revise_clause
from alignment.actions.people import remove_participant
from alignment.actions.rulings import escalate, rule
from alignment.disputes import hardest_first, lowest_share, ruled, saying
from alignment.outcomes import Outcome
from alignment.stances import Stance
from alignment.standing import result
from alignment.wordings import earlier, last_voted_on
from tests.alignment.rooms import Room, criterion, staffed_room
from tests.alignment.stages import everybody_votes, vote


def voting_room() -> Room:
    """The ballots on Budget and Need are open."""
    room = staffed_room()
    for name in ("Budget", "Need"):
        room.act(propose_clause, "p1", criterion(name))
    room.act(open_all_ballots, "p1")
    return room


def disputed_room() -> Room:
    """One of sales is against Budget, both are against Need."""
    room = voting_room()
    everybody_votes(room, "Budget", {"Dee": Stance.DISAGREE})
    everybody_votes(room, "Need", {"Sal": Stance.DISAGREE, "Dee": Stance.DISAGREE})
    return room


def test_the_clause_that_a_team_agrees_with_least_is_the_hardest() -> None:
    room = disputed_room()
    assert [clause.name for clause in hardest_first(room.workshop, room.now)] == ["Need", "Budget"]


def test_what_everybody_agrees_with_is_not_disputed() -> None:
    room = disputed_room()
    vote(room, "Dee", "Budget")
    assert [clause.name for clause in hardest_first(room.workshop, room.now)] == ["Need"]


def test_the_lowest_share_is_that_of_the_team_that_agrees_least() -> None:
    room = disputed_room()
    shares = {}
    for name in ("Budget", "Need"):
        round_ = room.clause(name).round
        assert round_ is not None
        shares[name] = lowest_share(result(room.workshop, round_))
    assert shares == {"Budget": Fraction(1, 2), "Need": Fraction(0)}


def test_a_side_leaves_out_those_whose_votes_count_no_more() -> None:
    room = disputed_room()
    round_ = room.clause("Need").round
    assert round_ is not None
    against = saying(room.workshop, round_.ballots.values(), Stance.DISAGREE)
    assert [person.name for person, _ in against] == ["Sal", "Dee"]
    room.act(remove_participant, "p1", room.id("Sal"))
    against = saying(room.workshop, round_.ballots.values(), Stance.DISAGREE)
    assert [person.name for person, _ in against] == ["Dee"]


def test_the_latest_ruling_comes_first() -> None:
    room = disputed_room()
    for name in ("Budget", "Need"):
        room.act(escalate, "p1", room.clause(name).id)
        room.act(rule, room.id("Dee"), room.clause(name).id, Outcome.STANDS, 1, "So be it.")
    assert [clause.name for clause in ruled(room.workshop)] == ["Need", "Budget"]


def test_the_wording_voted_on_last_is_the_one_before_the_present_that_has_votes() -> None:
    room = voting_room()
    budget = room.clause("Budget").id
    assert last_voted_on(room.clause("Budget")) is None
    vote(room, "Sal", "Budget")
    assert last_voted_on(room.clause("Budget")) is None
    room.act(revise_clause, "p1", budget, 1, criterion(question="Second?"))
    room.act(revise_clause, "p1", budget, 2, criterion(question="Third?"))
    voted = last_voted_on(room.clause("Budget"))
    assert voted is not None
    assert voted.number == 1
    assert [revision.number for revision in earlier(room.clause("Budget"))] == [2, 1]
