"""What is held against a version of the definition: leads under it, and none before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from definitions.measures.acceptance import acceptance_rate
from definitions.measures.journeys import Coded
from definitions.measures.under_version import under_version
from tests.definitions.measures.made import counted, lead

PUBLISHED = datetime(2026, 2, 10, tzinfo=UTC)
LEADS = [
    *[lead(inquiry=1, mql=1, accepted=2, version="1")] * 20,
    *[lead(inquiry=40, mql=40, rejected=41, version="2")] * 7,
    *[lead(inquiry=70, mql=70, accepted=71)] * 5,
]
"""Of January, February and March 2026."""


@pytest.mark.parametrize(("version", "decided"), [(1, 20), (2, 7), (3, 0)])
def test_leads_of_the_version_count_by_its_number(version: int, decided: int) -> None:
    assert acceptance_rate(under_version(counted(LEADS), version, PUBLISHED)).of == decided


def test_a_version_may_be_written_in_words_before_its_number() -> None:
    codes = counted(LEADS).journeys.version.codes
    found = counted(LEADS, version=Coded(("Version 1", "v2, from May"), codes))
    assert acceptance_rate(under_version(found, 2, PUBLISHED)).of == 7


@pytest.mark.parametrize(("version", "decided"), [(1, 32), (2, 5)])
def test_without_that_column_later_versions_answer_for_later_months(version: int, decided: int) -> None:
    found = counted(LEADS, version=Coded())
    assert acceptance_rate(under_version(found, version, PUBLISHED)).of == decided
