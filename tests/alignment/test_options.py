"""The ways to rule on a clause: the scorecard each leaves, and who is against it."""

from __future__ import annotations

from alignment.actions.ballots import cast_ballot, open_all_ballots, open_ballot, reveal_ballot
from alignment.actions.clauses import propose_clause, revise_clause
from alignment.options import Option, options
from alignment.outcomes import Outcome
from alignment.people import Team
from alignment.stances import Seal, Stance
from definitions.scorecard import Scorecard
from tests.alignment.rooms import Room, criterion, staffed_room, term, threshold
from tests.alignment.stages import everybody_votes


def voted_room() -> Room:
    """Sal is against Budget; everybody agrees to Need and the threshold of 4."""
    room = staffed_room()
    for content in (criterion(), criterion("Need"), threshold()):
        room.act(propose_clause, "p1", content)
    room.act(open_all_ballots, "p1")
    everybody_votes(room, "Budget", but={"Sal": Stance.DISAGREE})
    return room


def ways(room: Room, name: str) -> tuple[Option, ...]:
    return options(room.workshop, room.clause(name), room.now)


def test_a_clause_stands_or_is_left_out_and_the_scorecard_is_then_without_it() -> None:
    stands, left_out = ways(voted_room(), "Budget")
    assert (stands.outcome, stands.revision, left_out.outcome) == (Outcome.STANDS, 1, Outcome.LEFT_OUT)
    assert stands.scorecard == Scorecard((criterion(), criterion("Need")), threshold())
    assert left_out.scorecard == Scorecard((criterion("Need"),), threshold())


def test_who_is_against_a_wording_is_for_leaving_it_out_and_the_other_way_round() -> None:
    stands, left_out = ways(voted_room(), "Budget")
    assert stands.against == {Team.MARKETING: (0, 2), Team.SALES: (1, 2), Team.EXECUTIVES: (0, 2)}
    assert left_out.against == {Team.MARKETING: (2, 2), Team.SALES: (1, 2), Team.EXECUTIVES: (2, 2)}


def test_an_earlier_wording_that_people_voted_on_is_a_way_with_its_own_votes() -> None:
    room = voted_room()
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    everybody_votes(room, "Budget", but={"Eve": Stance.DISAGREE})
    now, before, _ = ways(room, "Budget")
    assert (now.revision, before.revision) == (2, 1)
    assert before.scorecard == Scorecard((criterion(), criterion("Need")), threshold())
    assert before.against[Team.SALES] == (1, 2)
    assert now.against[Team.EXECUTIVES] == (1, 2)


def test_votes_that_are_still_sealed_are_told_by_no_option() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    budget = room.clause("Budget").id
    room.act(open_ballot, "p1", budget, seal=Seal.UNTIL_REVEAL)
    room.act(cast_ballot, room.id("Sal"), budget, Stance.DISAGREE, "No.")
    room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    everybody_votes(room, "Budget", but={"Dee": Stance.DISAGREE})
    assert [each.against[Team.SALES] for each in ways(room, "Budget")] == [(0, 0), (0, 0)]
    room.act(reveal_ballot, "p1", budget)
    assert [each.against[Team.SALES] for each in ways(room, "Budget")] == [(1, 2), (1, 2)]


def test_without_its_threshold_or_its_last_criterion_nothing_scores() -> None:
    stands, left_out = ways(voted_room(), "Threshold")
    assert stands.scorecard is not None
    assert left_out.scorecard is None
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    assert [each.scorecard is None for each in ways(room, "Budget")] == [False, True]


def test_a_term_scores_nothing() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    room.act(propose_clause, "p1", term())
    assert [each.scorecard for each in ways(room, "Suspect")] == [None, None]
