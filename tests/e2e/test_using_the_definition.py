"""A definition at work in a real browser: a prospect answers, a member vets the lead, the CRM gets it."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from data.room import Room
from tests.e2e.browsers import PHONE, People
from tests.e2e.journey import choose, press, see
from tests.e2e.server import Server
from tests.e2e.using import FIT, PROBLEMS, in_force, named, press_key, taken, visit

pytestmark = pytest.mark.browser

ASKED, SOON = "When would you like to begin?", "Within three months"
VERDICTS = re.compile("qualified|nurture|points|score", re.IGNORECASE)


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop whose definition is in force."""
    return in_force()


def test_a_prospect_answers_and_a_member_vets_the_lead_for_the_crm(new_person: People, room: Room) -> None:
    address = the_facilitator_words_a_question_and_opens_the_form(new_person(named(room, "Hana")))
    a_prospect_answers(new_person(size=PHONE), address)
    vetter = new_person(named(room, "Sal"))
    the_vetter_finds_the_lead_waiting(vetter)
    the_vetter_asks_on_by_keyboard(vetter)
    the_assessment_is_kept_and_goes_to_the_crm(vetter)
    an_observer_sees_none_of_it(new_person(named(room, "Obi")))


def the_facilitator_words_a_question_and_opens_the_form(host: Page) -> str:
    """Only what prospects can answer is asked at first; gives the form's address."""
    visit(host, "/self-qualification", "Self-qualification")
    see(host, "The form is closed")
    expect(host.get_by_role("textbox", name="Question", exact=True)).to_have_count(1)
    host.get_by_role("textbox", name="Question", exact=True).fill(ASKED)
    host.get_by_role("textbox", name="This quarter").fill(SOON)
    choose(host, "E-mail", "Must be given")
    press(host, "Save and open")
    see(host, "The form is open to everybody who has this address.")
    return host.get_by_test_id("stCode").first.inner_text().strip()


def a_prospect_answers(prospect: Page, address: str) -> None:
    """Without logging in, on a phone; a mistake is said and loses nothing, and no verdict is ever shown."""
    answer = prospect.goto(f"{address}?source=Spring%20fair")
    assert answer is not None
    assert answer.status == 200
    prospect.get_by_role("radio", name=SOON).check()
    prospect.get_by_label("Your company").fill("Globex")
    prospect.get_by_label("Your e-mail address").fill("ann at globex")
    press(prospect, "Send")
    expect(prospect.get_by_role("alert")).to_be_focused()
    press_link_of_the_mistake(prospect)
    expect(prospect.get_by_role("radio", name=SOON)).to_be_checked()
    expect(prospect.get_by_label("Your company")).to_have_value("Globex")
    prospect.get_by_label("Your e-mail address").fill("ann@globex.example")
    assert not VERDICTS.search(prospect.locator("body").inner_text())
    press(prospect, "Send")
    expect(prospect.get_by_role("heading", name="Sent", exact=True)).to_be_visible()
    see(prospect, "We have your answers and will come back to you.")
    assert not VERDICTS.search(prospect.locator("body").inner_text())
    assert prospect.context.cookies() == []


def press_link_of_the_mistake(prospect: Page) -> None:
    """The summary at the head leads to the field, which still has what was typed."""
    prospect.get_by_role("alert").get_by_role("link", name=re.compile("e-mail address")).click()
    field = prospect.get_by_label("Your e-mail address")
    expect(field).to_be_focused()
    expect(field).to_have_value("ann at globex")
    expect(field).to_have_attribute("aria-invalid", "true")


def the_vetter_finds_the_lead_waiting(vetter: Page) -> None:
    """It is marked in the list, with where it came from and what the prospect gave."""
    visit(vetter, "/assessments", "Assessments")
    see(vetter, "One lead in all")
    see(vetter, "Waiting")
    see(vetter, re.compile("Spring fair"))
    press(vetter, "Open")
    see(vetter, re.compile("ann\\W*@\\W*globex"))
    press(vetter, "Vet this lead")
    expect(vetter.get_by_role("heading", name="Is there a budget?", exact=True)).to_be_visible()


def the_vetter_asks_on_by_keyboard(vetter: Page) -> None:
    """Digits answer, the arrow goes back; the problems are at hand where a question is about them."""
    see(vetter, "3 points so far")
    press_key(vetter, "1", "Is there a budget?", FIT.question)
    press_key(vetter, "ArrowLeft", FIT.question, "Question 1 of 3")
    press_key(vetter, "ArrowRight", "Is there a budget?", FIT.question)
    vetter.get_by_role("searchbox", name="Search the problems").or_(
        vetter.get_by_label("Search the problems")
    ).first.fill("leaky")
    expect(vetter.get_by_role("button", name=PROBLEMS[0].name)).not_to_be_attached()
    vetter.get_by_role("button", name="Leaky pumps").click()
    see(vetter, "Leaky pumps · chosen")
    press_key(vetter, "1", FIT.question, "What to do next")


def the_assessment_is_kept_and_goes_to_the_crm(vetter: Page) -> None:
    """The verdict with its receipt, and until when sales decides; the file has both leads."""
    see(vetter, "12 points")
    see(vetter, "Hand it over to sales")
    see(vetter, re.compile("Sales decides by .+UTC"))
    see(vetter, "Problems: Leaky pumps")
    vetter.keyboard.press("k")
    see(vetter, "Kept, with the version of the definition it was made by.")
    vetter.get_by_role("link", name="All assessments").click()
    see(vetter, "Two leads in all")
    expect(vetter.get_by_text("Waiting", exact=True)).not_to_be_attached()
    with taken(vetter, "CSV for your CRM").open(encoding="utf-8-sig", newline="") as file:
        vetted, prospect = csv.DictReader(file)
    assert [vetted[name] for name in ("Reference", "Source", "By", "Budget", "Fit", "Timing")] == [
        *("Globex", "Spring fair", "Sal", "Ready", "One of ours", "This quarter")
    ]
    assert (vetted["Points"], vetted["Verdict"], vetted["Version"]) == ("12", "qualified", "1")
    assert vetted["Note"] == "Problems: Leaky pumps"
    assert (prospect["E-mail"], prospect["Channel"]) == ("ann@globex.example", "self-qualified")
    assert prospect["Fingerprint"] == vetted["Fingerprint"]


def an_observer_sees_none_of_it(observer: Page) -> None:
    """Whoever only observes reads no lead."""
    visit(observer, "/assessments", "Assessments")
    see(observer, "You observe.")
    expect(observer.get_by_text("Globex")).not_to_be_attached()
