"""Sample leads: made up, so that a threshold can be tried before anybody brings their own."""

from __future__ import annotations

from pathlib import Path

LEADS_CSV = Path(__file__).parent / "leads.csv"


def sample_leads() -> bytes:
    """The sample leads as a CSV file's bytes."""
    return LEADS_CSV.read_bytes()
