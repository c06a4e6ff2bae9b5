"""A file of outcomes is kept as journeys, and what could not be read of it is counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from data.importing import Options, understand
from data.leads_refused import LeadsRefused
from data.outcomes.keeping import keep
from data.outcomes.loading import called, load
from data.outcomes.outcome_file import OutcomeFile, outcome_file
from data.outcomes.sets import added
from data.outcomes.suggestions import suggest_outcomes
from data.samples import sample_outcomes
from definitions.handoff import ReasonKind
from definitions.measures.clock_hours import Clock, by_day, ran
from definitions.measures.journeys import Event, Journeys, Reason
from definitions.measures.needs import ONLY_DAYS, Measure, missing
from definitions.measures.outcome_mapping import EventMapping, OutcomesMapping
from definitions.measures.validity import Fault, check
from tests.data.outcomes.files import BUDGET, HANDOFF, HEADER, NOW, ROWS, understood

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def kept(tmp_path: Path) -> OutcomeFile:
    found = understood(tmp_path / "in")
    return keep(found, suggest_outcomes(found, (BUDGET,), HANDOFF), (BUDGET,), tmp_path / "kept", NOW)


@pytest.fixture
def journeys(kept: OutcomeFile, tmp_path: Path) -> Journeys:
    return load(tmp_path / "kept", kept.hash, BERLIN)


def moment(text: str) -> np.datetime64:
    return np.datetime64(int(datetime.fromisoformat(text).timestamp()), "s")


def test_moments_are_kept_in_utc_whatever_zone_they_name(journeys: Journeys) -> None:
    mql = journeys.when(Event.MQL)
    assert mql[0] == moment("2026-05-04T09:00+02:00")
    assert mql[1] == moment("2026-05-05T09:00+00:00")
    assert mql[3] == moment("2026-05-07T09:00+02:00"), "without a zone: the handoff's"


def test_one_moment_column_and_a_decision_give_accepted_and_rejected(journeys: Journeys) -> None:
    accepted, rejected = journeys.when(Event.ACCEPTED), journeys.when(Event.REJECTED)
    assert (~np.isnat(accepted)).tolist() == [True, False, False, False, False]
    assert (~np.isnat(rejected)).tolist() == [False, True, False, True, False]
    assert journeys.when(Event.WON)[0] == moment("2026-06-01T00:00+02:00")
    assert journeys.when(Event.LOST)[3] == moment("2026-07-01T00:00+02:00")


def test_codes_keep_their_meaning(journeys: Journeys) -> None:
    assert [journeys.source.names[code] for code in journeys.codes(journeys.source)[:4]] == [
        "Fair",
        "Web",
        "Web",
        "Fair",
    ]
    assert journeys.codes(journeys.qualified_by).tolist() == [1, 0, 2, 1, -1]
    assert journeys.version.names == ("1", "2", "10")
    assert journeys.codes(journeys.version).tolist() == [0, 0, 1, 1, 2]
    assert journeys.labels == (("Ready", "None"),)
    assert journeys.answers[0].tolist() == [0, 1, -1, 0, -1]
    assert journeys.revenue is not None
    assert journeys.revenue[0] == 12000.5
    assert np.isnan(journeys.revenue[1:]).all()


def test_reasons_are_the_handoffs_or_keep_their_own_words(journeys: Journeys) -> None:
    named = [journeys.reasons[code] for code in journeys.codes(journeys.reason) if code >= 0]
    assert named == [Reason(ReasonKind.DEFINITIONAL, "No budget", "Budget"), Reason(None, "too far away", "")]


def test_what_could_not_be_read_is_counted_for_each_column(kept: OutcomeFile) -> None:
    unread = {each.what: each.unread for each in kept.columns if each.unread}
    assert unread == {"MQL": 1, "revenue": 1, "criterion Budget": 1}
    assert dict(kept.counts)[Event.MQL] == 4
    assert {each.what: each.days for each in kept.columns}["won"] == 2


def test_what_is_wrong_with_events_is_found_by_validity(journeys: Journeys) -> None:
    found = {each.fault: each.rows.tolist() for each in check(journeys).found}
    assert found[Fault.DUPLICATE] == [4]
    assert found[Fault.FUTURE] == [4]


def test_the_data_tell_until_the_last_moment_that_is_not_to_come(kept: OutcomeFile) -> None:
    assert kept.as_of == datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC), (
        "the end of a day, where only that is known"
    )


def test_personal_columns_stay_out_and_references_are_found_again(kept: OutcomeFile, tmp_path: Path) -> None:
    assert "Name" not in kept.headers.values()
    assert b"Ann" not in (tmp_path / "kept" / f"{kept.hash}.parquet").read_bytes()
    assert called(tmp_path / "kept", kept.hash, [3, 0]) == ("L4", "L1")


def test_the_same_file_with_the_same_mapping_is_kept_once(kept: OutcomeFile, tmp_path: Path) -> None:
    found = understood(tmp_path / "again")
    mapping = suggest_outcomes(found, (BUDGET,), HANDOFF)
    later = NOW + timedelta(days=1)
    assert keep(found, mapping, (BUDGET,), tmp_path / "kept", later).hash == kept.hash
    assert outcome_file(tmp_path / "kept", kept.hash) == kept


def test_the_fact_holds_counts_and_no_lead(kept: OutcomeFile) -> None:
    fact = added(kept, "Since May")
    assert (fact.rows, fact.months) == (5, ("2026-05", "2026-07"))
    assert "L1" not in fact.model_dump_json()


def test_clocks_are_in_business_hours_of_the_handoff(journeys: Journeys) -> None:
    for clock, hours in ((Clock.DECIDE, 9), (Clock.CONTACT, 9)):
        assert ran(check(journeys), clock, 24, HANDOFF.hours).hours[0] == hours


def test_dates_without_a_time_give_no_hours(tmp_path: Path) -> None:
    rows = [(f"2026-05-{day:02}", f"2026-05-{day + 1:02}", "2026-05-20 10:00") for day in range(1, 9)]
    found = understood(tmp_path / "in", ("MQL at", "Accepted at", "First contact at"), rows)
    kept = keep(found, suggest_outcomes(found, (), HANDOFF), (), tmp_path / "kept", NOW)
    days = load(tmp_path / "kept", kept.hash)
    assert missing(days, Measure.CONTACT) == ONLY_DAYS
    assert by_day(days, Clock.DECIDE)
    for clock in Clock:
        assert np.isnan(ran(check(days), clock, 24, HANDOFF.hours).hours).all()


def test_a_day_is_not_before_what_happened_on_it(tmp_path: Path) -> None:
    rows = [("2026-05-04 15:00", "2026-05-04"), ("2026-05-04 15:00", "2026-05-03")]
    found = understood(tmp_path / "in", ("MQL at", "Accepted at"), rows)
    kept = keep(found, suggest_outcomes(found, (), HANDOFF), (), tmp_path / "kept", NOW)
    faults = {each.fault: each.rows.tolist() for each in check(load(tmp_path / "kept", kept.hash)).found}
    assert faults == {Fault.OUT_OF_ORDER: [1]}


def test_what_cannot_be_measured_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    found = understood(tmp_path / "in")
    shared = tuple(EventMapping(event=event, column="c05") for event in (Event.ACCEPTED, Event.REJECTED))
    for mapping, words in (
        (OutcomesMapping(), "No column says when"),
        (OutcomesMapping(events=shared), "which of the two"),
        (OutcomesMapping(events=(EventMapping(event=Event.MQL, column="c99"),)), "does not have"),
        (OutcomesMapping(events=(EventMapping(event=Event.MQL, column="c02"),)), "Not one date"),
    ):
        with pytest.raises(LeadsRefused, match=words):
            keep(found, mapping, (), tmp_path / "kept", NOW)
    assert not (tmp_path / "kept").exists()


def test_a_damaged_set_is_refused_in_words(kept: OutcomeFile, tmp_path: Path) -> None:
    path = tmp_path / "kept" / f"{kept.hash}.parquet"
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(LeadsRefused, match="cannot be read"):
        load(tmp_path / "kept", kept.hash)
    path.unlink()
    with pytest.raises(LeadsRefused, match="no longer here"):
        load(tmp_path / "kept", kept.hash)


def test_the_made_up_outcomes_are_understood_without_a_hand(tmp_path: Path) -> None:
    source = tmp_path / "outcomes.csv"
    source.write_bytes(sample_outcomes())
    found = understand(source, Options(), tmp_path / "work")
    mapping = suggest_outcomes(found, (BUDGET,), HANDOFF)
    assert {each.event for each in mapping.events} == set(Event)
    headers = {column.name: column.header for column in found.columns}
    assert headers[mapping.leads.lead or ""] == "Lead", "though some lead is there twice"
    assert (mapping.reason, mapping.version) != (None, None)


def test_the_suggestion_knows_the_usual_names(tmp_path: Path) -> None:
    found = understood(tmp_path / "in")
    mapping = suggest_outcomes(found, (BUDGET,), HANDOFF)
    headers = {column.name: column.header for column in found.columns}
    assert {each.event: headers[each.column] for each in mapping.events} == {
        Event.INQUIRY: "Inquiry at",
        Event.MQL: "MQL at",
        Event.ACCEPTED: "Decided at",
        Event.REJECTED: "Decided at",
        Event.CONTACTED: "First contact at",
        Event.WON: "Closed at",
        Event.LOST: "Closed at",
    }
    assert mapping.leads.lead == "c01"
    assert (len(HEADER), len(ROWS[0])) == (15, 15)
