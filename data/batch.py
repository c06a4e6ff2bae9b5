"""Requests decided one after the other, to be written together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from data.deciding import Clock, Decided, decide
from data.rows import Head, Row, next_row
from data.state import State
from data.turns import Request


@dataclass
class Batch:
    """What requests come to: the rows to write, the state after them, and each request's answer."""

    state: State
    rows: list[Row] = field(default_factory=list)
    answers: list[tuple[Request, Decided | Exception]] = field(default_factory=list)

    def take(self, request: Request, clock: Clock) -> None:
        """Decide one more request on top of those before it; one that is refused leaves nothing."""
        workshop = self.state.workshop
        try:
            decided = decide(
                workshop, request.action, request.actor, *request.args, now=clock(), **request.kwargs
            )
        except Exception as error:  # noqa: BLE001 - it is raised to the one who asked
            self.answers.append((request, error))
            return
        self._keep(decided)
        self.answers.append((request, decided))

    def _keep(self, decided: Decided) -> None:
        head = self.state.head
        for entry in decided.entries:
            self.rows.append(next_row(head, decided.workshop.id, entry))
            head = Head(self.rows[-1].seq, self.rows[-1].hash)
        record = self.state.record + decided.entries
        self.state = replace(self.state, workshop=decided.workshop, record=record, head=head, seen=head)

    def answer(self) -> None:
        """Give every request its answer; to be called when the rows are durable."""
        for request, outcome in self.answers:
            if isinstance(outcome, Exception):
                request.error = outcome
            else:
                request.workshop = outcome.workshop
