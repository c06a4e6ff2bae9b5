"""Every form in which the report can be had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.publishing.forms import SHEET, WORD
from data.publishing.reporting.docx import docx
from data.publishing.reporting.pdf import pdf
from data.publishing.reporting.xlsx import xlsx
from definitions.measures.reporting.report import Report


@dataclass(frozen=True)
class Form:
    """A form: what it is called, its ending, its content type, how it is made, its icon."""

    words: str
    ending: str
    mime: str
    make: Callable[[Report], bytes]
    icon: str


FORMS = (
    Form("PDF, one page", "pdf", "application/pdf", pdf, "picture_as_pdf"),
    Form("Word", "docx", WORD, docx, "article"),
    Form("Excel: all figures, with charts", "xlsx", SHEET, xlsx, "table_view"),
)
