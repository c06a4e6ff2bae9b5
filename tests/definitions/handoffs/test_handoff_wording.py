"""The handoff reads as one paragraph, as two promises and as tables, and old ones read as before."""

from __future__ import annotations

from datetime import date, time

import pytest

from definitions.business_hours import BusinessHours
from definitions.differences import Difference, differences
from definitions.handoff import Handoff, RejectReason, Stage, Supply, Upkeep
from definitions.handoffs.calendar import calendar_words
from definitions.handoffs.findings import handoff_findings, unknown_clauses
from definitions.handoffs.wording import promises, reason_rows, stage_rows
from definitions.wording import clause_sentence
from tests.definitions.documents import BUDGET, NEED
from tests.definitions.handoffs.fullest import FULLEST, REASONS

OLD = (
    "Sales accepts or rejects each qualified lead within 24 business hours and makes first contact within 48 "
    "business hours of accepting it. The target is that sales accepts 90 % of the leads handed over."
)


def test_a_handoff_of_three_numbers_reads_as_it_always_did() -> None:
    assert clause_sentence(Handoff()) == OLD


def test_all_of_a_handoff_is_one_paragraph() -> None:
    assert clause_sentence(FULLEST) == " ".join(
        (
            OLD,
            "Business hours are Monday to Friday, 9:00 to 17:00, Europe/Berlin, without the public holidays",
            "of Germany, 24 December 2026 and 28 December 2026 to 29 December 2026.",
            "The sign at which a lead changes hands: The last question is answered.",
            "A lead goes through two stages: MQL and SAL. Aside stands Recycled.",
            "Sales may reject a lead only for one of three agreed reasons; where the definition is in",
            "question, it names the clause: “Need”.",
            "A lead that sales gives back: It goes back with its reason.",
            "A lead that is not ready yet: It gets one letter a month.",
            "Marketing hands over at least 1\u202f200 qualified leads a month.",
            "At least 95 % of them come with an answer to every question.",
            "At least 50 % of them were vetted by a person before they are handed over.",
            "The definition is reviewed every six months.",
            "A clause is opened again when three people challenge it, or when fewer than 75 % of the leads",
            "are accepted, fewer than 75 % are decided and contacted in time, fewer than 10 % are won or",
            "more than 15 % are rejected for a reason that names a clause.",
        )
    )


def test_each_side_has_its_own_promise() -> None:
    sales, marketing = promises(FULLEST)
    assert sales == (
        "Sales accepts or rejects each qualified lead within 24 business hours.",
        "Sales makes first contact within 48 business hours of accepting a lead.",
        "Sales names a reason for each lead that it rejects, one of those agreed.",
        "The target is that sales accepts 90 % of the leads handed over.",
        "A lead that sales gives back: It goes back with its reason.",
    )
    assert marketing[0] == "Marketing hands over at least 1\u202f200 qualified leads a month."
    assert promises(Handoff()).marketing == ()
    assert len(promises(Handoff()).sales) == 3


def test_stages_and_reasons_are_rows_the_aside_last_and_by_kind() -> None:
    assert stage_rows(FULLEST) == (
        ("MQL", "marketing", "It has the points."),
        ("SAL", "sales", ""),
        ("Recycled (aside)", "", ""),
    )
    assert reason_rows(FULLEST) == (
        ("procedural", "Sent to the wrong person", ""),
        ("clerical", "No telephone number", ""),
        ("definitional", "No need", "Need"),
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Monday to Friday, 9:00 to 17:00, UTC"),
        ({"days": (0, 1, 2, 3, 6)}, "Sunday to Thursday, 9:00 to 17:00, UTC"),
        ({"days": (0, 1)}, "Monday and Tuesday, 9:00 to 17:00, UTC"),
        ({"days": (0, 2, 3)}, "Monday, Wednesday and Thursday, 9:00 to 17:00, UTC"),
        ({"days": tuple(range(7)), "opens": time(0), "closes": time(0)}, "every day, around the clock, UTC"),
        ({"opens": time(22, 5), "closes": time(0)}, "Monday to Friday, 22:05 to midnight, UTC"),
        (
            {"closed": (date(2026, 12, 31), date(2027, 1, 1))},
            "Monday to Friday, 9:00 to 17:00, UTC, without 31 December 2026 to 1 January 2027",
        ),
        (
            {"country": "DE", "subdivision": "BY"},
            "Monday to Friday, 9:00 to 17:00, UTC, without the public holidays of Bayern (Germany)",
        ),
    ],
)
def test_a_calendar_in_words(fields: dict[str, object], words: str) -> None:
    assert calendar_words(BusinessHours.model_validate(fields)) == words


def test_everything_that_changed_is_named() -> None:
    assert differences(FULLEST, FULLEST) == ()
    changed = {change.what for change in differences(Handoff(), FULLEST)}
    assert changed == {
        "Business hours",
        "Sign at which a lead changes hands",
        "Stage “MQL”",
        "Stage “SAL”",
        "Stage “Recycled”",
        "Reason for rejecting “No need”",
        "Reason for rejecting “Sent to the wrong person”",
        "Reason for rejecting “No telephone number”",
        "Leads that sales gives back",
        "Leads that are not ready yet",
        "Qualified leads a month",
        "Complete leads",
        "Vetted leads",
        "Reviewed after",
        "Challenges that open a clause",
        "Opened below acceptance of",
        "Opened below in time",
        "Opened below won",
        "Opened above definitional rejections",
    }


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            {"stages": (*FULLEST.stages[:2], Stage(name="SAL", owner="Sal"))},
            Difference("Stage “SAL”", "SAL; sales", "SAL; Sal"),
        ),
        ({"stages": FULLEST.stages[:2]}, Difference("Stage “SAL”", "SAL; sales", "")),
        (
            {"stages": FULLEST.stages[::-1]},
            Difference("Order of stages", "MQL, Recycled, SAL", "SAL, Recycled, MQL"),
        ),
        (
            {
                "reject_reasons": (
                    RejectReason(kind="definitional", words="No need", clause="Budget"),
                    *REASONS[1:],
                )
            },
            Difference(
                "Reason for rejecting “No need”",
                "No need; definitional; clause “Need”",
                "No need; definitional; clause “Budget”",
            ),
        ),
        (
            {"supply": Supply(leads_a_month=1200, complete_percent=95)},
            Difference("Vetted leads", "50 %", "none"),
        ),
        (
            {"upkeep": Upkeep(review_months=1, won_below=10)},
            Difference("Reviewed after", "6 months", "1 month"),
        ),
    ],
)
def test_one_change_is_one_difference(change: dict[str, object], found: Difference) -> None:
    assert differences(FULLEST, FULLEST.model_copy(update=change)) == (found,)


def test_a_reason_that_names_no_clause_there_is_is_flagged() -> None:
    assert unknown_clauses(FULLEST, [NEED, BUDGET]) == ()
    renamed = NEED.model_copy(update={"name": "Business need"})
    assert unknown_clauses(FULLEST, [renamed, BUDGET]) == (REASONS[0],)
    assert handoff_findings(FULLEST, [renamed]) == (
        "The reason “No need” names the clause “Need”, and there is none of that name. "
        "Was it renamed or left out?",
    )


def test_a_band_above_the_target_is_flagged() -> None:
    odd = Handoff(acceptance_percent=60, upkeep=Upkeep(acceptance_below=75))
    assert handoff_findings(odd, []) == (
        "The definition is opened again below 75 % accepted, which is more than the target of 60 %.",
    )
    assert handoff_findings(Handoff(acceptance_percent=60), []) == ()
