"""The store of assessments, on every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

import data.backup
from alignment.actions.opening import open_workshop
from alignment.people import Team
from data.assessments.assessment import Channel, EventKind
from data.assessments.store import Assessments
from data.assessments.wanted import Wanted
from data.backup import back_up
from data.ledger import Ledger
from data.restoring import NotRestored, restore
from data.rooms import Rooms
from data.settings import Settings
from definitions.scorecard import Verdict
from tests.data.assessments.made import event, made

NOW = datetime(2026, 3, 2, tzinfo=UTC)
HOSTILE = "<b>=1+1</b> ' \" % _ \\ ; DROP TABLE facts; Ж 🙂 ﬁ"


@pytest.fixture
def store(ledger: Ledger) -> Assessments:
    return ledger.assessments


def test_what_is_kept_is_what_was_given(store: Assessments) -> None:
    given = made(
        reference=HOSTILE,
        source=HOSTILE,
        note=f"{HOSTILE}\nTwo lines",
        answers={HOSTILE: HOSTILE, "Need": None},
        contact={"email": "ann@example.org"},
        points=-3,
        verdict=Verdict.NOT_QUALIFIED,
        channel=Channel.SELF_QUALIFIED,
        waits=True,
    )
    store.add(given)
    assert store.one("w", given.id) == given
    assert store.assessments_of("w").assessments == (given,)


def test_a_workshop_never_sees_anothers(store: Assessments) -> None:
    mine, other = made(), made(workshop_id="v")
    store.add(mine, other)
    store.record_event(event(other))
    assert store.one("w", other.id) is None
    assert store.assessments_of("w").assessments == (mine,)
    assert list(store.all_of("w")) == [mine]
    assert store.events_of("w") == ()
    assert not store.delete("w", other.id)
    with pytest.raises(LookupError):
        store.record_event(replace(event(other), workshop_id="w"))
    assert store.one("v", other.id) == other


def test_a_list_has_the_newest_first_by_page(store: Assessments) -> None:
    every = [made(minute) for minute in range(45)]
    store.add(*every)
    pages = [store.assessments_of("w", page=page) for page in (1, 2, 3, 4)]
    assert [page.total for page in pages] == [45] * 4
    assert [len(page.assessments) for page in pages] == [20, 20, 5, 0]
    assert [each for page in pages for each in page.assessments] == every[::-1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(by_id="p2"), {"Acme Straße", "Zeta"}),
        (Wanted(verdict=Verdict.NURTURE), {"Zeta"}),
        (Wanted(channel=Channel.SELF_QUALIFIED), {"100 %"}),
        (Wanted(waiting=True), {"100 %"}),
        (Wanted(search="STRASSE acme"), {"Acme Straße"}),
        (Wanted(search="%"), {"100 %"}),
        (Wanted(search="ann@"), {"100 %"}),
        (Wanted(search="_"), set()),
        (Wanted(search="'; --"), set()),
        (Wanted(by_id="p2", search="zeta", verdict=Verdict.QUALIFIED), set()),
    ],
)
def test_a_choice_leaves_out_what_is_not_in_it(store: Assessments, wanted: Wanted, found: set[str]) -> None:
    store.add(
        made(1, reference="Acme Straße"),
        made(2, reference="Zeta", verdict=Verdict.NURTURE),
        made(
            3,
            reference="100 %",
            by_id="",
            channel=Channel.SELF_QUALIFIED,
            contact={"email": "ann@example.org"},
            waits=True,
        ),
    )
    assert {each.reference for each in store.assessments_of("w", wanted).assessments} == found
    assert {each.reference for each in store.all_of("w", wanted)} == found
    assert store.count("w", wanted) == len(found)


def test_what_became_of_a_lead_is_added_in_order_and_it_waits_no_longer(store: Assessments) -> None:
    lead = made(channel=Channel.SELF_QUALIFIED, waits=True)
    store.add(lead)
    won = event(lead, EventKind.WON, 90, revenue=1234.5)
    rejected = event(lead, EventKind.REJECTED, 30, reason=HOSTILE, clause="Budget")
    store.record_event(won)
    store.record_event(rejected)
    assert store.events_of("w") == store.events_of("w", [lead.id]) == (rejected, won)
    assert store.events_of("w", ["elsewhere"]) == ()
    assert store.one("w", lead.id) == replace(lead, waits=False)


def test_a_lead_that_is_vetted_waits_no_longer(store: Assessments) -> None:
    lead = made(channel=Channel.SELF_QUALIFIED, waits=True)
    store.add(lead)
    assert store.count("w", Wanted(waiting=True)) == 1
    store.add(made(1, begun_from=lead.id))
    assert store.count("w", Wanted(waiting=True)) == 0


def test_deleting_forgets_the_lead_and_what_became_of_it(store: Assessments) -> None:
    gone, stays = made(1), made(2)
    store.add(gone, stays)
    for lead in (gone, stays):
        store.record_event(event(lead))
    assert store.delete("w", gone.id)
    assert not store.delete("w", gone.id)
    assert [each.id for each in store.all_of("w")] == [stays.id]
    assert [each.assessment_id for each in store.events_of("w")] == [stays.id]
    with pytest.raises(LookupError):
        store.record_event(event(gone))


def test_a_workshop_that_is_removed_takes_its_assessments_along(ledger: Ledger) -> None:
    going, staying = made(), made(workshop_id="v")
    ledger.assessments.add(going, staying)
    ledger.assessments.record_event(event(going))
    Rooms(ledger).remove("w")
    assert ledger.assessments.count("w") == 0
    assert ledger.assessments.events_of("w") == ()
    assert ledger.assessments.count("v") == 1


def test_a_database_from_before_there_were_assessments_gets_the_tables(database_url: str) -> None:
    before = Ledger(database_url)
    with before.assessments._engine.begin() as connection:
        for name in ("assessments", "assessment_events"):
            connection.execute(sa.text(f"DROP TABLE {name}"))
    before.close()
    after = Ledger(database_url)
    after.assessments.add(made())
    assert after.assessments.count("w") == 1
    after.close()


def settings(folder: Path, url: str) -> Settings:
    return Settings(database_url=url, folder=folder)


def opened(ledger: Ledger) -> str:
    facts = open_workshop(
        name="Leads",
        company="Acme",
        offering="Pumps",
        opener_name="Hana",
        opener_team=Team.MARKETING,
        slug="acme",
    )
    return Rooms(ledger).open(facts).id


def test_a_backup_brings_assessments_back(ledger: Ledger, database_url: str, tmp_path: Path) -> None:
    workshop_id = opened(ledger)
    lead = made(workshop_id=workshop_id, reference=HOSTILE)
    ledger.assessments.add(lead, *(made(minute, workshop_id) for minute in range(1, 1_200)))
    ledger.assessments.record_event(event(lead, EventKind.WON, revenue=9.5))
    back_up(ledger, settings(tmp_path / "a", database_url), tmp_path / "backup.zip", NOW)
    elsewhere = f"sqlite:///{tmp_path / 'b' / 'record.sqlite3'}"
    restored = Ledger(elsewhere)
    restore(restored, settings(tmp_path / "b", elsewhere), tmp_path / "backup.zip")
    assert list(restored.assessments.all_of(workshop_id)) == list(ledger.assessments.all_of(workshop_id))
    assert restored.assessments.events_of(workshop_id) == ledger.assessments.events_of(workshop_id)
    restored.close()


def test_a_backup_with_rows_that_do_not_fit_restores_nothing(
    ledger: Ledger, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.assessments.add(made(workshop_id=opened(ledger)))
    written = data.backup._line
    others = {"another": 1}
    monkeypatch.setattr(data.backup, "_line", lambda row: written(others if "sought" in row else row))
    back_up(ledger, settings(tmp_path / "a", database_url), tmp_path / "backup.zip", NOW)
    elsewhere = f"sqlite:///{tmp_path / 'b' / 'record.sqlite3'}"
    restored = Ledger(elsewhere)
    with pytest.raises(NotRestored, match="other columns"):
        restore(restored, settings(tmp_path / "b", elsewhere), tmp_path / "backup.zip")
    assert restored.assessments.count("w") == 0
    restored.close()
