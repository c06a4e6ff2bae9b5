"""Facts about scenarios: what-ifs that were given a name."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.scenario import Scenario
from definitions.texts import LongText, ShortText


class ScenarioSaved(Fact):
    """Somebody kept a what-if under a name, to compare it with others."""

    kind: Literal["scenario saved"] = "scenario saved"
    scenario_id: str
    name: ShortText
    scenario: Scenario
    note: LongText = ""


class ScenarioRemoved(Fact):
    """A scenario is no longer kept."""

    kind: Literal["scenario removed"] = "scenario removed"
    scenario_id: str
