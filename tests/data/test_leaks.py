"""Columns known only after sales touched the lead: what is flagged, and what is not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from data.importing.understood import Understood
from data.keeping import keep
from data.leads_refused import LeadsRefused
from data.leaks import leaks
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, OutcomeMapping
from tests.data.uploads import upload

LEADS = 900


def file(work: Path, seed: int = 1) -> Understood:
    """Leads of which every eighth is won and every fifth still open, with honest columns and leaks."""
    random = Random(seed)
    ends = [("won" if n % 8 == 0 else "lost") if n % 5 else "open" for n in range(LEADS)]
    pick = random.choice
    return upload(
        work,
        {
            "Outcome": ends,
            "Budget": [pick("abbcc") if end == "won" else pick("abbccc") for end in ends],
            "Age": [str(random.randint(18, 80)) for _ in ends],
            "Lead id": [f"L{n}" for n in range(LEADS)],
            "Notes score": [str(n) for n in random.sample(range(LEADS), LEADS)],
            "Talk seconds": [str(int(random.gauss(500 if e == "won" else 200, 150))) for e in ends],
            "Contract": ["2026" if end == "won" and n % 3 else "" for n, end in enumerate(ends)],
            "Lost why": [
                pick(["price", "time"]) if end == "lost" and n % 3 else "" for n, end in enumerate(ends)
            ],
            "Closed on": [f"2026-01-{n % 28 + 1:02}" if end != "open" else "" for n, end in enumerate(ends)],
            "Tag": ["signed up" if end == "won" and n % 3 else pick("xyz") for n, end in enumerate(ends)],
        },
    )


MAPPING = Mapping(
    outcome=OutcomeMapping(column="c01", won=("won",), lost=("lost",), open=("open",)), kept=("c01",)
)


def test_what_was_known_only_afterwards_is_flagged_and_what_was_known_before_is_not(tmp_path: Path) -> None:
    found = leaks(file(tmp_path), MAPPING)
    assert [leak.header for leak in found] == ["Talk seconds", "Contract", "Lost why", "Closed on", "Tag"]
    assert all(leak.sentence.endswith(".") and leak.header in leak.sentence for leak in found)


def test_the_reason_names_what_was_seen(tmp_path: Path) -> None:
    reasons = {leak.header: leak.sentence for leak in leaks(file(tmp_path), MAPPING)}
    assert "of pairs" in reasons["Talk seconds"]
    assert "of the won leads" in reasons["Contract"]
    assert "of the lost leads" in reasons["Lost why"]
    assert "of the decided leads" in reasons["Closed on"]
    assert "signed up" in reasons["Tag"]


@pytest.mark.parametrize("seed", range(5))
def test_columns_without_any_signal_are_never_flagged(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    columns = {
        "Outcome": [random.choice(["won", "lost"]) for _ in range(200)],
        "Code": [random.choice("abcdefghijklmnopqrstuvwxyz") + random.choice("abcdef") for _ in range(200)],
        "Number": [str(random.random()) for _ in range(200)],
        "Last stage": [random.choice(["one", "two", ""]) for _ in range(200)],
        "Same": ["x"] * 200,
        "Blank": [""] * 200,
    }
    assert leaks(upload(tmp_path, columns), MAPPING) == ()


def test_too_few_outcomes_say_nothing(tmp_path: Path) -> None:
    columns = {"Outcome": ["won"] * 5 + ["lost"] * 5, "Duration": ["9"] * 5 + ["1"] * 5}
    assert leaks(upload(tmp_path, columns), MAPPING) == ()


def test_a_leak_is_refused_for_a_criterion_unless_somebody_insists(tmp_path: Path) -> None:
    understood = file(tmp_path / "work")
    tag = CriterionMapping(
        criterion="Interest", column="c10", answers=(AnswerMapping(answer="High", values=("signed up",)),)
    )
    mapping = Mapping(criteria=(tag,), outcome=MAPPING.outcome, kept=("c01", "c10"))
    with pytest.raises(LeadsRefused, match="Tag"):
        keep(understood, mapping, tmp_path / "leads")
    kept = keep(understood, mapping.model_copy(update={"insisted": ("c10",)}), tmp_path / "leads")
    assert kept.rows == LEADS


def crm(random: Random, leads: int, won_by_form: float) -> dict[str, list[str]]:
    """Leads of three origins, of which one that is known from the first day is won nearly always."""
    origins = random.choices(["Page", "Chat", "Form"], [0.5, 0.42, 0.08], k=leads)
    rates = {"Page": 0.38, "Chat": 0.2, "Form": won_by_form}
    ends = ["won" if random.random() < rates[origin] else "lost" for origin in origins]
    others = {f"Field {n}": [random.choice("pqrst") for _ in ends] for n in range(10)}
    return {"Outcome": ends, "Origin": origins, **others}


@pytest.mark.parametrize("seed", range(10))
def test_a_value_that_is_nearly_always_won_by_merit_is_no_leak_in_a_small_file(
    tmp_path: Path, seed: int
) -> None:
    found = leaks(upload(tmp_path, crm(Random(seed), 600, 0.92)), MAPPING)
    assert [leak.header for leak in found] == []


def test_a_value_that_only_won_leads_have_is_a_leak_where_there_are_enough_of_them(tmp_path: Path) -> None:
    found = leaks(upload(tmp_path, crm(Random(1), 4_000, 1.0)), MAPPING)
    assert [leak.header for leak in found] == ["Origin"]


@pytest.mark.parametrize("seed", range(10))
def test_an_honest_column_that_separates_well_by_luck_is_no_leak(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    ends = ["won" if n % 3 == 0 else "lost" for n in range(120)]
    columns = {
        f"Score {n}": [str(round(random.gauss(1.0 if end == "won" else 0.0), 3)) for end in ends]
        for n in range(12)
    }
    found = leaks(upload(tmp_path, {"Outcome": ends, **columns}), MAPPING)
    assert [leak.header for leak in found] == [], "true area 0.76"


@pytest.mark.parametrize("seed", range(5))
def test_a_few_hundred_leads_are_enough_to_find_a_leak_of_any_name(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    ends = ["won" if n % 3 == 0 else "lost" for n in range(300)]
    columns = {
        "Outcome": ends,
        "Alpha": [str(round(random.gauss(2.0 if end == "won" else 0.0), 3)) for end in ends],
        **{f"Noise {n}": [str(random.random()) for _ in ends] for n in range(12)},
    }
    assert [leak.header for leak in leaks(upload(tmp_path, columns), MAPPING)] == ["Alpha"]


def test_a_date_that_no_open_lead_has_is_a_leak_although_few_are_open(tmp_path: Path) -> None:
    ends = ["won"] * 120 + ["lost"] * 40 + ["open"] * 23
    closed = ["2026-01-05" if end != "open" else "" for end in ends]
    found = leaks(upload(tmp_path, {"Outcome": ends, "Day": closed}), MAPPING)
    assert [leak.header for leak in found] == ["Day"]


@pytest.mark.parametrize("seed", range(10))
def test_a_field_that_few_fill_in_is_no_leak_by_luck(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    ends = ["won"] * 24 + ["lost"] * 200 + ["open"] * 5
    columns = {f"Field {n}": [random.choice(["x", "", "", ""]) for _ in ends] for n in range(10)}
    assert leaks(upload(tmp_path, {"Outcome": ends, **columns}), MAPPING) == ()
