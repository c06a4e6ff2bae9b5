"""The rule of agreement: 60 % of each team vote, 75 % of those with a position agree, nobody objects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.actions.ballots import cast_ballot, lift_objection, open_ballot
from alignment.actions.clauses import propose_clause
from alignment.actions.people import change_team, remove_participant
from alignment.agreement import Result, TeamResult, count
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.rounds import Ballot
from alignment.stances import Stance
from alignment.standing import result
from tests.alignment.rooms import MONDAY, Room, criterion, staffed_room
from tests.alignment.stages import everybody_votes, vote

TEAMS = st.sampled_from(list(Team))
STANCES = st.sampled_from(list(Stance))


def marketing(voters: int, **votes: int) -> TeamResult:
    return TeamResult(Team.MARKETING, voters, **votes)


def voting_room() -> Room:
    """Two voters a team and an open ballot on Budget."""
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    room.act(open_ballot, "p1", room.clause("Budget").id)
    return room


def outcome(room: Room) -> Result:
    round_ = room.clause("Budget").round
    assert round_ is not None
    return result(room.workshop, round_)


@pytest.mark.parametrize(
    ("team", "sentence"),
    [
        (marketing(0), "Nobody from marketing is in the workshop yet."),
        (marketing(1), "Marketing needs one more vote."),
        (marketing(5), "Marketing needs three more votes."),
        (marketing(5, agree=2), "Marketing needs one more vote."),
        (marketing(20), "Marketing needs 12 more votes."),
        (marketing(2, abstain=2), "Marketing has only abstained: somebody must take a position."),
        (marketing(3, agree=2, disagree=1), "In marketing 67% agree; 75% are needed."),
        (marketing(4, agree=3, disagree=1, objections=1), "One objection in marketing is open."),
        (marketing(8, agree=6, disagree=2, objections=2), "Two objections in marketing are open."),
        (marketing(51, agree=38, disagree=13), "In marketing 74% agree; 75% are needed."),
    ],
)
def test_what_a_team_lacks_is_said_in_a_sentence(team: TeamResult, sentence: str) -> None:
    assert (team.missing, team.met) == (sentence, False)


@pytest.mark.parametrize(
    "team",
    [
        marketing(1, agree=1),
        marketing(5, agree=3),
        marketing(2, reservations=2),
        marketing(4, agree=3, disagree=1),
        marketing(5, agree=1, abstain=2),
    ],
)
def test_a_team_agrees_at_sixty_percent_voting_and_three_quarters_in_favour(team: TeamResult) -> None:
    assert (team.missing, team.met) == (None, True)


def test_quorum_is_counted_up_to_the_next_whole_person() -> None:
    assert [marketing(voters).needed for voters in (1, 2, 3, 4, 5, 6, 10)] == [1, 2, 2, 3, 3, 4, 6]


def test_abstaining_counts_for_the_quorum_and_not_for_the_share() -> None:
    team = marketing(5, agree=1, abstain=2)
    assert (team.needed, team.share) == (0, 1)


def test_nobody_has_a_share_who_took_no_position() -> None:
    assert marketing(3, abstain=3).share is None


def test_a_majority_of_eighty_percent_with_sales_at_none_of_two_is_not_agreement() -> None:
    teams = (
        marketing(4, agree=4),
        TeamResult(Team.SALES, 2, disagree=2, objections=2),
        TeamResult(Team.EXECUTIVES, 4, agree=4),
    )
    outcome = Result(teams)
    assert (outcome.voted, outcome.voters, outcome.met) == (10, 10, False)
    assert outcome.missing == ("In sales 0% agree; 75% are needed.",)


def test_sales_needs_one_more_vote_while_the_others_agree() -> None:
    room = voting_room()
    for name in ("Hana", "Mark", "Sal", "Eve", "Xan"):
        vote(room, name, "Budget")
    assert outcome(room).missing == ("Sales needs one more vote.",)


def test_a_team_without_anybody_keeps_agreement_away() -> None:
    room = voting_room()
    everybody_votes(room, "Budget")
    for name in ("Eve", "Xan"):
        room.act(remove_participant, "p1", room.id(name))
    assert outcome(room).missing == ("Nobody from executives is in the workshop yet.",)


def test_the_vote_of_a_removed_person_counts_no_more() -> None:
    room = voting_room()
    everybody_votes(room, "Budget", but={"Xan": Stance.DISAGREE})
    assert not outcome(room).met
    room.act(remove_participant, "p1", room.id("Xan"))
    assert outcome(room).met
    assert (outcome(room).voted, outcome(room).voters) == (5, 5)


def test_the_vote_of_somebody_moved_to_another_team_counts_there() -> None:
    room = voting_room()
    vote(room, "Mark", "Budget")
    room.act(change_team, "p1", room.id("Mark"), Team.SALES)
    assert [(team.team, team.voted, team.voters) for team in outcome(room).teams] == [
        (Team.MARKETING, 0, 1),
        (Team.SALES, 1, 3),
        (Team.EXECUTIVES, 0, 2),
    ]


def test_a_lifted_objection_no_longer_stands_in_the_way_but_stays_a_disagreement() -> None:
    team = TeamResult(Team.SALES, 4, agree=3, disagree=1)
    assert team.met
    room = voting_room()
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too vague.")
    room.act(lift_objection, room.id("Sal"), room.clause("Budget").id)
    sales = outcome(room).teams[1]
    assert (sales.disagree, sales.objections) == (1, 0)


def test_voting_again_after_lifting_an_objection_raises_it_again() -> None:
    room = voting_room()
    sal, budget = room.id("Sal"), room.clause("Budget").id
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too vague.")
    room.act(lift_objection, sal, budget)
    room.act(cast_ballot, sal, budget, Stance.DISAGREE, "Too vague.")
    assert outcome(room).teams[1].objections == 1


@st.composite
def polls(draw: st.DrawFn) -> tuple[tuple[Participant, ...], dict[str, Ballot]]:
    """People of all teams, some removed, and the ballots that some of them cast."""
    people = tuple(
        Participant(f"p{n}", f"P{n}", team, MONDAY, removed_at=MONDAY if gone else None)
        for n, (team, gone) in enumerate(draw(st.lists(st.tuples(TEAMS, st.booleans()), max_size=14)))
    )
    stances = draw(st.lists(st.none() | STANCES, min_size=len(people), max_size=len(people)))
    ballots = {
        person.id: Ballot(person.id, MONDAY, stance, lifted=stance is Stance.DISAGREE and draw(st.booleans()))
        for person, stance in zip(people, stances, strict=True)
        if stance is not None
    }
    return people, ballots


def counted(people: tuple[Participant, ...], ballots: dict[str, Ballot]) -> Result:
    return count(tuple(person for person in people if person.votes), ballots)


@given(polls())
def test_a_result_is_met_exactly_when_nothing_is_missing(
    poll: tuple[tuple[Participant, ...], dict[str, Ballot]],
) -> None:
    outcome = counted(*poll)
    assert outcome.met == (outcome.missing == ())
    assert all(team.met == (team.missing is None) for team in outcome.teams)


@given(polls())
def test_the_rule_is_the_one_of_the_domain(poll: tuple[tuple[Participant, ...], dict[str, Ballot]]) -> None:
    people, ballots = poll
    agreed = []
    for team in VOTING_TEAMS:
        members = [p for p in people if p.team is team and p.removed_at is None]
        cast = [ballots[p.id] for p in members if p.id in ballots]
        positions = [b for b in cast if b.stance is not Stance.ABSTAIN]
        in_favour = [b for b in positions if b.stance is not Stance.DISAGREE]
        quorum = members and len(cast) * 100 >= len(members) * 60
        share = positions and len(in_favour) * 100 >= len(positions) * 75
        objection = any(b.stance is Stance.DISAGREE and not b.lifted for b in cast)
        agreed.append(bool(quorum and share and not objection))
    assert counted(people, ballots).met == all(agreed)


@given(polls(), st.data())
def test_one_more_vote_in_favour_never_breaks_agreement(
    poll: tuple[tuple[Participant, ...], dict[str, Ballot]], data: st.DataObject
) -> None:
    people, ballots = poll
    everybody = data.draw(st.permutations(people)) if people else []
    met = counted(people, ballots).met
    for person in everybody:
        stance = data.draw(st.sampled_from([Stance.AGREE, Stance.RESERVATIONS]))
        ballots = {**ballots, person.id: Ballot(person.id, MONDAY, stance)}
        assert counted(people, ballots).met >= met
        met = counted(people, ballots).met


@given(polls(), st.randoms(use_true_random=False))
def test_the_order_of_people_and_of_votes_does_not_matter(
    poll: tuple[tuple[Participant, ...], dict[str, Ballot]], random: object
) -> None:
    people, ballots = poll
    shuffled, cast = list(people), list(ballots.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(cast)  # type: ignore[attr-defined]
    assert counted(tuple(shuffled), dict(cast)) == counted(people, ballots)


@given(polls())
def test_the_counts_add_up(poll: tuple[tuple[Participant, ...], dict[str, Ballot]]) -> None:
    people, ballots = poll
    outcome = counted(people, ballots)
    entitled = {person.id for person in people if person.votes}
    assert (outcome.voters, outcome.voted) == (len(entitled), len(entitled & set(ballots)))
    for team in outcome.teams:
        assert team.voted == team.agree + team.reservations + team.disagree + team.abstain <= team.voters
        assert team.objections <= team.disagree
        assert (team.needed == 0) == (team.voters > 0 and team.voted * 5 >= team.voters * 3)


@given(st.integers(0, 300), st.integers(0, 100))
def test_a_team_short_of_three_quarters_is_never_said_to_have_reached_them(agree: int, disagree: int) -> None:
    missing = marketing(agree + disagree, agree=agree, disagree=disagree).missing
    if missing is not None and "are needed" in missing:
        assert int(missing.removeprefix("In marketing ").split("%")[0]) < 75
