"""Before and after as shares side by side, and what a revealed calibration shows."""

from __future__ import annotations

import pytest

from alignment.before_after import Matches, before_and_after
from alignment.calibrated import calibrated
from alignment.judging import judgements
from alignment.people import Team
from alignment.then_and_now import Measure, finding, then_and_now
from tests.alignment.judging import judging_room, latest, reveal

MATCHES = {Team.MARKETING: Matches(1, 2), Team.SALES: Matches(2, 3), Team.EXECUTIVES: Matches(0, 0)}


def test_before_the_first_reveal_there_is_nothing_to_compare() -> None:
    room = judging_room()
    assert then_and_now(before_and_after(room.workshop, room.now), (None, None), {}) == ()
    assert finding(()) == "Agreement between people could not be measured yet."


def test_what_was_not_measured_is_left_away_and_the_rest_says_both_values() -> None:
    room = reveal(judging_room())
    rows = then_and_now(before_and_after(room.workshop, room.now), (0.25, 0.5), MATCHES)
    by_measure = {row.measure: row for row in rows}
    assert Measure.UNDERSTOOD not in by_measure
    assert by_measure[Measure.AGREEMENT].sentence == "Agreement between people: 0.25 at first, 0.50 now."
    now = by_measure[Measure.SCORECARD].now
    assert now is not None
    assert (now.share, now.words) == (0.6, "3 of 5")


@pytest.mark.parametrize(
    ("alphas", "words"),
    [
        ((0.25, 0.5), "rose from 0.25 to 0.50 of 1."),
        ((0.5, -0.25), "changed from 0.50 to −0.25 of 1."),
        ((0.5, 0.5), "is 0.50 of 1, as it was."),
        ((0.5, None), "began at 0.50 of 1."),
        ((float("nan"), 0.5), "could not be measured yet."),
    ],
)
def test_the_finding_says_how_agreement_moved(alphas: tuple[float | None, float | None], words: str) -> None:
    room = reveal(judging_room())
    rows = then_and_now(before_and_after(room.workshop, room.now), alphas, {})
    assert finding(rows) == f"Agreement between people {words}"


def test_less_agreement_than_by_chance_stands_at_nothing_with_its_number() -> None:
    room = reveal(judging_room())
    rows = then_and_now(before_and_after(room.workshop, room.now), (-0.25, None), {})
    assert rows[0].then is not None
    assert (rows[0].then.share, rows[0].then.words) == (0.0, "−0.25")


def test_a_revealed_calibration_is_counted_by_team_and_ranked_by_dispute() -> None:
    room = reveal(judging_room())
    found = judgements(room.workshop, latest(room))
    assert found is not None
    shown = calibrated(found, latest(room).drawn)
    assert shown.disputed[0].lead == 2
    assert shown.together.leads == 2
    assert {(pair.first, pair.second) for pair in shown.pairs} == {
        (0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2),
    }  # fmt: skip
    assert not any(contrast.enough for contrast in shown.apart)
