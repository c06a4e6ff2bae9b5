"""Many requests at once, settled together by one of the threads that brought them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Condition

from alignment.workshop import Workshop
from data.deciding import Action


@dataclass(eq=False)
class Request:
    """One action that somebody waits for. Settled with a workshop or with the reason against it."""

    action: Action
    actor: str | None
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = field(default_factory=dict)
    workshop: Workshop | None = None
    error: BaseException | None = None

    @property
    def settled(self) -> bool:
        """Whether there is an answer."""
        return self.workshop is not None or self.error is not None

    def answer(self) -> Workshop:
        """The workshop after the action, or the reason against it, raised."""
        if self.error is not None:
            raise self.error
        assert self.workshop is not None
        return self.workshop


class Turns:
    """While one thread settles requests, the others' requests gather and are settled together next."""

    def __init__(self, settle: Callable[[list[Request]], None]) -> None:
        """``settle`` gives every request of a list its answer; it is called by one thread at a time."""
        self._settle = settle
        self._waiting: list[Request] = []
        self._turn = Condition()
        self._taken = False

    def submit(self, request: Request) -> Workshop:
        """Wait for a request's answer, settling it and its neighbours if nobody else does."""
        with self._turn:
            self._waiting.append(request)
            self._turn.wait_for(lambda: request.settled or not self._taken)
            if request.settled:
                return request.answer()
            self._taken, batch, self._waiting = True, self._waiting, []
        try:
            self._settle(batch)
        except BaseException as error:  # noqa: BLE001 - it is raised to all who asked
            _fail(batch, error)
        finally:
            with self._turn:
                self._taken = False
                self._turn.notify_all()
        return request.answer()


def _fail(batch: list[Request], error: BaseException) -> None:
    for request in batch:
        if not request.settled:
            request.error = error
