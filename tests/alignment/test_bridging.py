"""From a calibration to the statistics: leads to judge, and the room in which a bridge is searched."""

from __future__ import annotations

import numpy as np

from alignment.actions.calibrations import (
    judge_lead,
    open_calibration,
    propose_points,
    reveal_calibration,
)
from alignment.actions.clauses import propose_clause
from alignment.actions.leads import add_lead_set
from alignment.bridging import room_of, to_judge
from alignment.judgements import Judgement
from definitions.bridge.card import Card
from definitions.bridge.room import Room as Bridged
from definitions.bridge.search import find_bridge
from definitions.calibration.drawing import draw
from definitions.criteria import Answer, Criterion
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from tests.alignment.rooms import LEADS, Room, criterion, staffed_room, threshold
from tests.alignment.stages import DRAWN, SALS_CARD, calibration_id


def judged_room(*names: str) -> Room:
    """Everybody named judged lead 1 to be qualified and lead 4 not; Sal proposed points too."""
    room = staffed_room()
    room.act(add_lead_set, "p1", LEADS)
    room.act(open_calibration, "p1", "Before", LEADS.lead_set, 7, DRAWN)
    for name in names:
        room.act(judge_lead, room.id(name), calibration_id(room), 0, Judgement.QUALIFIED)
        room.act(judge_lead, room.id(name), calibration_id(room), 3, Judgement.NOT)
    if "Sal" in names:
        room.act(propose_points, room.id("Sal"), calibration_id(room), SALS_CARD)
    return room


def reveal(room: Room) -> Room:
    room.act(reveal_calibration, "p1", calibration_id(room))
    return room


def bridged(room: Room) -> Bridged | None:
    return room_of(room.workshop, room.workshop.calibrations[calibration_id(room)])


def test_nothing_sealed_and_nothing_without_a_criterion_is_searched() -> None:
    room = judged_room("Sal")
    room.act(propose_clause, "p1", criterion())
    assert bridged(room) is None
    assert bridged(reveal(judged_room("Sal"))) is None


def test_answers_and_cards_are_found_by_the_names_of_the_criteria_on_the_table() -> None:
    room = reveal(judged_room("Mark", "Sal"))
    role = Criterion(
        name="Role",
        question="?",
        answers=(
            Answer(label="Advises", points=1),
            Answer(label="Owns", points=9),
            Answer(label="Decides", points=2),
        ),
    )
    region = Criterion(
        name="Region",
        question="?",
        answers=(Answer(label="Here", points=4), Answer(label="There", points=0)),
        gate="Here",
    )
    for content in (region, role, criterion(), threshold()):
        room.act(propose_clause, "p1", content)
    found = bridged(room)
    assert found is not None
    assert found.present == Card(((4, 0), (1, 9, 2), (5, 0)), 4, (0, -1, -1))
    np.testing.assert_array_equal(found.answers, [[-1, 2, 0], [-1, -1, 0], [-1, 2, 1], [-1, -1, 1]])
    assert found.proposals is not None
    nothing = [np.nan] * 7
    np.testing.assert_array_equal(found.proposals.points, [nothing, [np.nan, np.nan, 2, np.nan, 3, 5, 0]])
    np.testing.assert_array_equal(found.proposals.thresholds, [np.nan, 7])
    np.testing.assert_array_equal(found.proposals.gates, [[-1, -1, -1], [0, -1, 0]])
    np.testing.assert_array_equal(found.votes[:, [0, 3]], [[1, 0], [1, 0]])


def test_a_bridge_is_found_in_it() -> None:
    room = reveal(judged_room("Mark", "Hana", "Sal", "Dee", "Eve", "Xan"))
    room.act(propose_clause, "p1", criterion())
    found = bridged(room)
    assert found is not None
    assert find_bridge(found).candidates


def test_drawn_leads_are_put_before_people_with_their_labels_and_without_points() -> None:
    places = [(first, second) for first in range(3) for second in range(4)] * 2
    n = len(places)
    counts = np.arange(1, n + 1)
    criteria = tuple(
        Criterion(
            name=name, question="?", answers=tuple(Answer(label=f"{k}", points=9 - k) for k in range(size))
        )
        for name, size in (("A", 3), ("B", 4), ("C", 2))
    )
    answers = np.array([(*place, row % 2) for row, place in enumerate(places)])
    profiles = Profiles(
        criteria=("A", "B", "C"),
        labels=tuple(criterion.labels for criterion in criteria),
        months=(),
        answers=answers,
        month=np.full(n, -1),
        leads=counts,
        won=np.zeros(n, dtype=np.int64),
        lost=np.zeros(n, dtype=np.int64),
        revenue=np.zeros(n),
    )
    card = Scorecard(criteria, threshold(20))
    drawn = draw(profiles, card, seed=5, count=12)
    found = to_judge(drawn, card)
    assert (found.criteria, found.sizes) == (("A", "B", "C"), (3, 4, 2))
    assert found.answers_of(3) == dict(zip(found.criteria, drawn.leads[3].answers, strict=True))
    assert "points" not in found.model_dump_json()
