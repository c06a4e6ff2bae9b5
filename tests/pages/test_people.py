"""People, for the host: ways in, roles, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from alignment.actions.joining import join_by_link
from alignment.actions.opening import revoke_invitation
from alignment.actions.people import set_facilitator
from alignment.people import Team
from alignment.refused import NotAllowed
from data.access import split_link, token_hash
from data.room import Room
from tests.pages.rooms import HOST, keys, opened_room, person, screen, shown

PEOPLE = "pages/host/people.py"


@pytest.fixture
def app(room: Room) -> AppTest:
    """The page as Hana, who hosts, sees it."""
    return screen(room, "Hana", PEOPLE)


def choose(app: AppTest, room: Room, name: str) -> AppTest:
    return app.selectbox(key="people.one.id").select(person(room, name)).run()


def team_field(app: AppTest, room: Room, name: str) -> Any:
    return app.selectbox(key=f"people.one.team.{person(room, name)}")


def press(app: AppTest, button: str) -> str:
    """Press a button about the chosen person; what was refused, if anything."""
    app.button(key=f"people.one.{button}").click().run()
    assert not app.exception
    return " ".join(error.value for error in app.error)


@pytest.mark.parametrize("team", Team)
def test_the_link_of_a_team_brings_somebody_into_that_team(team: Team) -> None:
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.button(key=f"people.link_for.{team.value}").click().run()
    assert not app.exception
    assert len(app.get("image") or app.get("imgs")) == 1
    workshop_id, token = split_link(app.code[0].value.rpartition("/join/")[2]) or ("", "")
    assert workshop_id == room.id
    room.act(join_by_link, None, token_hash(token), "Nina")
    assert room.workshop().participants[person(room, "Nina")].team is team
    assert "1 joined" in shown(app.run())


def test_a_link_stays_open_as_long_as_was_chosen() -> None:
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.segmented_control(key="people.days").set_value(3)
    app.button(key="people.link_for.sales").click().run()
    (way,) = room.workshop().invitations.values()
    assert (way.expires_at - way.made_at).days == 3


def test_the_token_of_a_link_is_shown_to_its_maker_only_and_kept_nowhere() -> None:
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.button(key="people.link_for.sales").click().run()
    token = app.code[0].value.rpartition(".")[2]
    assert all(token not in entry.fact.model_dump_json() for entry in room.record())
    again = screen(room, "Hana", PEOPLE)
    assert not again.code
    assert "only its fingerprint is kept" in shown(again)


def test_a_closed_link_lets_nobody_in_and_is_not_listed() -> None:
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.button(key="people.link_for.sales").click().run()
    token = app.code[0].value.rpartition(".")[2]
    (way,) = room.workshop().invitations
    app.button(key=f"people.revoke.{way}").click().run()
    assert not app.exception
    assert "No link is open" in shown(app)
    with pytest.raises(NotAllowed):
        room.act(join_by_link, None, token_hash(token), "Nina")


def test_a_link_that_somebody_else_closed_is_refused_in_words() -> None:
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.button(key="people.link_for.sales").click().run()
    (way,) = room.workshop().invitations
    room.act(revoke_invitation, HOST, way)
    app.button(key=f"people.revoke.{way}").click().run()
    assert "closed already" in app.error[0].value


def test_an_e_mail_address_is_invited_where_sign_in_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "secrets", {"auth": {"client_id": "x"}})
    room = opened_room()
    app = screen(room, "Hana", PEOPLE)
    app.text_input(key="people.email.address").input("not an address")
    app.button(key="people.email.go").click().run()
    assert "does not look like an e-mail address" in app.error[0].value.replace("\\", "")
    assert app.text_input(key="people.email.address").value == "not an address"
    app.text_input(key="people.email.address").input("Ada@Example.org")
    app.button(key="people.email.go").click().run()
    assert [way.email for way in room.workshop().invitations.values()] == ["ada@example.org"]
    assert app.text_input(key="people.email.address").value == ""


def test_without_sign_in_no_address_is_asked_for(app: AppTest) -> None:
    assert "people.email.address" not in keys(app)


def test_the_list_shows_everybody_with_team_and_role(app: AppTest) -> None:
    table = app.dataframe[0].value.set_index("Name")
    assert list(table.index) == ["Hana", "Mark", "Sal", "Dee", "Eve", "Xan", "Obi"]
    assert table.loc["Hana", "Role"] == "Facilitator"
    assert table.loc["Dee", "Role"] == "Decider"
    assert table.loc["Obi", "Team"] == "Observers"


def test_somebody_is_moved_to_another_team(app: AppTest, room: Room) -> None:
    choose(app, room, "Eve")
    team_field(app, room, "Eve").select(Team.SALES)
    assert press(app, "move") == ""
    assert room.workshop().participants[person(room, "Eve")].team is Team.SALES


def test_the_team_offered_is_that_of_the_chosen_person(app: AppTest, room: Room) -> None:
    for name in ("Eve", "Sal", "Obi"):
        choose(app, room, name)
        team = room.workshop().participants[person(room, name)].team
        assert team_field(app, room, name).value is team


def test_moving_somebody_to_where_they_are_is_refused(app: AppTest, room: Room) -> None:
    choose(app, room, "Eve")
    assert "in that team already" in press(app, "move")


def test_the_decider_cannot_be_made_an_observer(app: AppTest, room: Room) -> None:
    choose(app, room, "Dee")
    team_field(app, room, "Dee").select(Team.OBSERVERS)
    assert "Name another decider first" in press(app, "move")
    assert room.workshop().participants[person(room, "Dee")].team is Team.SALES


def test_a_second_facilitator_is_made_and_taken_back(app: AppTest, room: Room) -> None:
    choose(app, room, "Eve")
    assert press(app, "facilitator") == ""
    assert room.workshop().participants[person(room, "Eve")].facilitator
    assert press(app, "facilitator") == ""
    assert not room.workshop().participants[person(room, "Eve")].facilitator


@pytest.mark.parametrize("button", ["facilitator", "remove"])
def test_the_last_facilitator_stays(app: AppTest, room: Room, button: str) -> None:
    choose(app, room, "Hana")
    assert "needs a facilitator" in press(app, button)
    assert room.workshop().participants[HOST].facilitator
    assert room.workshop().participants[HOST].here


def test_another_decider_is_named(app: AppTest, room: Room) -> None:
    choose(app, room, "Sal")
    assert press(app, "decider") == ""
    assert room.workshop().decider_id == person(room, "Sal")
    assert "people.one.decider" not in keys(app)


def test_an_observer_cannot_decide(app: AppTest, room: Room) -> None:
    choose(app, room, "Obi")
    assert "An observer cannot decide" in press(app, "decider")


def test_a_removed_person_is_listed_as_such_and_cannot_be_chosen(app: AppTest, room: Room) -> None:
    choose(app, room, "Sal")
    assert press(app, "remove") == ""
    assert not room.workshop().participants[person(room, "Sal")].here
    assert app.dataframe[0].value.set_index("Name").loc["Sal", "Role"] == "Removed"
    assert not any("Sal" in option for option in app.selectbox(key="people.one.id").options)


def test_a_removed_person_meets_the_gate(app: AppTest, room: Room) -> None:
    theirs = screen(room, "Sal")
    choose(app, room, "Sal")
    press(app, "remove")
    assert theirs.switch_page("pages/host/record.py").run().title[0].value == "You are not in a workshop here"


@pytest.mark.parametrize("name", ["Sal", "Dee", "Obi"])
def test_only_a_facilitator_can_use_the_page(room: Room, name: str) -> None:
    app = screen(room, name, PEOPLE)
    assert "Only a facilitator" in app.warning[0].value
    assert not [key for key in keys(app) if key.startswith("people.")]


def test_whoever_stops_being_facilitator_on_the_page_is_refused(app: AppTest, room: Room) -> None:
    room.act(set_facilitator, HOST, person(room, "Eve"), True)
    room.act(set_facilitator, person(room, "Eve"), HOST, False)
    before = len(room.workshop().invitations)
    app.button(key="people.link_for.sales").click().run()
    assert not app.exception
    assert "Only a facilitator" in shown(app)
    assert len(room.workshop().invitations) == before


def test_the_host_chooses_the_smallest_group_that_is_shown(app: AppTest, room: Room) -> None:
    assert "tells who voted how" in shown(app)
    app.number_input(key="people.smallest_group").set_value(3)
    app.button(key="people.smallest_group.save").click().run()
    assert room.workshop().smallest_group == 3
    app.button(key="people.smallest_group.save").click().run()
    assert "That is so already" in app.error[0].value
