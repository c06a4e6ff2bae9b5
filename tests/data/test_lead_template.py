"""The template for a file of leads."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from data.adding_leads import add_csv
from data.lead_template import lead_template
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion

CRITERIA = [content for content in classic_scorecard() if isinstance(content, Criterion)]


def test_the_template_as_it_comes_is_understood_completely(tmp_path: Path) -> None:
    read = add_csv(tmp_path, lead_template(CRITERIA), CRITERIA)
    assert read.criteria == tuple(criterion.name for criterion in CRITERIA)
    assert (read.rows, read.won, read.lost, read.open) == (3, 1, 1, 1)
    assert read.months == ("2026-01", "2026-02")
    assert read.not_understood == ()


def test_no_cell_of_the_template_is_a_formula() -> None:
    answers = (Answer(label="=1+1", points=1), Answer(label="@SUM(A1)", points=0))
    text = lead_template([Criterion(name="+cmd", question="?", answers=answers)]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
