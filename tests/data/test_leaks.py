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
