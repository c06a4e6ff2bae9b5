"""The sandbox lets DuckDB touch the named files and nothing else."""

from pathlib import Path

import duckdb
import pytest

from data.sandbox import sandbox


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('{other}')",
        "COPY (SELECT 1) TO '{other}'",
        "ATTACH '{other}'",
        "SET enable_external_access = true",
        "SET threads = 1",
        "INSTALL httpfs",
        "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    ],
)
def test_other_files_the_network_and_settings_are_shut_off(tmp_path: Path, statement: str) -> None:
    other = tmp_path / "other.txt"
    other.write_text("a\n1\n")
    with sandbox(tmp_path / "mine.csv") as connection, pytest.raises(duckdb.Error):
        connection.execute(statement.format(other=other))
    assert other.read_text() == "a\n1\n"


def test_the_named_file_can_be_read(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("a\n1\n")
    with sandbox(mine) as connection:
        assert connection.execute("SELECT a FROM read_csv(?)", [str(mine)]).fetchall() == [(1,)]


@pytest.mark.parametrize("watched", [True, False])
def test_only_a_watched_connection_tells_how_far_a_query_is(tmp_path: Path, watched: bool) -> None:
    with sandbox(watched=watched) as connection:
        connection.execute("SELECT count(*) FROM range(1000)").fetchall()
        settings = "SELECT value FROM duckdb_settings() WHERE name LIKE 'enable_progress_bar%' ORDER BY name"
        assert connection.execute(settings).fetchall() == [(str(watched).lower(),), ("false",)]
