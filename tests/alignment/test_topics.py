"""Whether what happened is about something that somebody listens to."""

from __future__ import annotations

from alignment.topics import STANDING, WORKSHOP, move, person
from tests.alignment.stages import Stage, room_at


def test_facts_move_the_topics_that_they_are_about_and_no_others() -> None:
    opened = room_at(Stage.PUBLISHED).record[:1]
    assert move(opened, frozenset({WORKSHOP, STANDING}))
    assert move(opened, frozenset({person(opened[0].actor)}))
    assert not move(opened, frozenset({STANDING}))
    assert not move((), frozenset({WORKSHOP}))
