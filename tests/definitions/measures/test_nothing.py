"""Every measure says something sensible of no leads, and of leads of which next to nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from definitions.handoff import Supply, Upkeep
from definitions.measures.acceptance import acceptance, acceptance_sentence
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import clock_found, clock_sentence
from definitions.measures.closing import Group, closing, closing_of_all, closing_sentence
from definitions.measures.cost import CostInput, cost, cost_sentence, inquiries, inquiries_sentence
from definitions.measures.counting import Counted, count
from definitions.measures.direct import direct_sentence, self_qualified
from definitions.measures.funnel import funnel, funnel_sentence, leak, leak_sentence
from definitions.measures.journeys import Coded, Event, Journeys
from definitions.measures.promises import computed, five_promises, promise_sentence
from definitions.measures.rejections import reason_sentence, rejections, rejections_sentence
from definitions.measures.standing import standing, standing_sentence
from definitions.measures.supply import supplied, supply_sentences
from definitions.measures.surprises import surprises, surprises_sentence
from definitions.measures.tested_criteria import Fate
from definitions.measures.tested_criteria import tested_criteria as of_criteria
from definitions.measures.tested_criteria import tested_sentence as criterion_sentence
from definitions.measures.tripwires import tripped, wires
from definitions.measures.validity import check
from definitions.measures.versions import compared, version_sentence
from tests.definitions.measures.made import DAY_0, counted, lead


def without_clocks(*times: Event) -> Counted:
    """One lead of a known source, with columns for these events only."""
    source = Coded(("fair",), np.zeros(1, np.int8))
    return count(check(Journeys(DAY_0, {event: np.array([DAY_0]) for event in times}, source)), {})


@pytest.mark.parametrize(
    "found",
    [counted([]), counted([lead()]), counted([lead(inquiry=1)]), without_clocks(), without_clocks(Event.WON)],
    ids=["no lead", "no event", "an inquiry", "no column", "one column"],
)
def test_all_sentences_can_be_said(found: Counted) -> None:
    assert all(said.endswith(".") and "nan" not in said for said in sentences(found))
    assert tripped(found, Upkeep(won_below=20)) == ()


def sentences(found: Counted) -> Sequence[str]:
    whole = funnel(found)
    versions: list[Any] = [compared(found, *found.cells.versions)] if found.cells.versions else []
    return [
        acceptance_sentence(acceptance(found, 0.9)),
        *(each(rejections(found)) for each in (rejections_sentence, reason_sentence)),
        funnel_sentence(whole),
        leak_sentence(leak(whole)),
        *(standing_sentence(standing(found, step)) for step in whole.steps),
        *(clock_sentence(clock_found(found, clock, 24)) for clock in Clock),
        *(closing_sentence(each) for group in Group for each in closing(found, group)),
        closing_sentence(closing_of_all(found)),
        direct_sentence(self_qualified(closing(found, Group.QUALIFIED_BY))),
        *(criterion_sentence(each) for fate in Fate for each in of_criteria(found, fate)),
        surprises_sentence(surprises(found)),
        *(version_sentence(each) for each in versions),
        cost_sentence(cost(found, CostInput(15, 60, 80)), "EUR"),
        inquiries_sentence(inquiries(found), inquiries(found)),
        *(promise_sentence(each) for each in five_promises({}, computed(found))),
        *(wire.sentence for wire in wires(found, Upkeep(won_below=20))),
        *supply_sentences(supplied(found, Supply(leads_a_month=5))),
    ]
