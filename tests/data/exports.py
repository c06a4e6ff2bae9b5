"""An export of a CRM, and how its columns are mapped."""

from __future__ import annotations

from definitions.mapping import AnswerMapping, CriterionMapping, DateMapping, Mapping, OutcomeMapping
from definitions.months import DateOrder
from definitions.ranges import Range

COLUMNS = {
    "E-mail": ["a@example.com", "b@example.com", "c@example.com", "d@example.com"],
    "Money?": ["yes", "no", "maybe", "n/a"],
    "Deal": ["60000", "1 000,5", "-1", "many"],
    "When": ["31.1.2026", "1.2.2026", "", "2026"],
    "End": ["Won", "Lost", "", "Talking"],
    "From": ["Web", "web ", "Fair", "Web"],
}
MAPPING = Mapping(
    criteria=(
        CriterionMapping(
            criterion="Budget",
            column="c02",
            answers=(
                AnswerMapping(answer="Ready", values=("yes",)),
                AnswerMapping(answer="None", values=("no",)),
            ),
        ),
        CriterionMapping(
            criterion="Size",
            column="c03",
            answers=(
                AnswerMapping(answer="50,000 or more", ranges=(Range(at_least=50_000),)),
                AnswerMapping(answer="Under 100", ranges=(Range(below=100),)),
            ),
        ),
        CriterionMapping(criterion="Need"),
    ),
    outcome=OutcomeMapping(column="c05", won=("Won",), lost=("Lost",)),
    date=DateMapping(column="c04", order=DateOrder.DAY_FIRST),
    source="c06",
    decimal=",",
    kept=("c02", "c03", "c04", "c05", "c06"),
    missing={"c02": ("n/a",), "c03": ("-1",)},
)
