"""Rows of fields that come, go and change places; each has a number that no other row has had."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from pages.shared import session


@dataclass(frozen=True)
class Rows:
    """The rows of one kind in one form; ``what`` is what a row holds, such as a stage."""

    place: str
    what: str

    @property
    def numbers(self) -> list[int]:
        """The rows' numbers, in order."""
        return list(session.noted(self._note, ()))

    def key(self, row: int, field: str) -> str:
        """Where a row's field keeps what is typed."""
        return f"{self.place}.{self.what}.{row}.{field}"

    def typed(self, row: int, field: str, default: object = "") -> object:
        """What is typed in a row's field."""
        return session.typed(self.key(row, field), default)

    def fill(self, rows: Iterable[dict[str, object]]) -> None:
        """Begin with rows of fields. Only in a callback."""
        session.note(self._note, [self._new(fields) for fields in rows])

    def add(self, fields: dict[str, object]) -> None:
        """A further row at the end. Only in a callback."""
        session.note(self._note, [*self.numbers, self._new(fields)])

    def remove(self, row: int) -> None:
        """Take a row away. Only in a callback."""
        session.note(self._note, [other for other in self.numbers if other != row])

    def move_up(self, row: int) -> None:
        """Put a row before the one above it. Only in a callback."""
        rows = self.numbers
        here = rows.index(row)
        rows.insert(max(0, here - 1), rows.pop(here))
        session.note(self._note, rows)

    def ask_order(self, row: int) -> None:
        """The buttons that move a row up and take it away."""
        first = row == self.numbers[0]
        self._button(row, "up", "arrow_upward", "Move up", self.move_up, disabled=first)
        self._button(row, "remove", "close", f"Remove this {self.what}", self.remove)

    def ask_for_more(self, fields: dict[str, object], most: int) -> None:
        """The button that adds a row of fields, as long as there may be more."""
        if len(self.numbers) < most:
            words, key = f"Add a {self.what}", f"{self.place}.{self.what}.add"
            icon = ":material/add:"
            st.button(words, key=key, icon=icon, type="tertiary", on_click=self.add, args=(fields,))

    def _button(
        self,
        row: int,
        verb: str,
        icon: str,
        words: str,
        do: Callable[[int], None],
        disabled: bool = False,
    ) -> None:
        key, icon = self.key(row, verb), f":material/{icon}:"
        st.button("", key=key, icon=icon, help=words, disabled=disabled, on_click=do, args=(row,))

    def _new(self, fields: dict[str, object]) -> int:
        row: int = session.noted("rows.last", 0) + 1
        session.note("rows.last", row)
        for field, value in fields.items():
            session.fill(self.key(row, field), value)
        return row

    @property
    def _note(self) -> str:
        return f"{self.place}.{self.what}.rows"
