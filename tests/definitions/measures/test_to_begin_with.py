"""The version by which the page of measures begins."""

from __future__ import annotations

import pytest

from definitions.measures.under_version import to_begin_with
from tests.definitions.measures.made import Lead, counted, lead

OLD, NEW, UNTOLD = lead(mql=1, version="1"), lead(mql=2, version="2"), lead(mql=3)


@pytest.mark.parametrize(
    ("leads", "version", "names"),
    [
        ([OLD, NEW], 2, {"2"}),
        ([OLD, NEW], 1, {"1"}),
        ([OLD, NEW], 3, set()),
        ([NEW, NEW], 2, set()),
        ([OLD, NEW, UNTOLD], 2, set()),
        ([*[OLD] * 10, *[NEW] * 10, UNTOLD], 2, {"2"}),
        ([], 1, set()),
    ],
)
def test_it_is_the_one_in_force_where_there_are_others_and_nearly_all_leads_tell_theirs(
    leads: list[Lead], version: int, names: set[str]
) -> None:
    assert to_begin_with(counted(leads), version) == names
