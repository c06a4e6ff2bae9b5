"""What taking a glossary from a file would change: new, changed and unchanged terms, and faulty lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from alignment.actions.revising import Wanted
from alignment.clauses import Clause
from alignment.refused import in_plain_words
from alignment.workshop import Workshop
from definitions.glossaries.columns import Column, term_in
from definitions.glossary import Term
from definitions.texts import fold_name

RULED = "The decider has ruled on this term. Ask the decider to reopen it."


@dataclass(frozen=True)
class Row:
    """A row of the file: its line, and the texts of the columns that the file has."""

    line: int
    cells: Mapping[Column, str]

    @property
    def name(self) -> str:
        """The term as it is written."""
        return self.cells.get(Column.TERM, "").strip()


@dataclass(frozen=True)
class Fault:
    """A line that cannot be taken, and why."""

    line: int
    name: str
    reason: str


@dataclass(frozen=True)
class TermChange:
    """A term that is there and would read otherwise; ``number``: the wording it was compared with."""

    clause: Clause
    number: int
    before: Term
    after: Term


@dataclass(frozen=True)
class GlossaryChanges:
    """What a file would change. Terms that it does not name stay as they are."""

    new: tuple[Term, ...] = ()
    changed: tuple[TermChange, ...] = ()
    unchanged: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What is to be proposed and revised."""
        new = (Wanted(None, 0, term) for term in self.new)
        return (*new, *(Wanted(each.clause.id, each.number, each.after) for each in self.changed))

    @property
    def opens_again(self) -> int:
        """How many of the changed terms were put to the vote, so that their ballots open again."""
        return sum(bool(each.clause.rounds) for each in self.changed)


def changes(workshop: Workshop, rows: Iterable[Row], faults: Iterable[Fault] = ()) -> GlossaryChanges:
    """What rows of a file would change. ``faults``: lines that could not even be read."""
    clauses = _terms(workshop)
    new: list[Term] = []
    changed: list[TermChange] = []
    unchanged: list[Term] = []
    wrong = list(faults)
    lines: dict[str, int] = {}
    for row in rows:
        clause = clauses.get(fold_name(row.name))
        term = _read(row, clause, lines)
        if isinstance(term, Fault):
            wrong.append(term)
        elif clause is None:
            new.append(term)
        elif term == clause.content:
            unchanged.append(term)
        elif clause.ruling is not None:
            wrong.append(Fault(row.line, row.name, RULED))
        elif isinstance(clause.content, Term):
            changed.append(TermChange(clause, clause.revisions[-1].number, clause.content, term))
    by_line = sorted(wrong, key=lambda fault: fault.line)
    return GlossaryChanges(tuple(new), tuple(changed), tuple(unchanged), tuple(by_line))


def _terms(workshop: Workshop) -> dict[str, Clause]:
    present = (clause for clause in workshop.clauses.values() if not clause.left_out)
    return {fold_name(clause.name): clause for clause in present if isinstance(clause.content, Term)}


def _read(row: Row, clause: Clause | None, lines: dict[str, int]) -> Term | Fault:
    """The term of a row, or why it cannot be taken; ``lines`` are those of the names met so far."""
    first = lines.setdefault(fold_name(row.name), row.line)
    if row.name and first != row.line:
        return Fault(row.line, row.name, f"This term stands in line {first} already.")
    before = clause.content if clause is not None and isinstance(clause.content, Term) else None
    try:
        return term_in(row.cells, before)
    except ValidationError as error:
        return Fault(row.line, row.name, in_plain_words(error).removesuffix(" Nothing was changed."))
    except ValueError as error:
        return Fault(row.line, row.name, f"{error}.")
