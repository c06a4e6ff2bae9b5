"""Sample leads and outcomes: made up, so that things can be tried before anybody brings their own."""

from __future__ import annotations

from pathlib import Path

LEADS_CSV = Path(__file__).parent / "leads.csv"
OUTCOMES_CSV = Path(__file__).parent / "outcomes.csv"
OUTCOMES_NAME = "Outcomes (made up)"


def sample_leads() -> bytes:
    """The sample leads as a CSV file's bytes."""
    return LEADS_CSV.read_bytes()


def sample_outcomes() -> bytes:
    """What became of other made-up leads, as a CSV file's bytes."""
    return OUTCOMES_CSV.read_bytes()
