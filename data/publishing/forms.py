"""Every form in which the definition can be had: what the menu offers, and what its address answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.publishing import files
from data.publishing.review_calendar import ics
from data.publishing.sql import Dialect, sql
from data.publishing.xlsx import xlsx
from definitions.document import SignedDocument

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """A form: what it is called, its ending, its content type, how it is made, its icon.

    ``saved``: whether a browser saves it, or shows it as a page.
    """

    words: str
    ending: str
    mime: str
    make: Callable[[SignedDocument], bytes]
    icon: str
    saved: bool = True


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WAREHOUSES = {
    Dialect.DUCKDB: "DuckDB",
    Dialect.POSTGRES: "PostgreSQL",
    Dialect.SNOWFLAKE: "Snowflake",
    Dialect.BIGQUERY: "BigQuery",
    Dialect.SPARK: "Spark",
    Dialect.TSQL: "SQL Server",
}


def _query(dialect: Dialect) -> Form:
    """The scorecard as a query."""

    def made(signed: SignedDocument) -> bytes:
        return sql(signed.document, dialect).encode()

    words = f"Scorecard in SQL, for {WAREHOUSES[dialect]}"
    return Form(words, f"{dialect}.sql", "application/sql; charset=utf-8", made, "database")


QUERIES = tuple(map(_query, Dialect))
"""One form a kind of database: they stand together in a menu."""
PAGE = Form("Web page", "html", "text/html; charset=utf-8", files.html, "html", saved=False)
FORMS = (
    Form("PDF, to print and keep", "pdf", "application/pdf", files.pdf, "picture_as_pdf"),
    Form("Word", "docx", WORD, files.docx, "article"),
    PAGE,
    Form("Markdown", "md", "text/markdown; charset=utf-8", files.markdown, "markdown"),
    Form("JSON, as it was signed", "json", "application/json", files.json, "data_object"),
    Form("Calendar, for the day of the review", "ics", "text/calendar; charset=utf-8", ics, "event"),
    Form("Excel, the scorecard with formulas", "xlsx", SHEET, xlsx, "table_view"),
    *QUERIES,
)
SAVED = {form.ending: form for form in FORMS if form.saved}
"""The forms that an address with an ending answers; without one it is the page."""
