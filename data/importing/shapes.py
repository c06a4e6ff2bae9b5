"""What one cell looks like, as far as telling names from values needs."""

from __future__ import annotations

import re
from enum import StrEnum


class Shape(StrEnum):
    """The shape of a cell."""

    BLANK = "blank"
    NUMBER = "number"
    DATE = "date"
    CODE = "code"
    EMAIL = "email"
    TEXT = "text"


NUMBER = re.compile(r"\s*[-+(]?\s*[€$£]?\s*\d[\d.,' \u00a0\u202f]*([eE][-+]?\d+)?\s*[%€$£)]?\s*")
DATE = re.compile(
    r"\s*(\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))([T ]\d{1,2}:\d{2}.*)?\s*"
)
CODE = re.compile(r"\s*(?=\S*\d)(?=\S*[A-Za-z-])[A-Za-z0-9-]{6,}\s*")
EMAIL = re.compile(r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*")


def shape_of(cell: str) -> Shape:
    """The shape of a cell; anything else is text."""
    if not cell.strip():
        return Shape.BLANK
    if len(cell) > 100:
        return Shape.TEXT
    patterns = ((DATE, Shape.DATE), (NUMBER, Shape.NUMBER), (EMAIL, Shape.EMAIL), (CODE, Shape.CODE))
    return next((shape for pattern, shape in patterns if pattern.fullmatch(cell)), Shape.TEXT)
