"""The second opinion on kept outcomes; its numbers are tested where they are fitted and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.leads_refused import LeadsRefused
from data.outcomes.opinion import opinion
from definitions.handoff import Handoff
from definitions.measures.cells import Filter


def test_a_set_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LeadsRefused):
        opinion(tmp_path, "0" * 64, Handoff(), Filter(), ())
