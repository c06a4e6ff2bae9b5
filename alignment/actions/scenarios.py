"""Scenarios: give a what-if a name, and remove it."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.facts import ScenarioRemoved, ScenarioSaved
from alignment.people import Participant
from alignment.refused import NotAllowed, NotUnderstood, Refused
from alignment.workshop import Workshop
from definitions.scenario import fields_of
from definitions.texts import same_name
from definitions.what_if import WhatIf

MOST_SCENARIOS = 100


@action(By.TEAM)
def save_scenario(
    workshop: Workshop, actor: Participant, name: str, what_if: WhatIf, note: str = "", *, now: datetime
) -> Facts:
    """Keep a what-if under a name, also while nothing can be drafted; it changes no clause."""
    if not what_if.tries_something:
        raise NotUnderstood("Nothing is tried yet: change points, a must-have or the threshold first.")
    if len(workshop.scenarios) >= MOST_SCENARIOS:
        raise Refused(f"A workshop keeps at most {MOST_SCENARIOS} scenarios. Remove one first.")
    saved = built(
        ScenarioSaved,
        scenario_id=next_id(workshop, "s"),
        name=name,
        scenario=fields_of(what_if),
        note=note,
    )
    if any(same_name(saved.name, kept.name) for kept in workshop.scenarios.values()):
        raise NotUnderstood("There is a scenario of this name already. Choose another name.")
    return (saved,)


@action(By.TEAM)
def remove_scenario(workshop: Workshop, actor: Participant, scenario_id: str, *, now: datetime) -> Facts:
    """Remove a scenario: whoever saved it, or a facilitator."""
    kept = workshop.scenarios.get(scenario_id)
    if kept is None:
        raise NotUnderstood("There is no such scenario.")
    if not actor.facilitator and kept.by != actor.id:
        raise NotAllowed("Only who saved it or a facilitator can remove a scenario.")
    return (ScenarioRemoved(scenario_id=kept.id),)
