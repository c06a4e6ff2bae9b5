"""Demo workshops go after their day; nothing else does."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alignment.actions.leads import add_lead_set
from alignment.actions.opening import open_workshop
from alignment.actions.outcomes import add_outcome_set
from alignment.facts import LeadSetAdded, OutcomeSetAdded
from alignment.people import Team
from data.demo.make import DAYS_AGO
from data.demo_cleaning import remove_old_demos
from data.outcomes.sample import add_sample_outcomes
from data.rooms import Rooms
from data.settings import settings

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def open_at(rooms: Rooms, at: datetime, demo: bool) -> str:
    """Make a workshop at a time; a demo's story begins some days before it was made."""
    rooms.clock = lambda: at - DAYS_AGO if demo else at
    fields = {"name": "L", "company": "A", "offering": "P", "opener_name": "Ann", "slug": "s"}
    return rooms.open(open_workshop(**fields, opener_team=Team.SALES, demo=demo)).id


def test_only_demos_older_than_a_day_are_removed(rooms: Rooms) -> None:
    real = open_at(rooms, MONDAY, demo=False)
    old = open_at(rooms, MONDAY, demo=True)
    young = open_at(rooms, MONDAY + timedelta(hours=2), demo=True)
    rooms.clock = lambda: MONDAY + timedelta(hours=25)
    assert remove_old_demos(rooms, days=1) == 1
    assert [rooms.enter(i) is not None for i in (real, old, young)] == [True, False, True]


def test_a_demo_whose_story_began_long_ago_lives_for_a_day_since_it_was_made(rooms: Rooms) -> None:
    rooms.clock = lambda: MONDAY - timedelta(days=300)
    fields = {"name": "L", "company": "A", "offering": "P", "opener_name": "Ann", "slug": "s"}
    opened = open_workshop(**fields, opener_team=Team.SALES, demo=True, made_at=MONDAY)
    demo = rooms.open(opened).id
    rooms.clock = lambda: MONDAY + timedelta(hours=24)
    assert remove_old_demos(rooms, days=1) == 0
    rooms.clock = lambda: MONDAY + timedelta(hours=25)
    assert remove_old_demos(rooms, days=1) == 1
    assert rooms.enter(demo) is None


def add_leads(rooms: Rooms, workshop_id: str, lead_set: str) -> None:
    """Make a lead set known to a workshop."""
    room = rooms.enter(workshop_id)
    assert room is not None
    room.act(add_lead_set, "p1", LeadSetAdded(lead_set=lead_set, name="Ours", rows=1))


def test_leads_added_to_a_demo_go_with_it_unless_another_workshop_has_them(
    rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    folder = settings().leads
    folder.mkdir(parents=True)
    only_here, elsewhere = "a" * 64, "b" * 64
    demo, real = open_at(rooms, MONDAY, demo=True), open_at(rooms, MONDAY, demo=False)
    for workshop_id, lead_set in ((demo, only_here), (demo, elsewhere), (real, elsewhere)):
        (folder / f"{lead_set}.parquet").write_bytes(b"leads")
        os.utime(folder / f"{lead_set}.parquet", (MONDAY.timestamp(), MONDAY.timestamp()))
        add_leads(rooms, workshop_id, lead_set)
    rooms.clock = lambda: MONDAY + timedelta(hours=25)
    remove_old_demos(rooms, days=1)
    assert [path.name for path in folder.iterdir()] == [f"{elsewhere}.parquet"]


def test_outcomes_added_to_a_demo_go_with_it_and_the_sample_stays(
    rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    folder, own = settings().leads, "c" * 64
    sample = add_sample_outcomes(folder, MONDAY)
    mine = OutcomeSetAdded(outcome_set=own, name="Ours", rows=1, as_of=MONDAY)
    (folder / f"{own}.parquet").write_bytes(b"outcomes")
    demo = rooms.enter(open_at(rooms, MONDAY, demo=True))
    assert demo is not None
    for added in (mine, sample):
        demo.act(add_outcome_set, "p1", added)
        os.utime(folder / f"{added.outcome_set}.parquet", (MONDAY.timestamp(), MONDAY.timestamp()))
    rooms.clock = lambda: MONDAY + timedelta(hours=25)
    assert remove_old_demos(rooms, days=1) == 1
    assert [path.stem for path in folder.glob("*.parquet")] == [sample.outcome_set]
