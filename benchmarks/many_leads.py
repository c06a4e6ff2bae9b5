"""Any number of made-up leads with six answers each, kept as a lead set as an import would keep them."""

from __future__ import annotations

from pathlib import Path

import duckdb

from data.lead_file import LeadFile, parquet_path
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, DateMapping, Mapping, OutcomeMapping
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold

PROJECT = Criterion(
    name="Project",
    question="Is there an approved project?",
    answers=(
        Answer(label="Approved", points=5),
        Answer(label="Planned", points=2),
        Answer(label="None", points=0),
    ),
)
CRITERIA = (*(content for content in classic_scorecard() if isinstance(content, Criterion)), PROJECT)
SCORECARD = Scorecard(
    tuple(criterion.model_copy(update={"gate": None}) for criterion in CRITERIA), Threshold(qualified_from=20)
)
ANSWERS = {f"c{number:02}": criterion for number, criterion in enumerate(SCORECARD.criteria, start=1)}
DATE, OUTCOME, REVENUE = "c07", "c08", "c09"
COLUMNS = (*ANSWERS, DATE, OUTCOME, REVENUE)
DAYS = 181

MAPPING = Mapping(
    criteria=tuple(
        CriterionMapping(
            criterion=criterion.name,
            column=column,
            answers=tuple(AnswerMapping(answer=label, values=(label,)) for label in criterion.labels),
        )
        for column, criterion in ANSWERS.items()
    ),
    date=DateMapping(column=DATE),
    outcome=OutcomeMapping(column=OUTCOME, won=("Closed won",), lost=("Closed lost",), open=("Open",)),
    revenue=REVENUE,
    kept=COLUMNS,
)


def keep_leads(folder: Path, leads: int) -> str:
    """The hash of a new lead set. One lead in eight is not answered a question, one in ten is won."""
    described = LeadFile(
        file_name="made up",
        raw_sha256=f"{leads:064x}",
        headers={column: column for column in COLUMNS},
        mapping=MAPPING,
        read=leads,
        kept=leads,
        set_aside=0,
    )
    columns = [_answer(number, criterion) for number, criterion in enumerate(ANSWERS.values())]
    query = f"SELECT i AS line, {', '.join(columns)}, {_rest()} FROM range(1, {leads + 1}) AS numbers(i)"  # noqa: S608
    with connected() as connection:
        made = connection.sql(query)
        made.write_parquet(str(parquet_path(folder, described.hash)), compression="zstd")
    described.write(folder)
    return described.hash


def write_leads(folder: Path, leads: int, columns: str = "* EXCLUDE (line)") -> Path:
    """A CSV of as many leads, with these columns."""
    parquet, csv = parquet_path(folder, keep_leads(folder, leads)), folder / f"{leads}.csv"
    with connected() as connection:
        connection.read_parquet(str(parquet)).project(columns).write_csv(str(csv))
    return csv


def connected() -> duckdb.DuckDBPyConnection:
    """A fresh connection that prints nothing."""
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    return connection


def _answer(number: int, criterion: Criterion) -> str:
    labels = [label.replace("'", "''") for label in criterion.labels]
    listed = ", ".join(f"'{label}'" for label in labels)
    draw = _draw(number)
    label = f"([{listed}])[1 + ({draw} // 8 % {len(labels)})::INT]"
    return f"CASE WHEN {draw} % 8 > 0 THEN {label} END AS c{number + 1:02}"


def _rest() -> str:
    return f"""
        strftime(DATE '2026-01-01' + ({_draw(7)} % {DAYS})::INT, '%Y-%m-%d') AS {DATE},
        CASE {_draw(8)} % 10 WHEN 0 THEN 'Closed won' WHEN 1 THEN 'Open' ELSE 'Closed lost' END AS {OUTCOME},
        CASE WHEN {_draw(8)} % 10 = 0 THEN format('{{}}.50', 100 + {_draw(9)} % 50000) END AS {REVENUE}
    """


def _draw(number: int) -> str:
    """A number that looks drawn by chance but is always the same."""
    return f"hash(i * 16 + {number})"
