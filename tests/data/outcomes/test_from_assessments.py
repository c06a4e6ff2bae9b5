"""Leads that were qualified here are journeys like those of any file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from data.assessments.assessment import Channel, EventKind
from data.leads_refused import LeadsRefused
from data.outcomes.from_assessments import ids_of, journeys_of_assessments
from data.outcomes.loading import called, load
from data.outcomes.snapshot import keep_assessments
from definitions.handoff import ReasonKind
from definitions.measures.journeys import Event, Reason
from definitions.measures.validity import Fault, check
from definitions.outcomes import QualifiedBy
from definitions.scorecard import Verdict
from tests.data.assessments.made import START, event, made
from tests.data.outcomes.files import BUDGET, HANDOFF

NOW = START + timedelta(days=30)
SELF = made(0, channel=Channel.SELF_QUALIFIED, by_id="", reference="Globex")
VETTED = made(60, begun_from=SELF.id, reference="Globex", version=2)
OWN = made(90, reference="Acme", answers={"Budget": "None"})
NURTURE = made(120, reference="Initech", verdict=Verdict.NURTURE, channel=Channel.API)
LEADS = (NURTURE, OWN, VETTED, SELF)
EVENTS = (
    event(VETTED, EventKind.ACCEPTED, 200),
    event(VETTED, EventKind.WON, 900, revenue=100.0),
    event(OWN, EventKind.REJECTED, 300, reason="no budget", clause="Budget"),
)


def seconds(minute: int) -> np.datetime64:
    return np.datetime64(int((START + timedelta(minutes=minute)).timestamp()), "s")


def test_each_lead_is_one_journey_from_when_it_came() -> None:
    found = journeys_of_assessments(LEADS, EVENTS, (BUDGET,), HANDOFF, NOW)
    assert ids_of(LEADS) == (VETTED.id, OWN.id, NURTURE.id), "vetted and self-qualified are one lead"
    assert found.when(Event.INQUIRY).tolist() == [seconds(n).item() for n in (0, 90, 120)]
    assert found.when(Event.MQL)[:2].tolist() == [seconds(60).item(), seconds(90).item()]
    assert np.isnat(found.when(Event.MQL)[2]), "who does not qualify is no MQL"
    assert found.when(Event.ACCEPTED)[0] == seconds(200)
    assert found.when(Event.WON)[0] == seconds(900)
    assert found.revenue is not None
    assert found.revenue[0] == 100


def test_who_qualified_version_answers_and_reasons() -> None:
    found = journeys_of_assessments(LEADS, EVENTS, (BUDGET,), HANDOFF, NOW)
    who = [QualifiedBy(found.qualified_by.names[code]) for code in found.codes(found.qualified_by)]
    assert who == [QualifiedBy.VETTED, QualifiedBy.VETTED, QualifiedBy.NOBODY]
    assert found.version.names == ("1", "2")
    assert found.codes(found.version).tolist() == [1, 0, 0]
    assert found.answers[0].tolist() == [0, 1, 0]
    assert found.reasons == (Reason(ReasonKind.DEFINITIONAL, "No budget", "Budget"),)
    assert found.codes(found.reason).tolist() == [-1, 0, -1]
    assert [(each.fault, each.rows.tolist()) for each in check(found).found] == [(Fault.MISSING_STAGE, [0])]


def test_a_snapshot_can_be_read_again_and_names_nobody(tmp_path: Path) -> None:
    file = keep_assessments(LEADS, EVENTS, (BUDGET,), HANDOFF, tmp_path, NOW)
    again = load(tmp_path, file.hash)
    assert len(again) == 3
    assert again.when(Event.WON)[0] == seconds(900)
    assert called(tmp_path, file.hash, [1]) == (OWN.id,)
    assert b"Globex" not in (tmp_path / f"{file.hash}.parquet").read_bytes()
    assert keep_assessments(LEADS, EVENTS, (BUDGET,), HANDOFF, tmp_path, NOW).hash == file.hash
    with pytest.raises(LeadsRefused, match="No lead was qualified"):
        keep_assessments((), (), (BUDGET,), HANDOFF, tmp_path, NOW)
