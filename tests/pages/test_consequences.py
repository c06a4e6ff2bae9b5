"""What a ballot on points, a gate or a threshold would do to the leads, on its card."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import open_all_ballots
from alignment.actions.clauses import propose_all, revise_clause
from alignment.actions.leads import add_lead_set
from data.adding_leads import add_csv, add_sample
from data.lead_sets import added
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.threshold import Threshold
from tests.pages.rooms import HOST, clause, everybody_votes, propose, screen, shown, vote

CRITERIA, HANDOFF, BALLOTS = "pages/draft/criteria.py", "pages/draft/handoff.py", "pages/decide/ballots.py"


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    room.act(open_all_ballots, HOST)
    return room


def with_sample(room: Room) -> Room:
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    return room


def told(room: Room, page: str, name: str = "Sal") -> list[str]:
    return [line for line in shown(screen(room, name, page)).splitlines() if ":material/monitoring:" in line]


def test_without_leads_nothing_is_said(room: Room) -> None:
    assert told(room, CRITERIA) == []


def test_a_new_criterion_is_compared_with_leaving_it_out(room: Room) -> None:
    lines = told(with_sample(room), CRITERIA)
    assert len(lines) == 5
    assert all("Changes the verdict of" in line and "against leaving it out" in line for line in lines)


def test_a_new_threshold_is_told_by_what_it_sends_and_misses(room: Room) -> None:
    (line,) = told(with_sample(room), HANDOFF)
    assert "leads a week go to sales" in line
    assert "wins are missed" in line
    assert "against" not in line


def test_a_revised_threshold_is_compared_with_the_wording_agreed_last(room: Room) -> None:
    with_sample(room)
    everybody_votes(room, "Threshold")
    for number, points in enumerate((15, 18), start=1):
        room.act(revise_clause, HOST, clause(room, "Threshold").id, number, Threshold(qualified_from=points))
    (line,) = told(room, HANDOFF)
    assert "against wording 1" in line
    assert "instead of" in line


def test_a_wording_that_flips_nobody_says_so(room: Room) -> None:
    with_sample(room)
    budget = clause(room, "Budget").content.model_copy(update={"question": "Is there money?"})
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, budget)
    assert len([line for line in told(room, CRITERIA) if "Changes no verdict" in line]) == 1


def test_other_answers_than_before_are_compared_as_well(room: Room) -> None:
    with_sample(room)
    budget = clause(room, "Budget").content
    assert isinstance(budget, Criterion)
    answers = (Answer(label="Plenty", points=5), Answer(label=budget.labels[-1], points=0))
    other = Criterion(name="Budget", question="How much?", answers=answers)
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, other)
    line = next(line for line in told(room, CRITERIA) if "wording 1" in line)
    assert "Changes the verdict of" in line


def test_a_criterion_that_no_lead_answers_gets_no_line(room: Room) -> None:
    with_sample(room)
    answers = (Answer(label="Yes", points=1), Answer(label="No", points=0))
    propose(room, Criterion(name="Weather", question="Is it fine?", answers=answers))
    room.act(open_all_ballots, HOST)
    assert len(told(room, CRITERIA)) == 5


def test_a_settled_clause_gets_no_line(room: Room) -> None:
    with_sample(room)
    everybody_votes(room, "Budget")
    assert len(told(room, CRITERIA)) == 4


def test_leads_whose_file_is_gone_say_nothing_until_it_is_back(room: Room) -> None:
    kept = add_csv(settings().leads, b"Budget,Outcome\nReady,won\n", _criteria(room))
    room.act(add_lead_set, HOST, added(kept))
    for file in settings().leads.iterdir():
        file.unlink()
    assert told(room, CRITERIA) == []
    add_csv(settings().leads, b"Budget,Outcome\nReady,won\n", _criteria(room))
    assert len(told(room, CRITERIA)) == 1


def _criteria(room: Room) -> list[Criterion]:
    contents = [each.content for each in room.workshop().clauses.values()]
    return [content for content in contents if isinstance(content, Criterion)]


def test_the_next_ballot_shows_its_consequence_above_the_vote(room: Room) -> None:
    with_sample(room)
    assert len(told(room, BALLOTS)) == 1
    vote(room, "Sal", "Budget")
    assert len(told(room, BALLOTS)) == 1
