"""Two tabs, a lost connection, a phone that is put away: everybody counts once and loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from alignment.agreement import Result
from alignment.stances import Stance
from alignment.standing import result
from data.access import COOKIE_NAME, Identity, seal_cookie
from data.room import Room
from data.starter import classic_scorecard
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.journey import card, press, see
from tests.e2e.line import Line
from tests.e2e.server import Server
from tests.e2e.voting import choose_stance
from tests.pages.rooms import clause, person, put_to_vote, staffed_room, vote

pytestmark = pytest.mark.browser
BUDGET, NEED = classic_scorecard()[0], classic_scorecard()[2]
WHY = "We cannot check a budget before the first call."


@pytest.fixture
def room(server: Server) -> Room:
    """Ballots on two criteria are open and nobody has voted."""
    room = staffed_room()
    put_to_vote(room, BUDGET, NEED)
    return room


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    """A line to the server that can be cut."""
    line = Line(server.port)
    yield line
    line.close()


@pytest.fixture
def by_line(browser: Browser, line: Line) -> Iterator[People]:
    """People whose browsers reach the server by that line."""
    people = People(browser, line.url)
    yield people
    people.leave()
    assert people.faults == []


def counted(room: Room) -> Result:
    round_ = clause(room, BUDGET.name).round
    assert round_ is not None
    return result(room.workshop(), round_)


def at_ballots(page: Page) -> Page:
    page.goto("/ballots")
    return settled(page)


def lose(page: Page, line: Line) -> None:
    """The connection ends, which the browser knows."""
    line.cut()
    page.context.set_offline(True)


def regain(page: Page, line: Line) -> None:
    """The connection is back."""
    line.mend()
    page.context.set_offline(False)


def disagree(page: Page, reason: str) -> None:
    choose_stance(card(page, BUDGET.name), "Disagree")
    card(page, BUDGET.name).get_by_role("textbox").first.fill(reason)


def test_two_tabs_of_one_person_show_the_same_and_count_once(new_person: People, room: Room) -> None:
    first = new_person(Identity(room.id, person(room, "Sal")))
    first.goto("/criteria")
    second = first.context.new_page()
    second.goto("/criteria")
    for page in (first, second):
        settled(page)
    choose_stance(card(first, BUDGET.name), "Agree")
    press(card(first, BUDGET.name), "Vote")
    for page in (first, second):
        see(card(page, BUDGET.name), "You voted: agree")
        expect(page.get_by_text("Waiting for you: 1")).to_be_visible()
    press(card(second, BUDGET.name), "Change my vote")
    choose_stance(card(second, BUDGET.name), "Abstain")
    press(card(second, BUDGET.name), "Vote")
    see(card(first, BUDGET.name), "You voted: abstain")
    assert (counted(room).voted, sum(team.abstain for team in counted(room).teams)) == (1, 1)


def test_what_was_typed_when_the_connection_was_lost_is_still_there_when_it_is_back(
    by_line: People, line: Line, room: Room
) -> None:
    page = at_ballots(by_line(Identity(room.id, person(room, "Sal")), size=PHONE))
    disagree(page, WHY)
    lose(page, line)
    page.wait_for_timeout(2_000)
    regain(page, line)
    reason = card(page, BUDGET.name).get_by_role("textbox").first
    expect(reason).to_be_enabled()
    expect(reason).to_have_value(WHY)
    press(card(page, BUDGET.name), "Vote")
    expect(card(page, BUDGET.name)).not_to_be_attached()
    ballot = clause(room, BUDGET.name).round.ballots[person(room, "Sal")]  # type: ignore[union-attr]
    assert (ballot.stance, ballot.reason) == (Stance.DISAGREE, WHY)
    assert counted(room).voted == 1


def test_what_others_did_meanwhile_is_on_the_screen_when_the_connection_is_back(
    by_line: People, line: Line, room: Room
) -> None:
    page = by_line(Identity(room.id, person(room, "Obi")))
    page.goto("/criteria")
    settled(page)
    see(card(page, BUDGET.name), "0 of 2 voted")  # by then every part of the page has been fetched
    lose(page, line)
    vote(room, "Mark", BUDGET.name)
    regain(page, line)
    see(card(page, BUDGET.name), "1 of 2 voted")


def test_a_script_that_did_not_arrive_is_asked_for_again(new_person: People, room: Room) -> None:
    page = new_person(Identity(room.id, person(room, "Obi")))
    tries = iter(range(100))
    page.route(
        re.compile(r"/assets/live\.js"),
        lambda route: route.abort("connectionfailed") if next(tries) < 2 else route.continue_(),
    )
    page.goto("/criteria")
    see(card(settled(page), BUDGET.name), "0 of 2 voted")
    vote(room, "Mark", BUDGET.name)
    see(card(page, BUDGET.name), "1 of 2 voted")
    expect(page.get_by_text("BidiComponent Error")).to_have_count(0)
    assert next(tries) > 2


def test_a_reason_that_was_not_sent_is_there_again_after_the_phone_threw_the_page_out(
    new_person: People, room: Room
) -> None:
    page = at_ballots(new_person(Identity(room.id, person(room, "Sal")), size=PHONE))
    disagree(page, WHY)
    phone = page.context
    page.close()
    again = at_ballots(phone.new_page())
    choose_stance(card(again, BUDGET.name), "Disagree")
    expect(card(again, BUDGET.name).get_by_role("textbox").first).to_have_value(WHY)
    press(card(again, BUDGET.name), "Vote")
    expect(card(again, BUDGET.name)).not_to_be_attached()
    ballot = clause(room, BUDGET.name).round.ballots[person(room, "Sal")]  # type: ignore[union-attr]
    assert ballot.reason == WHY
    again.wait_for_function("Object.keys(localStorage).every(name => !name.includes('draft'))")


def test_what_one_person_typed_is_not_put_before_another_on_the_same_device(
    new_person: People, room: Room
) -> None:
    page = at_ballots(new_person(Identity(room.id, person(room, "Sal"))))
    disagree(page, WHY)
    cookie = {"name": COOKIE_NAME, "value": seal_cookie((Identity(room.id, person(room, "Eve")),))}
    page.context.add_cookies([{**cookie, "url": page.url}])
    again = at_ballots(page.context.new_page())
    choose_stance(card(again, BUDGET.name), "Disagree")
    reason = card(again, BUDGET.name).get_by_role("textbox").first
    expect(reason).to_be_visible()
    again.wait_for_timeout(1_500)
    expect(reason).to_have_value("")
