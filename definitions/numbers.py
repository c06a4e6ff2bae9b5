"""Numbers as people and programs write them: with a decimal point or comma, thousands apart or not.

What is no such number ("about 5", "€5", "(3)", "1e5") is not understood rather than guessed. The patterns are
plain enough to mean the same in Python and in every warehouse, where the leads are read by the same rule.
"""

from __future__ import annotations

import re
from enum import StrEnum

GAPS = " \u00a0\u202f\u2009'\u2019"
"""What may stand between thousands besides the other mark; the first also around the number."""
WHOLE, DECIMALS = 15, 30
"""The most digits before and after the decimal mark; more before it are an identifier's."""


class DecimalMark(StrEnum):
    """The mark before the decimals."""

    POINT = "."
    COMMA = ","

    @property
    def other(self) -> str:
        """The mark that may then stand between thousands."""
        return "," if self is DecimalMark.POINT else "."

    @property
    def shape(self) -> str:
        """The regular expression of a number, from its beginning to its end."""
        whole = f"([0-9]{{1,{WHOLE}}}|[0-9]{{1,3}}([{self.other}{GAPS}][0-9]{{3}}){{1,4}})"
        decimals = f"[{self}][0-9]"
        return f" *[+-]?({whole}({decimals}{{0,{DECIMALS}}})?|{decimals}{{1,{DECIMALS}}}) *"


def read_number(text: str | None, mark: DecimalMark) -> float | None:
    """The number that is written, as a double; ``None`` for a blank and for what is no number."""
    if not text or not re.fullmatch(mark.shape, text):
        return None
    return float(text.translate(dict.fromkeys(map(ord, mark.other + GAPS))).replace(mark, "."))
