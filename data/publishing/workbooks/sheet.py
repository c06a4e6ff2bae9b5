"""A sheet whose formulas go into the file as they are given."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class Sheet(Worksheet):  # type: ignore[misc]  # the library says nothing of its types
    """A worksheet for formulas that name no function of spreadsheets newer than 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        # The library searches each formula for thirty newer functions: four fifths of the time it takes.
        return formula.removeprefix("=")
