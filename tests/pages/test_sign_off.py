"""Sign off: what is missing, freezing, and the next draft."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.definition import open_draft
from alignment.actions.golden_leads import keep_golden_lead
from alignment.actions.people import remove_participant
from alignment.workshop import Phase
from data.room import Room
from definitions.glossary import Term
from definitions.scorecard import Verdict
from definitions.threshold import Threshold
from pages.shared.text import label
from tests.pages.definitions import BUDGET, SIGN_OFF, agree, draft_of, published_room, settled_room
from tests.pages.rooms import HOST, HOSTILE, keys, links, opened_room, person, put_to_vote, screen, shown


def choose(app: AppTest, team: str, *ids: str) -> None:
    app.multiselect(key=f"freeze.{team}").set_value(list(ids))


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(room, None, SIGN_OFF))


def test_an_empty_draft_says_all_that_it_lacks_and_cannot_be_frozen() -> None:
    app = screen(opened_room(), "Hana", SIGN_OFF)
    words = shown(app)
    for lack in ("at least one criterion", "needs a threshold", "Nobody from sales", "no decider"):
        assert lack in words
    assert "freeze.go" not in keys(app)
    assert "The document appears here" in words


def test_each_thing_that_is_missing_has_its_own_way_there() -> None:
    assert set(links(screen(opened_room(), "Hana", SIGN_OFF))) >= {
        "To the criteria",
        "To the threshold",
        "Invite people",
        "Name the decider",
    }


@pytest.mark.parametrize("name", ["Hana", "Mark"])
def test_where_only_a_golden_lead_is_missing_nothing_else_is_pointed_to(name: str) -> None:
    room = settled_room()
    room.act(keep_golden_lead, HOST, "The big one", {"Budget": "None"}, Verdict.QUALIFIED)
    ways = set(links(screen(room, name, SIGN_OFF)))
    assert "Look at the golden leads" in ways
    assert not [way for way in ways if "Invite" in way or "decider" in way or way.startswith("To the")]


def test_where_only_the_decider_is_missing_the_host_is_sent_to_name_one(room: Room) -> None:
    agree(room, BUDGET, Threshold(qualified_from=5))
    room.act(remove_participant, HOST, person(room, "Dee"))
    ways = set(links(screen(room, "Hana", SIGN_OFF)))
    assert "Name the decider" in ways
    assert not ways & {"To the criteria", "To the threshold", "Invite people"}
    assert "Name the decider" not in links(screen(room, "Mark", SIGN_OFF))


def test_a_threshold_out_of_reach_is_mended_where_it_is_drafted(room: Room) -> None:
    agree(room, BUDGET, Threshold(qualified_from=500))
    ways = set(links(screen(room, "Mark", SIGN_OFF)))
    assert "To the threshold" in ways
    assert "To the criteria" not in ways


def test_unsettled_clauses_are_named_with_the_way_to_settle_them(room: Room) -> None:
    put_to_vote(room, BUDGET)
    agree(room, Threshold(qualified_from=5))
    app = screen(room, "Hana", SIGN_OFF)
    assert "One clause being voted on" in links(app)
    assert "Budget" in shown(app)
    assert "freeze.go" not in keys(app)


def test_a_vote_that_reopens_while_the_host_chooses_refuses_the_freezing() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    choose(app, "marketing", HOST)
    choose(app, "executives", person(room, "Eve"))
    put_to_vote(room, Term(name="Prospect", definition="Somebody who asks."))
    app.button(key="freeze.go").click().run()
    assert room.workshop().phase is Phase.DRAFTING
    assert "Not every clause is settled" in shown(app)
    assert "freeze.go" not in keys(app)


def test_a_team_without_a_signatory_is_refused_and_the_choice_stays() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    choose(app, "marketing", HOST)
    app.button(key="freeze.go").click().run()
    assert room.workshop().phase is Phase.DRAFTING
    assert "Somebody must sign for executives" in shown(app)
    assert app.multiselect(key="freeze.marketing").value == [HOST]


def test_the_host_freezes_the_text_for_the_chosen_and_the_decider() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    assert app.multiselect(key="freeze.sales").value == [person(room, "Dee")]
    choose(app, "marketing", HOST)
    choose(app, "sales")
    choose(app, "executives", person(room, "Eve"))
    app.button(key="freeze.go").click().run()
    assert set(draft_of(room).signatories) == {HOST, person(room, "Dee"), person(room, "Eve")}
    assert draft_of(room).sha256 in {code.value for code in app.code}


@pytest.mark.parametrize("name", ["Mark", "Dee", "Obi"])
def test_others_see_how_the_draft_reads_and_no_button_to_freeze_it(name: str) -> None:
    app = screen(settled_room(), name, SIGN_OFF)
    assert "Is there a budget" in shown(app)
    assert "freeze.go" not in keys(app)


def test_a_new_draft_leaves_version_1_in_force() -> None:
    room = published_room()
    before = room.workshop().in_force
    app = screen(room, "Hana", SIGN_OFF)
    app.button(key="next.go").click().run()
    assert room.workshop().phase is Phase.DRAFTING
    assert room.workshop().version == 2
    assert room.workshop().in_force == before
    assert "Version 1 is in force while version 2 is made" in links(app)


def test_opening_a_draft_twice_is_refused_in_words() -> None:
    room = published_room()
    app = screen(room, "Hana", SIGN_OFF)
    room.act(open_draft, HOST)
    app.button(key="next.go").click().run()
    assert room.workshop().version == 2
    assert len(app.error) == 1


@pytest.mark.parametrize("name", ["Mark", "Obi"])
def test_only_a_facilitator_is_offered_the_next_draft(name: str) -> None:
    assert "next.go" not in keys(screen(published_room(), name, SIGN_OFF))


def test_hostile_names_of_clauses_show_as_they_were_typed(room: Room) -> None:
    put_to_vote(room, Term(name=HOSTILE, definition="x"))
    assert label(HOSTILE) in shown(screen(room, "Hana", SIGN_OFF))
