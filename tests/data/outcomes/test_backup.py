"""Sets of outcomes come back out of a backup as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment.actions.outcomes import add_outcome_set
from data.backup import back_up
from data.ledger import Ledger
from data.outcomes.keeping import keep
from data.outcomes.loading import called, load
from data.outcomes.outcome_file import outcome_file
from data.outcomes.sets import added
from data.outcomes.suggestions import suggest_outcomes
from data.restoring import restore
from data.rooms import Rooms, forget_rooms, rooms
from data.settings import settings
from definitions.measures.journeys import Event
from tests.data.outcomes.files import BUDGET, HANDOFF, NOW, understood
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST


def test_outcomes_their_names_and_how_they_were_read_are_in_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path / "here"))
    forget_rooms()
    room, found = published_room(HANDOFF), understood(tmp_path / "in")
    file = keep(found, suggest_outcomes(found, (BUDGET,), HANDOFF), (BUDGET,), settings().leads, NOW)
    room.act(add_outcome_set, HOST, added(file))
    here = settings().leads
    back_up(rooms().ledger, settings(), tmp_path / "all.zip", NOW)
    forget_rooms()

    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path / "there"))
    ledger = Ledger(settings().database_url)
    restore(ledger, settings(), tmp_path / "all.zip")
    again = Rooms(ledger).enter(room.id)
    assert again is not None
    assert again.workshop().outcome_set_in_use == file.hash
    there = settings().leads
    assert there != here
    assert outcome_file(there, file.hash) == file
    assert called(there, file.hash, range(5)) == called(here, file.hash, range(5)) != ("",) * 5
    assert (load(there, file.hash).when(Event.MQL)[0]) == load(here, file.hash).when(Event.MQL)[0]
    ledger.close()
