"""What others do is on my screen by itself, in a real browser, and costs nothing while they do nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import streamlit  # noqa: F401  # before its protocol files, which import it half-made otherwise
from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from alignment.actions.people import remove_participant
from alignment.stances import Stance
from data.access import Identity
from data.room import Room
from data.starter import classic_scorecard
from tests.e2e.browsers import People, settled
from tests.e2e.server import Server
from tests.pages.rooms import HOST, person, put_to_vote, staffed_room, vote

pytestmark = pytest.mark.browser
BUDGET, NEED = classic_scorecard()[0], classic_scorecard()[2]
ONE_SECOND = 1.0
IDLE_MS = 3_000
HOLD = """
const soon = window.setTimeout.bind(window)
window.held = null
window.setTimeout = (work, wait, ...args) => held && !wait ? held.push(work) : soon(work, wait, ...args)
window.letGo = () => { const works = held; held = null; works.forEach(work => soon(work, 0)) }
"""
"""Lets a test stop what a page is about to do, as a busy machine does, and let it go in the same order."""


@pytest.fixture
def room(server: Server) -> Room:
    """Ballots on two criteria are open; Sal has voted on Budget and so sees how others vote on it."""
    room = staffed_room()
    put_to_vote(room, BUDGET, NEED)
    vote(room, "Sal", BUDGET.name)
    return room


class Runs:
    """Counts how often a page has asked the server to run."""

    def __init__(self, page: Page) -> None:
        """To be made before the page is visited."""
        self.asked: list[str] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        if socket.url.endswith("/_stcore/stream"):
            socket.on("framesent", self._note)

    def _note(self, frame: str | bytes) -> None:
        message = BackMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "rerun_script":
            self.asked.append(message.rerun_script.fragment_id)


def page_of(new_person: People, room: Room, name: str, address: str = "/criteria") -> Page:
    page = new_person(Identity(room.id, person(room, name)))
    page.goto(address)
    return settled(page)


def budget(page: Page) -> Locator:
    """Budget's card, the first on the page."""
    return page.locator("[class*=st-key-card-]").first


def vote_of(page: Page, name: str, stance: Stance) -> Locator:
    return page.get_by_role("img", name=f"{name}: {stance.value}", exact=True)


def test_another_participant_s_ballot_is_on_my_screen_within_one_second(
    new_person: People, room: Room
) -> None:
    """From the click in one browser to the sign in the other; the quickest of five on a busy machine."""
    mine, theirs = page_of(new_person, room, "Sal"), page_of(new_person, room, "Mark")
    took = list(seconds_of_votes(mine, theirs))
    assert min(took) <= ONE_SECOND, took


def seconds_of_votes(mine: Page, theirs: Page) -> Iterator[float]:
    words = {"Agree": Stance.AGREE, "Abstain": Stance.ABSTAIN}
    for word in ("Agree", "Abstain", "Agree", "Abstain", "Agree"):
        change = budget(theirs).get_by_role("button", name="Change my vote")
        if change.is_visible():
            change.click()
        budget(theirs).get_by_role("radio", name=re.compile(f"{word}$")).click()
        button = budget(theirs).get_by_role("button", name="Vote", exact=True)
        expect(button).to_be_enabled()
        settled(theirs)
        begun = time.perf_counter()
        button.click()
        expect(vote_of(mine, "Mark", words[word])).to_be_visible()
        yield time.perf_counter() - begun
        settled(theirs)


def test_an_idle_open_page_costs_no_run_and_a_vote_costs_one_card(new_person: People, room: Room) -> None:
    page = new_person(Identity(room.id, person(room, "Sal")))
    runs = Runs(page)
    page.goto("/criteria")
    settled(page)
    page.wait_for_timeout(IDLE_MS)
    runs.asked.clear()
    page.wait_for_timeout(IDLE_MS)
    assert runs.asked == []
    vote(room, "Mark", BUDGET.name, Stance.ABSTAIN)
    expect(vote_of(page, "Mark", Stance.ABSTAIN)).to_be_visible()
    page.wait_for_timeout(IDLE_MS)
    assert len(runs.asked) == 1
    assert runs.asked[0], "the whole page ran"


def test_whoever_is_removed_meets_the_gate_without_a_reload(new_person: People, room: Room) -> None:
    page = page_of(new_person, room, "Sal")
    expect(budget(page)).to_be_visible()
    room.act(remove_participant, HOST, person(room, "Sal"))
    expect(page.get_by_role("heading", name="You are not in a workshop here")).to_be_visible()
    expect(budget(page)).to_have_count(0)


def test_a_click_at_the_moment_when_news_arrive_shows_what_it_did(new_person: People, room: Room) -> None:
    page = new_person(Identity(room.id, person(room, "Sal")))
    page.add_init_script(HOLD)
    page.goto("/criteria")
    need = settled(page).locator("[class*=st-key-card-]").nth(1)
    button = need.get_by_role("button", name="Vote", exact=True)
    expect(button).to_be_disabled()
    page.evaluate("held = []")
    vote(room, "Mark", BUDGET.name, Stance.ABSTAIN)
    page.wait_for_function("held.length > 0")
    need.get_by_role("radio", name="Agree", exact=True).click()
    page.evaluate("letGo()")
    expect(button).to_be_enabled()
    expect(vote_of(page, "Mark", Stance.ABSTAIN)).to_be_visible()
