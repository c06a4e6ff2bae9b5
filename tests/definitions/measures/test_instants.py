"""Times as numbers: what is not known is passed over, also before 1970."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from definitions.measures.instants import earlier, ends_of

SECONDS = st.none() | st.integers(-4_000_000_000, 8_000_000_000)


def times(seconds: list[int | None]) -> np.ndarray:
    return np.array(
        [np.datetime64("NaT" if each is None else each, "s") for each in seconds], "datetime64[s]"
    )


@given(st.lists(SECONDS, max_size=6))
def test_the_ends_are_those_of_the_times_that_are_known(seconds: list[int | None]) -> None:
    known = [each for each in seconds if each is not None]
    assert ends_of(times(seconds)) == ((min(known), max(known)) if known else None)


@given(st.lists(st.tuples(SECONDS, SECONDS), max_size=6))
def test_the_earlier_one_is_that_of_numpys_own_minimum(pairs: list[tuple[int | None, int | None]]) -> None:
    left, right = times([one for one, _ in pairs]), times([other for _, other in pairs])
    assert np.array_equal(earlier(left, right), np.fmin(left, right), equal_nan=True)
    now = times([1_000])
    assert np.array_equal(earlier(left, now), np.fmin(left, now), equal_nan=True)
