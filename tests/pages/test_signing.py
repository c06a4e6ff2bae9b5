"""Sign off: signing, declining, and taking back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.definition import decline, thaw
from alignment.actions.people import remove_participant
from alignment.workshop import Phase
from data.room import Room
from definitions.glossary import Term
from pages.shared.text import plain
from tests.pages.definitions import SIGN_OFF, SIGNATORIES, agree, draft_of, freeze_for, frozen_room, sign_by
from tests.pages.rooms import HOST, HOSTILE, keys, links, person, screen, shown


def sign_on_screen(room: Room, name: str, typed: str) -> AppTest:
    app = screen(room, name, SIGN_OFF)
    app.text_input(key=f"sign.{draft_of(room).sha256}.name").set_value(typed)
    app.button(key="sign.go").click()
    return app.run()


def test_a_wrong_name_is_refused_and_stays_as_it_was_typed() -> None:
    room = frozen_room()
    app = sign_on_screen(room, "Mark", "Marc")
    assert "Please type your name as it stands here" in shown(app)
    assert app.text_input(key=f"sign.{draft_of(room).sha256}.name").value == "Marc"
    assert not draft_of(room).signatures


def test_with_the_last_of_the_signatures_the_definition_is_in_force() -> None:
    room = frozen_room()
    for name in SIGNATORIES[:-1]:
        assert "You have signed." in [box.value for box in sign_on_screen(room, name, name.lower()).success]
    app = sign_on_screen(room, SIGNATORIES[-1], SIGNATORIES[-1])
    assert room.workshop().phase is Phase.PUBLISHED
    assert any("Version 1 is signed and in force" in box.value for box in app.success)
    assert "Read the definition" in links(app)


def test_who_has_signed_and_who_has_not_stands_beside_the_text() -> None:
    room = frozen_room()
    sign_by(room, "Dee")
    app = screen(room, "Obi", SIGN_OFF)
    beside = next(element.value for element in app.markdown if element.value.startswith("**"))
    lines = {line.split("**")[1]: "Signed" in line for line in beside.split("\n\n")}
    assert lines == {"Mark": False, "Dee": True, "Eve": False}
    assert "Waiting for Mark and Eve to sign" in shown(app)


@pytest.mark.parametrize("name", ["Sal", "Obi", "Hana"])
def test_whoever_need_not_sign_sees_no_form_to_sign(name: str) -> None:
    app = screen(frozen_room(), name, SIGN_OFF)
    assert "You are not asked to sign this text." in shown(app)
    assert not {"sign.go", "decline.go"} & keys(app)


def test_a_text_that_was_replaced_while_somebody_read_it_cannot_be_signed_unread() -> None:
    room = frozen_room()
    app = screen(room, "Mark", SIGN_OFF)
    app.text_input(key=f"sign.{draft_of(room).sha256}.name").set_value("Mark")
    room.act(thaw, HOST, "One more term.")
    agree(room, Term(name="Prospect", definition="Somebody who asks."))
    freeze_for(room, *SIGNATORIES)
    app.button(key="sign.go").click().run()
    assert "The text has changed since you opened it" in shown(app)
    assert not draft_of(room).signatures


def test_signing_just_after_somebody_declined_is_refused_in_words() -> None:
    room = frozen_room()
    app = screen(room, "Mark", SIGN_OFF)
    app.text_input(key=f"sign.{draft_of(room).sha256}.name").set_value("Mark")
    room.act(decline, person(room, "Eve"), draft_of(room).sha256, "No.")
    app.button(key="sign.go").click().run()
    assert plain("There is no frozen draft to sign now.") in shown(app)


def test_declining_needs_a_reason() -> None:
    room = frozen_room()
    app = screen(room, "Mark", SIGN_OFF)
    app.button(key="decline.go").click().run()
    assert "Declining needs a reason" in shown(app)
    assert room.workshop().phase is Phase.FROZEN


def test_declining_opens_the_draft_again_and_everybody_reads_who_and_why() -> None:
    room = frozen_room()
    sign_by(room, "Dee")
    app = screen(room, "Mark", SIGN_OFF)
    app.text_area(key=f"decline.{draft_of(room).sha256}.reason").set_value(HOSTILE)
    app.button(key="decline.go").click().run()
    assert room.workshop().phase is Phase.DRAFTING
    words = shown(screen(room, "Obi", SIGN_OFF))
    assert "**Mark** declined to sign" in words
    assert plain(HOSTILE) in words


def test_the_host_takes_a_text_back_with_a_reason_and_only_with_one() -> None:
    room = frozen_room()
    app = screen(room, "Hana", SIGN_OFF)
    app.button(key="thaw.go").click().run()
    assert "Say why the draft is taken back" in shown(app)
    app.text_area(key=f"thaw.{draft_of(room).sha256}.reason").set_value("A typo.")
    app.button(key="thaw.go").click().run()
    assert room.workshop().phase is Phase.DRAFTING
    assert "**Hana** took the frozen draft back" in shown(app)


@pytest.mark.parametrize("name", ["Mark", "Obi"])
def test_only_a_facilitator_is_offered_to_take_the_text_back(name: str) -> None:
    assert "thaw.go" not in keys(screen(frozen_room(), name, SIGN_OFF))


def test_those_who_were_to_sign_are_proposed_again_after_a_refusal() -> None:
    room = frozen_room()
    room.act(decline, person(room, "Eve"), draft_of(room).sha256, "No.")
    app = screen(room, "Hana", SIGN_OFF)
    chosen = [app.multiselect(key=f"freeze.{team}").value for team in ("marketing", "sales", "executives")]
    assert chosen == [[person(room, name)] for name in SIGNATORIES]


def test_somebody_who_is_removed_while_reading_meets_the_gate() -> None:
    room = frozen_room()
    app = screen(room, "Sal", SIGN_OFF)
    room.act(remove_participant, HOST, person(room, "Sal"))
    app.run()
    assert "You are not in a workshop here" in shown(app)
