"""What became of each lead so far, as small codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from definitions.measures.journeys import STAGES, UNKNOWN, Codes, Event, Journeys
from definitions.measures.validity import Checked
from definitions.profiles import Flags

Small = NDArray[np.int8]


class Decision(IntEnum):
    """What sales decided first; -1 where it cannot be told."""

    OPEN = 0
    ACCEPTED = 1
    REJECTED = 2


class Close(IntEnum):
    """How a lead ended; -1 where it cannot be told."""

    OPEN = 0
    WON = 1
    LOST = 2


def furthest(journeys: Journeys) -> Small:
    """The furthest stage each lead has reached, a place in ``STAGES``; -1 for none."""
    found = np.full(len(journeys), UNKNOWN, np.int8)
    for stage in journeys.stages:
        there = (~np.isnat(journeys.when(stage))).view(np.int8)
        np.maximum(found, there * np.int8(STAGES.index(stage) + 1) - np.int8(1), out=found)
    return found


def decisions(checked: Checked, reached: Codes) -> Small:
    """What sales decided first on each lead; ``reached``: n furthest stages.

    A lead that went on without a decision's date is unknown, and so is one that is no MQL yet.
    """
    journeys = checked.journeys
    accepted, rejected = journeys.when(Event.ACCEPTED), journeys.when(Event.REJECTED)
    yes, no = ~np.isnat(accepted), ~np.isnat(rejected)
    at_last = no & ~(accepted < rejected)
    passed_by = (reached > STAGES.index(Event.ACCEPTED)) | (reached < STAGES.index(Event.MQL))
    unknown = ~checked.decided_once | (~(yes | no) & passed_by)
    return coded({Decision.ACCEPTED: yes & ~at_last, Decision.REJECTED: at_last}, unknown)


def closes(checked: Checked) -> Small:
    """How each lead ended."""
    won, lost = (~np.isnat(checked.journeys.when(event)) for event in (Event.WON, Event.LOST))
    return coded({Close.WON: won & ~lost, Close.LOST: lost}, ~checked.closed_once)


def coded(flags: Mapping[IntEnum, Flags], unknown: Flags) -> Small:
    """n codes by flags of which a lead has one at most: 0 without any, -1 where unknown.

    By adding, since assigning by a million flags in no order takes a hundred times as long.
    """
    found, known = -unknown.view(np.int8), ~unknown
    for code, having in flags.items():
        found += (having & known).view(np.int8) * np.int8(code)
    return found


def rejected_for(journeys: Journeys, decided: Small) -> Codes:
    """The reason of each rejected lead, a place in the journeys' reasons; -1 for none."""
    return np.where(decided == Decision.REJECTED, journeys.codes(journeys.reason), UNKNOWN).astype(np.int32)


@dataclass(frozen=True, eq=False)
class Fates:
    """What became of n leads: the furthest stage, the decision and the end; -1: unknown or set aside."""

    kept: Flags
    reached: Small
    decision: Small
    close: Small

    @property
    def open_still(self) -> Flags:
        """Leads that are neither closed nor rejected."""
        waits: Flags = (self.close == Close.OPEN) & (self.decision != Decision.REJECTED)
        return self.kept & waits


def fates_of(checked: Checked) -> Fates:
    """What became of each lead."""
    reached = furthest(checked.journeys)
    return Fates(checked.kept, reached, decisions(checked, reached), closes(checked))
