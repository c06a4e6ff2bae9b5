"""Waiting for an answer from far away, but not for ever."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class TooSlow(Exception):
    """There was no answer in time; the question was withdrawn as far as the other side allows."""


@dataclass
class Asking:
    """A question that is under way: how to withdraw it, once there is a way."""

    withdraw: Callable[[], object] = field(default=lambda: None)


def within(seconds: float, ask: Callable[[Asking], T]) -> T:
    """What ``ask`` gives or raises, or TooSlow. It runs in its own thread, as a driver may hang for ever."""
    asking = Asking()
    answers: Queue[T | BaseException] = Queue(1)
    Thread(target=_answer, args=(ask, asking, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        Thread(target=_withdraw, args=(asking,), daemon=True).start()
        raise TooSlow from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _answer(ask: Callable[[Asking], T], asking: Asking, answers: Queue[T | BaseException]) -> None:
    try:
        answers.put(ask(asking))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked
        answers.put(error)


def _withdraw(asking: Asking) -> None:
    with suppress(Exception):
        asking.withdraw()
