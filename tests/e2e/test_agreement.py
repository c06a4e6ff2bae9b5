"""The way to agreement in a real browser: six people, from their own words to a bridged threshold.

The journey is one test, because each step needs the one before it; its parts are named after the steps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from alignment.clauses import Status
from alignment.judgements import Judgement
from alignment.people import Team
from alignment.present import present_scorecard
from data.access import Identity
from data.room import Room
from definitions.bridge.card import verdicts
from definitions.bridge.scorecards import card_of
from definitions.profiles import NOT_ANSWERED
from definitions.scorecard import Scorecard
from tests.e2e.agreeing import (
    Judge,
    ask_for_words,
    fits,
    open_calibration_in_a_hurry,
    reveal,
    review,
    write_words,
)
from tests.e2e.browsers import People, settled
from tests.e2e.journey import A_PHONE, card, go, press, see, title
from tests.e2e.server import Server
from tests.e2e.voting import vote_on_the_rest
from tests.pages.bridged import calibration, with_sample_leads
from tests.pages.rooms import PEOPLE, VOTERS, person, staffed_room, standing

pytestmark = pytest.mark.browser

HOST, PHONE, KEYS = "Hana", "Sal", "Dee"
"""Who hosts, who has a phone, and who judges by the keys and is unsure where an answer is missing."""
TEAMS = {HOST: Team.MARKETING, **PEOPLE}
PRESENT = 20
"""The classic scorecard's threshold."""
WANTED = {Team.MARKETING: 8, Team.SALES: 17, Team.EXECUTIVES: 13}
"""The threshold by which each team judges: marketing is generous, sales is strict, and all are below 20.

So whichever leads are drawn, a lower threshold raises the team that agrees least.
"""
LEAD, MARKETING_LEAD = "Qualified lead", "Marketing qualified lead"
WORDS = {
    "Hana": "Anybody who downloads a brochure.",
    "Mark": "Everybody who downloads anything.",
    "Sal": "Somebody with money and a date.",
    "Dee": "Somebody with a budget in writing.",
    "Eve": "A firm that fits our market.",
    "Xan": "A firm that pays its bills.",
}
REASON = "I would call them tomorrow."
Six = Mapping[str, Page]


@pytest.fixture
def room(server: Server) -> Room:
    """The classic scorecard and the sample leads; nothing is asked, judged or put to the vote."""
    return with_sample_leads(staffed_room())


def test_six_people_get_from_their_own_words_to_a_bridged_threshold(new_person: People, room: Room) -> None:
    six = {
        name: new_person(Identity(room.id, person(room, name)), **(A_PHONE if name == PHONE else {}))
        for name in VOTERS
    }
    they_write_in_their_own_words(six)
    they_see_all_words_side_by_side(six)
    they_judge_eight_leads_alone(six, room)
    they_see_how_all_judged(six)
    bridged = one_proposes_a_compromise(six, room)
    they_agree_on_it(six, room, bridged)


def they_write_in_their_own_words(six: Six) -> None:
    """Asked by the facilitator; one answers everything on a phone, the others only the texts."""
    for page in six.values():
        page.goto("/own-words")
        expect(title(page, "Own words")).to_be_visible()
        settled(page)
    see(six[PHONE], "Nobody has been asked yet. Hana begins it.")
    ask_for_words(six[HOST], leave_out=("Sales accepted lead", "Opportunity"))
    for name, page in six.items():
        write_words(page, LEAD, WORDS[name])
        write_words(page, MARKETING_LEAD, f"Not for us: {WORDS[name]}")
    review(six[PHONE], "Partly")
    see(six[PHONE], "You have answered everything. You can change it until Hana reveals it.")
    assert fits(six[PHONE])


def they_see_all_words_side_by_side(six: Six) -> None:
    """The reveal turns other screens by itself; until then nobody had read another's words."""
    expect(six[PHONE].get_by_text(WORDS["Mark"])).not_to_be_attached()
    see(six[HOST], "Sales: 1 of 2 have finished")
    reveal(six[HOST], "5 of 6 have not finished.")
    for page in (six[PHONE], six["Eve"]):
        expect(page.get_by_role("heading", name=LEAD, exact=True)).to_be_visible()
        for name, words in WORDS.items():
            see(page, name)
            expect(page.get_by_text(words, exact=True).first).to_be_visible()
        see(page, "Only sales:")
    assert fits(six[PHONE])


def they_judge_eight_leads_alone(six: Six, room: Room) -> None:
    """Lead after lead, all at the same time, and nobody learns how the others judge."""
    open_calibration_in_a_hurry(go(six[HOST], "Calibrate"))
    judges = {
        name: Judge(go(page, "Calibrate"), says(room, name), by_keys=name not in (HOST, PHONE))
        for name, page in six.items()
    }
    assert fits(six[PHONE])
    for lead in range(8):
        for name, judge in judges.items():
            judge.judge(lead, REASON if name == PHONE and not lead else "")
    for page in six.values():
        see(page, "You have judged every lead.")
    see(six[PHONE], REASON)
    expect(six["Eve"].get_by_text(REASON)).not_to_be_attached()


def says(room: Room, name: str) -> list[Judgement]:
    """How somebody judges the leads that were drawn: by their team's threshold."""
    answers = np.array([lead.answers for lead in calibration(room).drawn.leads], dtype=np.int64)
    wanted = replace(card_of(scorecard(room)), threshold=WANTED[TEAMS[name]])
    said = [Judgement.QUALIFIED if yes else Judgement.NOT for yes in verdicts(wanted, answers)]
    unsure = (answers == NOT_ANSWERED).any(axis=1) & (name == KEYS)
    return [Judgement.UNSURE if missing else each for each, missing in zip(said, unsure, strict=True)]


def scorecard(room: Room) -> Scorecard:
    """What is on the table."""
    found = present_scorecard(room.workshop())
    assert found is not None
    return found


def they_see_how_all_judged(six: Six) -> None:
    """The reveal turns every screen by itself: one number, the leads in dispute, the reasons."""
    see(six[HOST], "Sales: 2 of 2 have finished")
    reveal(six[HOST], "Everybody will see how everybody judged")
    for page in six.values():
        expect(page.get_by_role("heading", name="Leads to talk about")).to_be_visible()
        see(page, re.compile(r"On [1-8] of 8 leads teams lean to different sides\."))
        see(page, "6 people judged.")
    first = six["Eve"].locator('[class*="st-key-calibrate-disputed-"]').first
    expect(first.get_by_role("img", name="Mark: qualified")).to_be_visible()
    expect(first.get_by_role("img", name="Sal: not qualified")).to_be_visible()
    settled(six[PHONE])
    assert fits(six[PHONE])


def one_proposes_a_compromise(six: Six, room: Room) -> int:
    """Sales finds the compromise that moves the threshold alone, and proposes it by one click."""
    page = go(six[PHONE], "Bridge")
    see(page, re.compile("The team that agrees least could agree on .* of leads instead of"))
    see(page, re.compile(r"^Now · "))
    see(page, "enough in a hurry")
    assert fits(page)
    bridged = threshold_in(compromise(page))
    assert bridged < PRESENT
    compromise(page).get_by_role("button", name=re.compile("Propose [A-Z]$")).click()
    see(page, "It is proposed. The teams can vote on it.")
    assert scorecard(room).threshold.qualified_from == bridged
    assert standing(room, "Threshold") is Status.DRAFT
    return bridged


def compromise(page: Page) -> Locator:
    """The first compromise that changes the threshold and nothing else."""
    cards = page.locator('[class*="st-key-bridge-compromise-"]')
    return cards.filter(has_text=re.compile(rf"Threshold \d+ instead of {PRESENT}:")).first


def threshold_in(place: Locator) -> int:
    """The threshold that a compromise proposes."""
    expect(place).to_have_count(1)
    found = re.search(r"Threshold (\d+) instead of", place.inner_text())
    assert found is not None
    return int(found.group(1))


def they_agree_on_it(six: Six, room: Room, bridged: int) -> None:
    """The ballot is opened, all six vote, and the threshold in the scorecard is the bridged one."""
    host = go(six[HOST], "Threshold and handoff")
    see(card(host, "Threshold"), f"A lead with {bridged} points or more goes to sales.")
    press(card(host, "Threshold"), "Open the ballot")
    press(host, "Open")
    expect(card(host, "Threshold").get_by_role("button", name="Open the ballot")).not_to_be_attached()
    assert [vote_on_the_rest(page) for page in six.values()] == [1] * 6
    go(host, "Threshold and handoff")
    see(card(host, "Threshold"), "Agreed")
    see(card(host, "Threshold"), f"A lead with {bridged} points or more goes to sales.")
    assert standing(room, "Threshold") is Status.AGREED
    assert scorecard(room).threshold.qualified_from == bridged
