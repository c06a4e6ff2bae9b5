"""People: how they come in, by which links, what the host changes, and who is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment.actions.joining import join_by_email, join_by_link, make_device_link, use_device_link
from alignment.actions.leads import add_lead_set, refuse_warehouse, remove_lead_set
from alignment.actions.opening import invite_by_email, invite_by_link, open_workshop, revoke_invitation
from alignment.actions.people import change_team, name_decider, remove_participant, set_facilitator
from alignment.people import Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Refused
from definitions.origin import Origin
from tests.alignment.rooms import LEADS, TOKEN_HASH, Room, opened_room, staffed_room
from tests.alignment.stages import DEVICE_HASH, INVITED, Stage, room_at

NO_WAY_IN = "This link does not open anything, or does not any more"


@pytest.mark.parametrize("blank", ["name", "company", "offering", "opener_name"])
def test_a_workshop_opens_with_everything_filled_in(blank: str) -> None:
    typed = {"name": "Leads", "company": "Acme", "offering": "Pumps", "opener_name": "Hana", blank: " "}
    with pytest.raises(NotUnderstood, match="Please fill in"):
        open_workshop(**typed, opener_team=Team.SALES, slug="s")  # type: ignore[arg-type]


def test_the_opener_is_the_first_participant_and_facilitator() -> None:
    [hana] = opened_room().workshop.people
    assert (hana.id, hana.name, hana.team, hana.facilitator) == ("p1", "Hana", Team.MARKETING, True)


def test_a_link_brings_people_into_its_team_until_it_expires() -> None:
    room = opened_room()
    room.act(invite_by_link, "p1", Team.SALES, TOKEN_HASH, 2)
    room.act(join_by_link, None, TOKEN_HASH, "Sal")
    assert room.person("Sal").team is Team.SALES
    room.wait(days=2)
    with pytest.raises(NotAllowed, match=NO_WAY_IN):
        room.act(join_by_link, None, TOKEN_HASH, "Sue")


def test_a_revoked_link_and_an_unknown_one_are_refused_in_the_same_words() -> None:
    room = room_at(Stage.EMPTY)
    [invitation] = [i for i in room.workshop.invitations.values() if i.token_hash == TOKEN_HASH]
    room.act(revoke_invitation, "p1", invitation.id)
    for token_hash in (TOKEN_HASH, "0" * 64):
        with pytest.raises(NotAllowed, match=NO_WAY_IN):
            room.act(join_by_link, None, token_hash, "Nina")
    with pytest.raises(NotNow, match="closed already"):
        room.act(revoke_invitation, "p1", invitation.id)


def test_no_token_at_all_opens_nothing_even_beside_an_invitation_by_email() -> None:
    room = room_at(Stage.EMPTY)
    with pytest.raises(NotAllowed, match=NO_WAY_IN):
        room.act(join_by_link, None, "", "Nina")


@pytest.mark.parametrize("name", ["Sal", " sal ", "SAL", "Ｓal"])
def test_a_name_that_is_taken_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="Somebody with this name is in the workshop already"):
        room_at(Stage.EMPTY).act(join_by_link, None, TOKEN_HASH, name)


def test_the_name_of_somebody_who_was_removed_is_free_again() -> None:
    room = room_at(Stage.EMPTY)
    room.act(join_by_link, None, TOKEN_HASH, "Rex")
    assert [person.here for person in room.workshop.participants.values() if person.name == "Rex"] == [
        False,
        True,
    ]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 201])
def test_a_name_that_cannot_be_kept_is_refused(name: str) -> None:
    with pytest.raises(NotUnderstood):
        room_at(Stage.EMPTY).act(join_by_link, None, TOKEN_HASH, name)


def test_an_invited_address_comes_in_once_however_it_is_written() -> None:
    room = room_at(Stage.EMPTY)
    room.act(join_by_email, None, f" {INVITED.upper()} ", "Nina")
    assert (room.person("Nina").email, room.person("Nina").team) == (INVITED, Team.SALES)
    with pytest.raises(NotNow, match="e-mail address is in the workshop already"):
        room.act(join_by_email, None, INVITED, "Nina again")


def test_an_address_that_is_not_invited_is_refused() -> None:
    with pytest.raises(NotAllowed, match="not invited"):
        room_at(Stage.EMPTY).act(join_by_email, None, "other@example.org", "Olga")


@pytest.mark.parametrize("address", ["", "nobody", "@", "@x", "x@", "a b@example.org", "a" * 250 + "@x.org"])
def test_what_is_no_address_is_not_invited(address: str) -> None:
    with pytest.raises(NotUnderstood, match="does not look like an e-mail address"):
        opened_room().act(invite_by_email, "p1", address, Team.SALES, 7)


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_an_invitation_is_open_for_one_to_ninety_days(days: int) -> None:
    with pytest.raises(NotUnderstood, match="1 to 90 days"):
        opened_room().act(invite_by_link, "p1", Team.SALES, TOKEN_HASH, days)


def test_a_personal_link_is_good_once() -> None:
    room = room_at(Stage.EMPTY)
    room.act(use_device_link, None, DEVICE_HASH)
    assert room.record[-1].actor == room.id("Sal")
    with pytest.raises(NotAllowed, match=NO_WAY_IN):
        room.act(use_device_link, None, DEVICE_HASH)


def test_a_personal_link_is_good_for_an_hour() -> None:
    room = room_at(Stage.EMPTY)
    room.wait(hours=1)
    with pytest.raises(NotAllowed, match=NO_WAY_IN):
        room.act(use_device_link, None, DEVICE_HASH)


def test_a_personal_link_dies_with_its_owners_place() -> None:
    room = room_at(Stage.EMPTY)
    room.act(make_device_link, room.id("Mark"), "e" * 64)
    room.act(remove_participant, "p1", room.id("Mark"))
    with pytest.raises(NotAllowed, match=NO_WAY_IN):
        room.act(use_device_link, None, "e" * 64)


def test_the_last_facilitator_stays() -> None:
    room = opened_room()
    with pytest.raises(Refused, match="A workshop needs a facilitator"):
        room.act(set_facilitator, "p1", "p1", False)
    with pytest.raises(Refused, match="A workshop needs a facilitator"):
        room.act(remove_participant, "p1", "p1")


def test_a_facilitator_may_hand_over_and_leave() -> None:
    room = staffed_room()
    room.act(set_facilitator, "p1", room.id("Mark"), True)
    room.act(remove_participant, "p1", "p1")
    assert {person.name for person in room.workshop.people if person.facilitator} == {"Mark", "Ofi"}
    with pytest.raises(NotAllowed, match="You do not take part"):
        room.act(set_facilitator, "p1", room.id("Mark"), False)


def test_there_is_one_decider_and_never_an_observer() -> None:
    room = staffed_room()
    room.act(name_decider, "p1", room.id("Sal"))
    assert room.workshop.decider == room.person("Sal")
    with pytest.raises(Refused, match="An observer cannot decide"):
        room.act(name_decider, "p1", room.id("Obi"))
    with pytest.raises(Refused, match="The decider belongs to one of the three teams"):
        room.act(change_team, "p1", room.id("Sal"), Team.OBSERVERS)
    with pytest.raises(NotNow, match="Sal is the decider already"):
        room.act(name_decider, "p1", room.id("Sal"))


def test_a_removed_decider_decides_no_more() -> None:
    room = staffed_room()
    room.act(remove_participant, "p1", room.id("Dee"))
    assert room.workshop.decider is None


@pytest.mark.parametrize("person", ["p999", "Rex"])
def test_nothing_is_done_to_somebody_who_is_not_there(person: str) -> None:
    room: Room = staffed_room()
    target = room.id("Rex") if person == "Rex" else person
    with pytest.raises(NotUnderstood, match="not in the workshop"):
        room.act(change_team, "p1", target, Team.SALES)


def test_the_same_again_is_refused() -> None:
    room = staffed_room()
    with pytest.raises(NotNow, match="in that team already"):
        room.act(change_team, "p1", room.id("Sal"), Team.SALES)
    with pytest.raises(NotNow, match="That is so already"):
        room.act(set_facilitator, "p1", "p1", True)


def test_the_same_leads_are_added_once_and_removed_once() -> None:
    room = staffed_room()
    room.act(add_lead_set, room.id("Sal"), LEADS)
    with pytest.raises(NotNow, match="in the workshop already"):
        room.act(add_lead_set, room.id("Eve"), LEADS)
    room.act(remove_lead_set, "p1", LEADS.lead_set)
    with pytest.raises(NotUnderstood, match="no such lead set"):
        room.act(remove_lead_set, "p1", LEADS.lead_set)


def test_a_warehouse_is_open_to_those_who_may_add_leads_and_to_nobody_in_a_demo() -> None:
    room = staffed_room()
    origin = Origin(warehouse="crm", table="leads", counted_at=room.now)
    counted = LEADS.model_copy(update={"origin": origin})
    refuse_warehouse(room.workshop, room.id("Sal"))
    with pytest.raises(NotAllowed, match="Only members of the three teams"):
        refuse_warehouse(room.workshop, room.id("Obi"))
    room.workshop = replace(room.workshop, demo=True)
    for attempt in (
        lambda: refuse_warehouse(room.workshop, "p1"),
        lambda: room.act(add_lead_set, "p1", counted),
    ):
        with pytest.raises(NotNow, match="A demo has no way into the warehouses"):
            attempt()


def test_a_link_that_went_round_the_world_does_not_fill_the_record_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alignment.actions.joining.MOST_PEOPLE", 3)
    room = opened_room()
    room.act(invite_by_link, "p1", Team.SALES, TOKEN_HASH, 2)
    for name in ("Sal", "Dee"):
        room.act(join_by_link, None, TOKEN_HASH, name)
    room.act(remove_participant, "p1", room.id("Dee"))
    with pytest.raises(Refused, match="at most 3 people"):
        room.act(join_by_link, None, TOKEN_HASH, "Xan")
