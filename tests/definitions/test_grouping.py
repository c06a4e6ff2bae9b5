"""Rows of equal answers are grouped, whatever the number of criteria and answers: keys never collide."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from definitions.grouping import groups, sums


@st.composite
def tables(draw: st.DrawFn) -> np.ndarray:
    """Rows of answers in which few differ much: up to 90 criteria of up to 20 answers, or none."""
    columns = draw(st.integers(0, 90))
    row = st.lists(st.integers(-1, 19), min_size=columns, max_size=columns)
    different = draw(st.lists(row, min_size=1, max_size=4))
    rows = [list(draw(st.sampled_from(different))) for _ in range(draw(st.integers(0, 12)))]
    for each in rows:
        if columns and draw(st.booleans()):
            each[draw(st.integers(0, columns - 1))] = draw(st.integers(-1, 19))
    return np.array(rows, dtype=np.int64).reshape(len(rows), columns)


@given(tables())
def test_rows_are_in_one_group_only_if_all_their_answers_are_equal(answers: np.ndarray) -> None:
    first, group = groups(answers)
    for one, mine in zip(answers, group, strict=True):
        assert (answers[first[mine]] == one).all()
    assert len(first) == len({tuple(row) for row in answers.tolist()})


@given(st.integers(64, 400), st.integers(0, 10**6))
def test_rows_that_differ_by_any_one_answer_stay_apart(columns: int, seed: int) -> None:
    """Such keys, were they only multiplied up, would wrap around 64 bits and meet."""
    base = np.random.default_rng(seed).integers(-1, 3, columns)
    answers = np.vstack([base, *(np.where(np.arange(columns) == n, (base + 2) % 4 - 1, base)
                                 for n in range(columns))])  # fmt: skip
    first, group = groups(answers)
    assert len(first) == columns + 1
    assert sorted(group.tolist()) == list(range(columns + 1))


def test_counts_are_summed_by_group() -> None:
    _, group = groups(np.array([[0, 1], [2, -1], [0, 1]]))
    assert sorted(sums(np.array([3, 4, 5]), group, 2).tolist()) == [4, 8]
