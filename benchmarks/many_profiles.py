"""Made-up leads that nearly all answer differently, so that there are as many profiles as leads."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from definitions.criteria import Criterion

SEED = 1
MONTHS = tuple(f"2026-{month:02}" for month in range(1, 7))
NOT_ANSWERED = 0.1
OUTCOMES = ("won", "lost", "")


def csv_of_leads(criteria: Sequence[Criterion], leads: int) -> bytes:
    """A CSV of leads with a column for each criterion, month and outcome; a good first answer wins more."""
    random = np.random.default_rng(SEED)
    columns = {criterion.name: _answers(random, criterion, leads) for criterion in criteria}
    first = columns[criteria[0].name]
    chance = np.where(np.array(first) == criteria[0].labels[0], 0.3, 0.1)
    won, known = random.random(leads) < chance, random.random(leads) < 0.8
    columns["Month"] = random.choice(MONTHS, leads).tolist()
    columns["Outcome"] = [OUTCOMES[2 if not k else 0 if w else 1] for w, k in zip(won, known, strict=True)]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return written.getvalue().encode()


def _answers(random: np.random.Generator, criterion: Criterion, leads: int) -> list[str]:
    given = random.choice(criterion.labels, leads)
    return np.where(random.random(leads) < NOT_ANSWERED, "", given).tolist()
