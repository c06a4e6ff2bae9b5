"""Blind judgements made at random, for properties of what is said of them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from definitions.calibration.votes import Tally, tally
from definitions.profiles import Decimals

NAN = float("nan")
SAID = st.sampled_from([0.0, 1.0, 0.5, NAN])


def votes_of(*rows: str) -> Decimals:
    """Votes as they are written: y yes, n no, ? unsure, . not judged; one row a person."""
    meaning = {"y": 1.0, "n": 0.0, "?": 0.5, ".": NAN}
    return np.array([[meaning[said] for said in row] for row in rows])


def tally_of(rows: dict[str, int] | list[tuple[str, int]]) -> Tally:
    """The tally of people's votes, each with their team."""
    pairs = list(rows.items()) if isinstance(rows, dict) else rows
    return tally(votes_of(*[row for row, _ in pairs]), np.array([team for _, team in pairs]))


VOTES = st.tuples(st.integers(3, 9), st.integers(1, 12)).flatmap(
    lambda shape: arrays(float, shape, elements=SAID)
)
