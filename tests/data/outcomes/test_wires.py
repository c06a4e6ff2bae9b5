"""Trip-wires: outcomes that speak against a clause challenge it, once, with the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment.actions.outcomes import add_outcome_set
from alignment.challenges import Challenge
from alignment.wires import challenged_by
from alignment.workshop import Phase
from data.assessments.assessment import EventKind
from data.outcomes.keeping import keep
from data.outcomes.outcome_file import OutcomeFile
from data.outcomes.sets import added
from data.outcomes.suggestions import suggest_outcomes
from data.outcomes.wires import check_added, check_followed, check_now_and_then, check_wires
from data.room import Room
from data.rooms import forget_rooms, rooms
from data.settings import settings
from definitions.handoff import Handoff, Upkeep
from definitions.measures.journeys import Event
from tests.data.assessments.made import event, made
from tests.data.outcomes.files import BUDGET, HANDOFF, NOW, understood
from tests.definitions.measures.made import journeys, lead
from tests.pages.definitions import frozen_room, published_room
from tests.pages.rooms import HOST, clause

OUTCOMES = "CRM in March"
GOOD = lead(mql=1, accepted=1.5, contacted=2, version="1")
BAD = lead(mql=1, rejected=1.2, reason="no need", version="1")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A record of the test's own."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    monkeypatch.delenv("COMMON_TERMS_DATABASE_URL", raising=False)
    forget_rooms()
    yield
    forget_rooms()


@pytest.fixture
def room() -> Room:
    """A signed definition with the clauses Budget, Suspect, Threshold and Handoff."""
    return published_room(Handoff(upkeep=Upkeep(in_time_below=50)))


def outcomes(good: int, bad: int, **changed: Any) -> Any:
    """Leads of which some were rejected; sales names the clause "Budget" in each rejection."""
    found = journeys([{**GOOD, **changed}] * good + [{**BAD, **changed}] * bad)
    return replace_clause(found)


def replace_clause(found: Any) -> Any:
    return replace(found, reasons=tuple(replace(each, clause="budget ") for each in found.reasons))


def challenges(room: Room) -> list[Challenge]:
    return [each for each in room.workshop().challenges.values() if each.by_figures]


def test_a_bad_clause_is_challenged_with_the_figures_and_a_draft_of_it_opens(room: Room) -> None:
    found = check_wires(room, outcomes(60, 40), OUTCOMES)
    assert {each.clause_id for each in found} == {clause(room, "Budget").id}
    assert [each.key for each in challenges(room)] == [each.key for each in found]
    rejected = next(each for each in challenges(room) if "definitional rejections" in each.key)
    assert rejected.reason == (
        "For a definitional reason sales rejected 40 % (31 to 50) of 100 leads; agreed is at most 15 %."
    )
    assert dict(rejected.figures) == {
        "Counted": "40 of 100 leads",
        "Share, with 95 % interval": "40 % (31 to 50)",
        "Agreed": "at most 15 %",
        "Outcomes": OUTCOMES,
    }
    assert room.workshop().phase is Phase.DRAFTING


def test_the_same_figures_challenge_once_whatever_is_loaded_again(room: Room) -> None:
    assert check_wires(room, outcomes(60, 40), OUTCOMES)
    before = room.head
    assert check_wires(room, outcomes(60, 40), OUTCOMES) == ()
    assert check_wires(room, outcomes(50, 50), "CRM in April") == ()
    assert room.head == before


def test_too_few_leads_and_leads_within_the_band_challenge_nothing(room: Room) -> None:
    before = room.head
    for found in (outcomes(2, 7), outcomes(95, 5), outcomes(8, 3)):
        assert check_wires(room, found, OUTCOMES) == ()
    assert room.head == before


def test_leads_of_another_version_say_nothing_about_this_one(room: Room) -> None:
    assert check_wires(room, outcomes(60, 40, version="2"), OUTCOMES) == ()
    assert check_wires(room, outcomes(60, 40, version=""), OUTCOMES) == ()


def test_two_clauses_that_trip_at_once_are_in_one_draft(room: Room) -> None:
    slow = lead(mql=1, accepted=9, contacted=9.1, version="1")
    found = journeys([slow] * 60 + [{**BAD, Event.REJECTED: 9}] * 40)
    check_wires(room, replace_clause(found), OUTCOMES)
    assert {each.clause_id for each in challenges(room)} == {
        clause(room, "Budget").id,
        clause(room, "Handoff").id,
    }
    assert sum("draft opened" in entry.fact.kind for entry in room.record()) == 1
    assert all(not each.open for each in challenges(room)), "the draft has taken them up"


def test_rejections_without_a_column_of_acceptances_trip_nothing(room: Room) -> None:
    found = journeys([BAD] * 40, without=[Event.ACCEPTED])
    assert check_wires(room, replace_clause(found), OUTCOMES) == ()


def test_a_clause_of_an_unknown_name_is_answered_for_by_the_handoff(room: Room) -> None:
    check_wires(room, journeys([GOOD] * 60 + [BAD] * 40), OUTCOMES)
    assert {each.clause_id for each in challenges(room)} == {clause(room, "Handoff").id}


def test_outcomes_that_change_with_every_lead_are_checked_once_an_hour(room: Room) -> None:
    asked = []

    def told() -> Any:
        asked.append(1)
        return outcomes(95, 5)

    for _ in range(3):
        check_now_and_then(room, told, OUTCOMES)
    assert len(asked) == 1
    check_now_and_then(room, told, OUTCOMES, every=0)
    assert len(asked) == 2


def row(number: int) -> tuple[str, ...]:
    """A line of a CRM's export: two of five leads were rejected for want of a budget."""
    day = f"2026-05-{number % 25 + 1:02}"
    said = ("Rejected", "No budget") if number % 5 < 2 else ("Accepted", "")
    moments = (f"{day} 08:00", f"{day} 09:00", f"{day} 10:00")
    return (f"L{number}", "Ann Lee", *moments, *said, "", "", "", "", "Fair", "vetted", "1", "Ready")


@pytest.fixture
def kept(tmp_path: Path) -> OutcomeFile:
    """A file with a bad clause, read and kept as the page keeps it."""
    found = understood(tmp_path / "in", rows=[row(number) for number in range(200)])
    mapping = suggest_outcomes(found, (BUDGET,), HANDOFF)
    return keep(found, mapping, (BUDGET,), settings().leads, NOW)


def test_a_file_with_a_bad_clause_challenges_it_once(kept: OutcomeFile) -> None:
    room = published_room(HANDOFF)
    fact = added(kept)
    room.act(add_outcome_set, HOST, fact)
    found = check_added(room, fact)
    assert {each.clause_id for each in found} == {clause(room, "Budget").id}
    assert "80 of 200 leads" in {each.figures["Counted"] for each in found}
    assert {dict(each.figures)["Outcomes"] for each in challenges(room)} == {"crm.csv"}
    assert challenged_by(room.workshop(), fact.name) == (clause(room, "Budget").id,)
    assert challenged_by(room.workshop(), "Others") == ()
    assert check_added(room, fact) == ()
    assert len(challenges(room)) == len(found)


def test_made_up_outcomes_and_those_not_in_use_challenge_nothing(kept: OutcomeFile) -> None:
    room = published_room(HANDOFF)
    made_up = added(kept, sample=True)
    room.act(add_outcome_set, HOST, made_up)
    assert check_added(room, made_up) == ()
    assert check_added(room, added(kept).model_copy(update={"outcome_set": "e" * 64})) == ()
    assert challenges(room) == []


def test_before_a_definition_is_in_force_nothing_is_challenged(kept: OutcomeFile) -> None:
    room = frozen_room(HANDOFF)
    room.act(add_outcome_set, HOST, added(kept))
    assert check_added(room, added(kept)) == ()


def test_leads_qualified_here_are_checked_when_something_became_of_one(room: Room) -> None:
    store = rooms().ledger.assessments
    for number in range(30):
        one = made(number, room.id)
        store.add(one)
        why = {"reason": "No budget", "clause": "Budget"}
        rejected = event(one, EventKind.REJECTED, **why)
        store.record_event(rejected if number < 12 else event(one))
    found = check_followed(room, store, room.clock())
    both = {clause(room, "Budget").id, clause(room, "Handoff").id}
    assert {each.clause_id for each in found} == both, "nobody made first contact either"
    assert {each.figures["Outcomes"] for each in found} == {"Leads qualified here"}
    assert check_followed(room, store, room.clock()) == ()
