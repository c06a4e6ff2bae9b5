"""The brake on sending."""

from __future__ import annotations

from data.access import Pace


def test_one_place_waits_until_the_while_is_over_and_another_does_not() -> None:
    now = [0.0]
    pace = Pace(2, 60, clock=lambda: now[0])
    assert [pace.take("a") for _ in range(3)] == [True, True, False]
    assert pace.take("b")
    now[0] = 59.9
    assert not pace.take("a")
    now[0] = 60.0
    assert pace.take("a")


def test_what_it_remembers_is_bounded() -> None:
    now = [0.0]
    pace = Pace(1, 60, in_all=3, clock=lambda: now[0])
    assert [pace.take(str(place)) for place in range(5)] == [True, True, True, False, False]
    now[0] = 61.0
    assert pace.take("5")
    assert len(pace._done) == len(pace._counts) == 1
