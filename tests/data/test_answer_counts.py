"""How many leads of a file give each answer, before it is kept."""

from __future__ import annotations

from pathlib import Path

from data.answer_counts import answer_counts
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping
from definitions.ranges import Range
from tests.data.uploads import upload


def test_every_lead_is_counted_once_by_value_range_or_as_not_answered(tmp_path: Path) -> None:
    read = upload(tmp_path, {"People": ["70", "50", "49,5", "3", "999", "few", "", None, "many"]})
    size = CriterionMapping(
        criterion="Size",
        column="c01",
        answers=(
            AnswerMapping(answer="Large", values=("many",), ranges=(Range(at_least=50),)),
            AnswerMapping(answer="Small", ranges=(Range(at_least=1, below=50),)),
        ),
    )
    mapping = Mapping(criteria=(size,), decimal=",", missing={"c01": ("999",)}, kept=("c01",))
    assert answer_counts(read.raw, mapping, size, ("Large", "Small")) == (3, 2, 4)


def test_without_a_column_nobody_answers(tmp_path: Path) -> None:
    read = upload(tmp_path, {"People": ["70", "50"]})
    nothing = CriterionMapping(criterion="Size")
    assert answer_counts(read.raw, Mapping(), nothing, ("Large", "Small")) == (0, 0, 2)
