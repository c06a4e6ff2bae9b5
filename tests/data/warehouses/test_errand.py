"""Errands: they run beside everything else, in turn, and can be called off."""

from __future__ import annotations

from threading import Event

import pytest

from data.leads_refused import LeadsRefused
from data.warehouses import Errand
from data.warehouses.errand import AT_ONCE, BROKEN


def finished(errand: Errand[int]) -> Errand[int]:
    errand.start(20)
    assert not errand.running
    return errand


def test_an_errand_ends_in_what_it_found_or_in_why_not() -> None:
    assert finished(Errand(lambda called_off: 7)).found == 7

    def refuse(called_off: Event) -> int:
        raise LeadsRefused("It is away.")

    refused = finished(Errand(refuse))
    assert (refused.found, refused.refusal) == (None, "It is away.")


def test_what_nobody_foresaw_is_said_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    assert finished(Errand(lambda called_off: 1 // 0)).refusal == BROKEN
    assert "ZeroDivisionError" in caplog.text


def test_an_errand_that_is_called_off_is_told_so_and_one_that_waits_never_begins() -> None:
    def wait(called_off: Event) -> bool:
        return called_off.wait(20)

    errands = [Errand(wait) for _ in range(AT_ONCE + 1)]
    for errand in errands:
        errand.start(0.3)
    waiting = errands[-1]
    assert [errand.seconds is None for errand in errands] == [False] * AT_ONCE + [True]
    waiting.cancel()
    assert (waiting.running, waiting.found) == (False, None)
    for errand in errands[:-1]:
        errand.cancel()
        assert errand.found is True
