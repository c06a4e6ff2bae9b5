"""The query gives every lead the verdict that Python gives it, in databases too."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from decimal import Decimal

import duckdb
import psycopg
import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot import exp

from data.publishing.sql import EXACTLY, Dialect, sql
from data.publishing.sql_columns import columns_of
from definitions.document import SignedDocument, scorecard, sign
from definitions.scorecard import score
from definitions.threshold import Threshold
from tests.data.publishing.hostile_scorecards import NAMES, definitions, leads
from tests.definitions.documents import BUDGET, document, published, settled
from tests.postgres import NoServer

Lead = dict[str, str | None]
OTHERS = [dialect for dialect in Dialect if dialect not in (Dialect.DUCKDB, Dialect.POSTGRES)]


@st.composite
def trials(draw: st.DrawFn) -> tuple[SignedDocument, list[Lead]]:
    signed = draw(definitions())
    return signed, draw(st.lists(leads(scorecard(signed.document)), min_size=1, max_size=12))


def expected(signed: SignedDocument, asked: Sequence[Lead]) -> list[tuple[int, bool, str]]:
    receipts = [score(scorecard(signed.document), lead) for lead in asked]
    return [(receipt.points, not receipt.gates_failed, str(receipt.verdict)) for receipt in receipts]


def table(signed: SignedDocument, asked: Sequence[Lead]) -> tuple[str, list[list[object]]]:
    """How to make the table of leads, and its rows."""
    columns = columns_of(signed.document.criteria)
    made = f"CREATE TEMP TABLE leads (id INT, {', '.join(f'{c.answer} TEXT' for c in columns)})"
    names = [criterion.name for criterion in signed.document.criteria]
    return made, [[n, *(lead[name] for name in names)] for n, lead in enumerate(asked)]


def told(names: Sequence[str], rows: Sequence[Sequence[object]]) -> list[tuple[int, bool, str]]:
    """Points, gates and verdict of each row, by their ids."""
    named = [dict(zip(names, row, strict=True)) for row in rows]
    found = sorted(named, key=lambda row: str(row["id"]).zfill(9))
    return [(int(Decimal(str(r["points"]))), bool(r["gates_passed"]), str(r["verdict"])) for r in found]


def by_duckdb(query: str, signed: SignedDocument, asked: Sequence[Lead]) -> list[tuple[int, bool, str]]:
    made, rows = table(signed, asked)
    with duckdb.connect() as connection:
        connection.execute(made)
        connection.executemany(f"INSERT INTO leads VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608
        found = connection.execute(query)
        return told([each[0] for each in found.description], found.fetchall())


@settings(max_examples=60)
@given(trials())
def test_duckdb_gives_the_verdicts_of_python(trial: tuple[SignedDocument, list[Lead]]) -> None:
    signed, asked = trial
    assert by_duckdb(sql(signed.document, Dialect.DUCKDB), signed, asked) == expected(signed, asked)


@pytest.fixture(scope="module")
def connection(postgres: str | NoServer) -> Iterator[psycopg.Connection]:
    if isinstance(postgres, NoServer):
        (pytest.fail if os.environ.get("COMMON_TERMS_REQUIRE_SERVERS") == "1" else pytest.skip)(str(postgres))
    with psycopg.connect(postgres.replace("+psycopg", ""), autocommit=False) as connection:
        yield connection


@pytest.mark.server
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(trials())
def test_postgresql_gives_the_verdicts_of_python(
    connection: psycopg.Connection, trial: tuple[SignedDocument, list[Lead]]
) -> None:
    signed, asked = trial
    made, rows = table(signed, asked)
    query = sql(signed.document, Dialect.POSTGRES)
    with connection.cursor() as cursor:
        cursor.execute(made)
        cursor.executemany(f"INSERT INTO leads VALUES ({', '.join(['%s'] * len(rows[0]))})", rows)  # noqa: S608
        cursor.execute(query.encode())
        found = told([each.name for each in cursor.description or ()], cursor.fetchall())
        connection.rollback()
    assert found == expected(signed, asked)


def in_duckdb(query: str, dialect: Dialect) -> str:
    """The query of another dialect, read back and written for DuckDB; T-SQL's ways with texts left out."""
    (read,) = sqlglot.parse(query, read=dialect)
    assert read is not None

    def plainly(node: exp.Expr) -> exp.Expr:
        if isinstance(node, exp.Collate):
            assert node.expression.name == EXACTLY
            return node.this
        return exp.Literal.string(node.name) if isinstance(node, exp.National) else node

    return read.transform(plainly).sql(dialect="duckdb")


@settings(max_examples=25)
@given(trials())
@pytest.mark.parametrize("dialect", OTHERS)
def test_the_other_dialects_say_the_same(dialect: Dialect, trial: tuple[SignedDocument, list[Lead]]) -> None:
    signed, asked = trial
    query = in_duckdb(sql(signed.document, dialect), dialect)
    assert by_duckdb(query, signed, asked) == expected(signed, asked)


@pytest.mark.parametrize("dialect", Dialect)
def test_it_is_one_statement_under_a_heading(dialect: Dialect) -> None:
    query = sql(published().document, dialect)
    heading, _, rest = query.partition("\nWITH ")
    assert all(line.startswith("-- ") for line in heading.splitlines())
    assert f"Version 1, fingerprint (SHA-256) {published().sha256}." in heading
    assert "budget_answer: the answer to “Budget”." in heading
    assert rest.count(";") == 1


def test_no_name_ends_the_comment_it_stands_in() -> None:
    names = [*NAMES, "line\u2028separator */ \\"]
    asked = [settled(BUDGET.model_copy(update={"name": name})) for name in names]
    odd = document([*asked, settled(Threshold(qualified_from=1))], company="*/ DROP TABLE leads; --\n \\")
    query = sql(odd, Dialect.POSTGRES)
    heading = query.partition("\nWITH ")[0]
    assert all(line.startswith("-- ") and not line.endswith("\\") for line in heading.splitlines())
    (read,) = sqlglot.parse(query, read="postgres")
    assert isinstance(read, exp.Select)


def test_columns_are_named_by_criteria_safely_and_never_twice() -> None:
    def stems(*names: str) -> list[str]:
        return [
            columns.stem for columns in columns_of([BUDGET.model_copy(update={"name": n}) for n in names])
        ]

    found = stems("Budget", "budget!", "Größe", "汉字", "3 m")
    assert found == ["budget", "budget_2", "grosse", "criterion_4", "c_3_m"]
    assert len(set(stems("x", "x", "x 2", "criterion 5", "§"))) == 5
    assert columns_of([BUDGET])[0].answer == "budget_answer"


def test_texts_of_other_scripts_reach_sql_server_whole() -> None:
    answers = (BUDGET.answers[0].model_copy(update={"label": "汉字"}), *BUDGET.answers[1:])
    odd = BUDGET.model_copy(update={"answers": answers})
    signed = sign(document([settled(odd), settled(Threshold(qualified_from=1))]), (), None)
    assert f"budget_answer COLLATE {EXACTLY} = N'汉字'" in sql(signed.document, Dialect.TSQL)
