"""Waiting for an answer from far away, but not for ever."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
OFTEN = 0.1


class TooSlow(Exception):
    """There was no answer in time; the question was withdrawn as far as the other side allows."""


class CalledOff(Exception):
    """Nobody wants the answer any more; the question was withdrawn as far as the other side allows."""


@dataclass
class Asking:
    """A question that is under way: how to withdraw it, once there is a way."""

    withdraw: Callable[[], object] = field(default=lambda: None)


def within(seconds: float, ask: Callable[[Asking], T], called_off: Event | None = None) -> T:
    """What ``ask`` gives or raises, TooSlow or CalledOff. Its own thread asks: a driver may hang for ever."""
    asking = Asking()
    answers: Queue[T | BaseException] = Queue(1)
    Thread(target=_answer, args=(ask, asking, answers), daemon=True).start()
    try:
        answer = _awaited(answers, monotonic() + seconds, called_off or Event())
    except (TooSlow, CalledOff):
        Thread(target=_withdraw, args=(asking,), daemon=True).start()
        raise
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _awaited(answers: Queue[T | BaseException], end: float, called_off: Event) -> T | BaseException:
    while not called_off.is_set():
        left = end - monotonic()
        try:
            return answers.get(timeout=max(0.0, min(OFTEN, left)))
        except Empty:
            if left <= 0:
                raise TooSlow from None
    raise CalledOff


def _answer(ask: Callable[[Asking], T], asking: Asking, answers: Queue[T | BaseException]) -> None:
    try:
        answers.put(ask(asking))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked
        answers.put(error)


def _withdraw(asking: Asking) -> None:
    with suppress(Exception):
        asking.withdraw()
