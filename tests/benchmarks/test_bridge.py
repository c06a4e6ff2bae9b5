"""The benchmark of the bridge search: the same seed gives the same rooms, and knowing everything is best."""

from __future__ import annotations

import numpy as np

from benchmarks.bridge import measure
from benchmarks.bridge_rooms import Conflict, simulated


def test_a_seed_gives_the_same_room_and_another_seed_another() -> None:
    one, same, other = (simulated(seed, Conflict.HIGH) for seed in (5, 5, 6))
    assert np.array_equal(one.room.votes, same.room.votes)
    assert np.array_equal(one.fresh, same.fresh)
    assert not np.array_equal(one.fresh, other.fresh)


def test_the_more_conflict_the_lower_the_bound_and_no_method_is_above_it() -> None:
    found = measure(rooms=12, seed=2)
    agreement = found["lowest_team_agreement"]
    bounds = [agreement[conflict.value]["bound"]["mean"] for conflict in Conflict]
    assert bounds == sorted(bounds, reverse=True)
    for methods in agreement.values():
        assert max(each["mean"] for each in methods.values()) == methods["bound"]["mean"]
        assert methods["learned"]["mean"] > methods["classic"]["mean"]
