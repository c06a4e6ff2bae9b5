"""One criterion, and a warehouse whose leads answer it."""

from __future__ import annotations

from data.warehouses import Dialect, Request, Warehouse
from definitions.criteria import Answer, Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, DateMapping, Mapping, OutcomeMapping

BUDGET = Criterion(
    name="Budget", question="?", answers=(Answer(label="Ready", points=5), Answer(label="None", points=0))
)
ROWS = {"budget_status": ["ready", "none", "?"], "stage": ["Won", "Lost", None]}
MAPPING = Mapping(
    criteria=(
        CriterionMapping(
            criterion="Budget",
            column="c01",
            answers=(
                AnswerMapping(answer="Ready", values=("ready",)),
                AnswerMapping(answer="None", values=("none",)),
            ),
        ),
    ),
    outcome=OutcomeMapping(column="c02", won=("Won",), lost=("Lost",)),
    date=DateMapping(column="c03"),
    kept=("c01", "c02", "c03"),
)
COLUMNS = {"c01": "budget_status", "c02": "stage", "c03": "created_at"}


def warehouse(url: str, dialect: Dialect, table: str, seconds: float = 60) -> Warehouse:
    """The warehouse “crm”."""
    return Warehouse(name="crm", url=url, dialect=dialect, table=table, timeout_seconds=seconds)


def asking(url: str, dialect: Dialect, table: str, seconds: float = 60) -> Request:
    """To count by the one criterion."""
    return Request(warehouse(url, dialect, table, seconds), COLUMNS, MAPPING, (BUDGET,))
