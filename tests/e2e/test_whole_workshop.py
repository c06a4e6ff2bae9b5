"""The whole workshop in a real browser: three people, from an empty server to a signed definition.

The journey is one test, because each step needs the one before it; its parts are named after the steps.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browsers import People, settled
from tests.e2e.drafting import comment, open_all_ballots, open_editor, save, write
from tests.e2e.journey import (
    A_PHONE,
    CHIEF,
    HOST,
    SELLER,
    WORKSHOP,
    Cast,
    card,
    choose,
    go,
    go_home,
    join,
    make_link,
    name_decider,
    open_workshop,
    press,
    see,
    title,
)
from tests.e2e.server import ROOT, Server
from tests.e2e.settling import escalate, leave_out, rule
from tests.e2e.signing import decline, fingerprint, freeze, sign, type_name
from tests.e2e.simulating import add_sample_leads, handle, move_threshold, number, threshold
from tests.e2e.taking import address, download_all, fetch, let_anyone_read, signed_fingerprint, text_of
from tests.e2e.voting import choose_stance, vote, vote_on_the_rest

pytestmark = pytest.mark.browser

OBJECTIONS = {"Timing": "Six months is our cycle.", "Suspect": "Nobody says that."}
BUDGET, SIZE = "Is there money for it?", "How much is the deal worth?"
DECLINED = "The handoff is too slow for us."


def test_three_people_go_from_an_empty_server_to_a_definition_in_force(
    new_person: People, server: Server
) -> None:
    stranger = new_person()
    a_stranger_follows_a_deep_link(stranger)
    people = Cast(host=new_person(), seller=new_person(**A_PHONE), chief=new_person())
    the_host_opens_a_workshop_and_invites(people, stranger)
    they_draft(people)
    two_edit_one_clause(people)
    they_vote_under_seal(people)
    they_vote_on_everything(people)
    they_settle_disputes(people)
    they_try_a_threshold(people)
    signed = they_sign(people)
    they_take_the_definition_along(people, signed)
    only_those_who_may_read_it(people, stranger)
    the_record_proves_itself(people.host, server)
    a_new_draft_leaves_version_one_in_force(people, signed)
    the_chief_moves_to_another_device(people.chief, new_person(**A_PHONE))


def a_stranger_follows_a_deep_link(stranger: Page) -> None:
    """The first request of a fresh server, so no page has been navigated to yet."""
    stranger.goto("/record")
    expect(title(stranger, "You are not in a workshop here")).to_be_visible()
    expect(stranger.get_by_text("Everything that happened, in order")).not_to_be_attached()
    stranger.get_by_role("link", name="To the start page").click()
    expect(stranger.get_by_role("button", name=re.compile("Explore the demo$"))).to_be_visible()


def the_host_opens_a_workshop_and_invites(people: Cast, stranger: Page) -> None:
    """Links for two teams, and one that is closed again and then says no more than an unknown one."""
    open_workshop(people.host)
    go(people.host, "People")
    for_sales, for_chiefs = make_link(people.host, "sales"), make_link(people.host, "executives")
    closed = make_link(people.host, "observers")
    press(people.host.locator('[class*="st-key-people-revoke-"]').first, "Close this link")
    expect(people.host.get_by_test_id("stCode")).to_have_count(2)
    assert refused_words(stranger, closed) == refused_words(stranger, closed[:-4] + "AAAA")
    join(people.seller, for_sales, SELLER)
    join(people.chief, for_chiefs, CHIEF)
    expect(people.host.get_by_role("tab", name="Who is here (3)")).to_be_visible()
    name_decider(people.host, CHIEF)
    people.seller.goto("/people")
    see(people.seller, "Only a facilitator can use this page.")
    go_home(people.seller)
    see(people.seller, "Ask everybody what a qualified lead is to them, before anything is drafted.")


def refused_words(page: Page, link: str) -> str:
    """What somebody reads whose link opens nothing."""
    page.goto(link)
    expect(title(page, "This link does not work")).to_be_visible()
    return page.locator("main").inner_text()


def they_draft(people: Cast) -> None:
    """The classic scorecard and the starter terms in one click each; one revises, another comments."""
    go(people.host, "Criteria")
    press(people.host, "Add the classic scorecard")
    expect(card(people.host, "Size")).to_be_visible()
    go(people.host, "Glossary")
    press(people.host, "Add the starter terms")
    expect(card(people.host, "Suspect")).to_be_visible()
    go(people.host, "Criteria")
    go(people.seller, "Criteria")
    open_editor(people.seller, "Budget")
    write(people.seller, "Budget", "Question", BUDGET)
    save(people.seller, "Budget")
    see(card(people.host, "Budget"), BUDGET)
    comment(people.host, "Timing", "Nothing is said between six and twelve months.")
    see(card(people.seller, "Timing"), "Discussion · 1")


def two_edit_one_clause(people: Cast) -> None:
    """The later one is told, keeps the text, and sends it again."""
    for page in (people.host, people.seller):
        open_editor(page, "Size")
    write(people.seller, "Size", "Question", SIZE)
    write(people.host, "Size", "Question", "How large is the deal?")
    save(people.host, "Size")
    theirs = card(people.seller, "Size")
    see(theirs, f"{HOST} changed this clause while you were writing. Your text is kept.")
    press(theirs, "Save")
    see(theirs, "send it again if it still stands")
    expect(theirs.get_by_label("Question", exact=True)).to_have_value(SIZE)
    save(people.seller, "Size")
    see(card(people.host, "Size"), SIZE)


def they_vote_under_seal(people: Cast) -> None:
    """Who has not voted sees how many have and not how; a vote shows on other screens by itself."""
    open_all_ballots(people.host)
    go(people.chief, "Criteria")
    hers, theirs = card(people.chief, "Budget"), card(people.host, "Budget")
    vote(people.host, "Budget", "Agree")
    see(hers, "1 of 1 voted")
    expect(hers.get_by_role("img", name=re.compile(HOST))).not_to_be_attached()
    choose_stance(hers, "Disagree")
    press(hers, "Vote")
    see(hers, "Disagreeing needs a reason")
    expect(theirs.get_by_role("img", name=f"{CHIEF}: has not voted")).to_be_visible()
    vote(people.chief, "Budget", "Disagree", "Money is always there.")
    expect(hers.get_by_role("img", name=f"{HOST}: agree")).to_be_visible()
    expect(theirs.get_by_role("img", name=f"{CHIEF}: disagree")).to_be_visible()
    see(theirs, "In executives 0% agree; 75% are needed.")
    press(hers, "Change my vote")
    vote(people.chief, "Budget", "Agree")
    expect(theirs.get_by_role("img", name=f"{CHIEF}: agree")).to_be_visible()


def they_vote_on_everything(people: Cast) -> None:
    """One ballot after another; sales objects to two."""
    assert vote_on_the_rest(people.host) == 20
    assert vote_on_the_rest(people.seller, OBJECTIONS) == 21
    assert vote_on_the_rest(people.chief) == 20
    go_home(people.host)
    see(people.host, "19 of 21 clauses agreed, 2 disputed.")


def they_settle_disputes(people: Cast) -> None:
    """One clause is left out, the decider rules on the other, and dissent stays to be read."""
    go(people.host, "Glossary")
    leave_out(people.host, "Suspect", "Nobody uses the word.")
    go(people.host, "Disputes")
    see(card(people.host, "Timing"), OBJECTIONS["Timing"])
    escalate(people.host, "Timing")
    go_home(people.chief)
    people.chief.get_by_test_id("stMain").get_by_role("link", name="Rule on Timing").click()
    rule(people.chief, "Timing", "Stands as worded", "Six months fit most deals.")
    see(card(people.chief, "Timing"), "Dissent, on record")
    see(card(people.chief, "Timing"), OBJECTIONS["Timing"])


def they_try_a_threshold(people: Cast) -> None:
    """The sample leads answer to the keyboard at once; what is proposed goes to the vote again."""
    add_sample_leads(people.host)
    assert threshold(people.host) == 20
    before = number(people.host, "Wins kept")
    move_threshold(people.host, "ArrowLeft", "ArrowLeft")
    assert threshold(people.host) == 18
    assert percent(number(people.host, "Wins kept")) > percent(before)
    press(people.host, "Propose this threshold")
    see(people.host, "This is the draft as it stands.")
    expect(handle(people.host)).to_be_visible()
    go(people.host, "Threshold and handoff")
    see(card(people.host, "Threshold"), "A lead with 18 points or more goes to sales.")
    assert [vote_on_the_rest(page) for page in people.all] == [1, 1, 1]


def percent(shown: str) -> int:
    return int(shown.removesuffix("%").strip())


def they_sign(people: Cast) -> str:
    """One declines, which opens the draft again; then all sign. Gives the fingerprint of what is signed."""
    go(people.host, "Sign off")
    freeze(people.host)
    go(people.chief, "Sign off")
    decline(people.chief, DECLINED)
    see(people.host, DECLINED)
    frozen = freeze(people.host)
    go(people.seller, "Sign off")
    assert fingerprint(people.seller) == frozen
    type_name(people.seller, "Somebody Else")
    see(people.seller, "Please type your name as it stands here")
    for page, name in zip(people.all, (HOST, SELLER, CHIEF), strict=True):
        sign(page, name)
    for page in people.all:
        see(page, "Version 1 is signed and in force")
    return frozen


def they_take_the_definition_along(people: Cast, signed: str) -> None:
    """It can be read on a phone, and every file says the same."""
    go(people.seller, "Definition")
    see(people.seller, signed)
    go(people.host, "Definition")
    files = download_all(people.host)
    assert signed_fingerprint(files["json"]) == signed
    expected = (BUDGET, SIZE, OBJECTIONS["Timing"], HOST, SELLER, CHIEF, "Recycled lead")
    for ending, file in files.items():
        text = text_of(ending, file)
        assert [words for words in expected if words not in text] == [], ending
        assert "Somebody Else" not in text
    where = address(people.host)
    for ending in ("pdf", "docx", "md", "json"):
        assert fetch(people.seller, f"{where}.{ending}").body() == files[ending]
    assert fetch(people.seller, where).body() == files["html"]


def only_those_who_may_read_it(people: Cast, stranger: Page) -> None:
    """Participants only, until the host opens it to anyone with the link."""
    where = address(people.host)
    places = [where, *(f"{where}.{ending}" for ending in ("md", "pdf", "docx", "json"))]
    assert [fetch(stranger, place).status for place in places] == [404] * 5
    let_anyone_read(people.host)
    assert [fetch(stranger, place).status for place in places] == [200] * 5
    stranger.goto(where)
    expect(stranger.get_by_role("heading", name="What a qualified lead is at", level=1)).to_be_visible()


def the_record_proves_itself(host: Page, server: Server) -> None:
    """It can be filtered, it is checked on the page and from the command line."""
    go(host, "Record")
    press(host, "Check the record")
    see(host, "facts are as they were written.")
    choose(host, "Person", CHIEF)
    choose(host, "Kind", "Signature declined")
    entries = host.get_by_test_id("stMain").get_by_role("listitem")
    expect(entries).to_have_count(1)
    expect(entries.first).to_contain_text(re.compile(f"{CHIEF} declined to sign version 1.*{DECLINED}"))
    environment = {**os.environ, "COMMON_TERMS_FOLDER": str(server.folder)}
    command = [sys.executable, "manage.py", "verify"]
    verified = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout
    assert WORKSHOP in verified.stdout


def a_new_draft_leaves_version_one_in_force(people: Cast, signed: str) -> None:
    """Version 1 is read as it was signed, while version 2 is drafted."""
    go(people.host, "Sign off")
    press(people.host, "Open a new draft")
    see(people.host, "Version 1 is in force while version 2 is made")
    see(people.seller, "Version 1 is in force while version 2 is made")
    see(people.seller, signed)


def the_chief_moves_to_another_device(chief: Page, phone: Page) -> None:
    """A personal link makes the other browser know her."""
    chief.goto("/me")
    press(chief, "Make a personal link")
    phone.goto(chief.get_by_test_id("stCode").inner_text().strip())
    press(phone, f"Continue as {CHIEF}")
    expect(title(phone, WORKSHOP)).to_be_visible()
    settled(phone)
    go(phone, "Criteria")
    see(card(phone, "Budget"), "Carried over as it stands in the definition in force.")
