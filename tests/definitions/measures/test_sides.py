"""The two sides of the promise: each thing has its sentence, and a light only where it was promised."""

from __future__ import annotations

import pytest

from definitions.handoff import Handoff, Supply
from definitions.measures.acceptance import acceptance
from definitions.measures.counting import Counted
from definitions.measures.evidence import Light
from definitions.measures.journeys import Event
from definitions.measures.rejections import rejections
from definitions.measures.sides import headline, marketing_side, sales_side
from tests.definitions.measures.made import counted, lead

PROMISED = Handoff(supply=Supply(leads_a_month=10, complete_percent=90, vetted_percent=50))


def leads(
    accepted: int, rejected: int, reasons: int, complete: int, vetted: int
) -> list[dict[object, object]]:
    """MQLs of January, decided in an hour and contacted in a day."""
    found = []
    for place in range(accepted + rejected):
        yes = place < accepted
        events = {"accepted": 1.05, "contacted": 2.0} if yes else {"rejected": 1.05}
        why = {"reason": "no need"} if not yes and place - accepted < reasons else {}
        answer = {"answer": "yes"} if place < complete else {}
        by = {"by": "vetted" if place < vetted else "unqualified"}
        found.append(lead(mql=1, **events, **why, **answer, **by))
    return found


def lights(found: Counted, handoff: Handoff = PROMISED) -> dict[str, Light | None]:
    sides = (*marketing_side(found, handoff), *sales_side(found, handoff))
    return {each.title: each.light for each in sides}


def test_everything_kept_is_green() -> None:
    assert set(lights(counted(leads(60, 40, 40, 100, 100))).values()) == {Light.GREEN}


def test_a_little_under_the_promise_is_amber_and_far_under_it_red() -> None:
    found = lights(counted(leads(60, 40, 36, 80, 20)))
    assert found["Completeness"] is Light.AMBER
    assert found["Vetting"] is Light.RED
    assert found["Reasons"] is Light.AMBER


@pytest.mark.parametrize(("kept", "light"), [(4, Light.GREEN), (3, Light.AMBER), (2, Light.RED)])
def test_volume_is_held_against_each_month_that_is_over(kept: int, light: Light) -> None:
    days = [30.0 * month + 2 for month in range(4) for _ in range(12 if month < kept else 3)]
    found = {each.title: each for each in marketing_side(counted([lead(mql=day) for day in days]), PROMISED)}
    assert found["Volume"].light is light
    assert f"kept in {kept} of 4 months" in found["Volume"].sentence


def test_nothing_promised_has_no_light() -> None:
    found = lights(counted(leads(60, 40, 40, 100, 100)), Handoff())
    assert [found[title] for title in ("Volume", "Completeness", "Vetting")] == [None] * 3


@pytest.mark.parametrize(
    ("missing", "title"), [(Event.CONTACTED, "First contact"), (Event.REJECTED, "Decisions")]
)
def test_a_missing_column_is_said_and_nothing_is_claimed(missing: Event, title: str) -> None:
    side = sales_side(counted(leads(60, 40, 40, 100, 100), without=[missing]), PROMISED)
    found = next(each for each in side if each.title == title)
    assert found.light is Light.UNKNOWN
    assert found.sentence.startswith("The data do not tell when")


def test_no_rejection_needs_no_reason() -> None:
    found = next(e for e in sales_side(counted(leads(60, 0, 0, 60, 60)), PROMISED) if e.title == "Reasons")
    assert found.sentence == "No lead is rejected; the promise is a reason for each."
    assert found.light is Light.UNKNOWN


def test_the_headline_says_acceptance_and_the_clause_that_rejections_name() -> None:
    found = counted(leads(82, 18, 18, 100, 100))
    assert headline(acceptance(found, 0.9), rejections(found)) == (
        "Sales accepted 82 % (73 to 88) of 100 leads; the promise is 90 %. "
        "Need causes most rejections: 18 of 18 rejections."
    )


def test_one_reason_that_lacks_breaks_the_promise_of_one_for_each() -> None:
    side = sales_side(counted(leads(60, 5, 4, 65, 65)), PROMISED)
    found = next(each for each in side if each.title == "Reasons")
    assert found.sentence == "A reason was given for 4 of 5 rejections; the promise is one for each."
    assert found.light is Light.RED


def test_without_rejections_the_headline_is_acceptance_alone() -> None:
    found = counted(leads(82, 0, 0, 82, 82))
    assert headline(acceptance(found, 0.9), rejections(found)).endswith("the promise is 90 %.")
