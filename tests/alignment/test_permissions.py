"""Every action x each role x each stage of a workshop: allowed or refused as written in the expectations."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from alignment import actions
from alignment.actions.action import PERMISSIONS
from alignment.refused import Refused
from tests.alignment.expectations import EXPECTED, Role
from tests.alignment.rooms import Room
from tests.alignment.stages import Stage, room_at

BY_FIGURES = {"challenge_by_figures", "challenge_by_all_figures"}
STRANGERS = {"join_by_link", "join_by_email", "use_device_link"} | BY_FIGURES


def every_action() -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public functions of alignment.actions that somebody does to a workshop."""
    for found in pkgutil.iter_modules(actions.__path__):
        module = importlib.import_module(f"alignment.actions.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters)
            if function.__module__ == module.__name__ and parameters[:2] == ["workshop", "actor"]:
                yield name, function


ACTIONS = {name: action for name, action in every_action() if not name.startswith("_")}


def person_in(room: Room, role: Role) -> str | None:
    return None if role is Role.STRANGER else room.id(role.value)


def happens(room: Room, name: str, role: Role) -> bool:
    """Whether the action went through; one that was refused must have changed nothing."""
    before, length = room.workshop, len(room.record)
    refusal = None
    try:
        room.act(ACTIONS[name], person_in(room, role), *EXPECTED[name].arguments(room, role))
    except Refused as refused:
        refusal = str(refused)
    assert room.workshop == room.replayed()
    assert (room.workshop == before) == (len(room.record) == length) == (refusal is not None)
    assert refusal is None or refusal.endswith("."), "a refusal is a sentence"
    return refusal is None


def test_every_action_has_a_row_of_expectations_and_no_row_is_left_over() -> None:
    assert set(EXPECTED) == set(ACTIONS) == set(PERMISSIONS) | STRANGERS


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("name", EXPECTED)
def test_an_action_is_for_those_and_at_those_stages_that_are_written_down(name: str, stage: Stage) -> None:
    allowed = {role.name for role in Role if happens(room_at(stage), name, role)}
    assert allowed == {role.name for role in Role if EXPECTED[name].allows(role, stage)}


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - STRANGERS))
def test_an_id_that_nobody_has_is_a_stranger(name: str) -> None:
    room = room_at(Stage.SETTLED)
    with pytest.raises(Refused, match="You do not take part in this workshop"):
        room.act(ACTIONS[name], "p999", *EXPECTED[name].arguments(room, Role.STRANGER))
