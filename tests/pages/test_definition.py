"""The definition's page: nothing yet, in force, while the next is made, earlier versions, sharing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.definition import open_draft, share
from alignment.composing import frozen_document, signed_document
from alignment.sharing import Sharing
from data.publishing.forms import FORMS, Form
from data.publishing.markdown import markdown
from data.room import Room
from definitions.criteria import Answer, Criterion
from definitions.document import sign
from definitions.glossary import Term
from pages.publish.sheet import on_screen, text_of
from pages.shared.text import plain
from tests.pages.definitions import (
    DEFINITION,
    SIGNATORIES,
    agree,
    draft_of,
    freeze_for,
    frozen_room,
    published_room,
    settled_room,
    sign_by,
)
from tests.pages.rooms import HOST, HOSTILE, keys, screen, shown

ADDRESS = "http://localhost:8501/definition/acme-x"


def links(app: AppTest) -> set[str]:
    return {element.proto.label for element in app.get("page_link")}


def second_version() -> Room:
    """A workshop in which a second version replaced the first."""
    room = published_room()
    room.act(open_draft, HOST)
    agree(room, Term(name="Prospect", definition="Somebody who asks."))
    freeze_for(room, *SIGNATORIES)
    sign_by(room, *SIGNATORIES)
    return room


def test_a_stranger_meets_the_gate() -> None:
    words = shown(screen(published_room(), None, DEFINITION))
    assert "You are not in a workshop here" in words
    assert "Budget" not in words


@pytest.mark.parametrize("build", [settled_room, frozen_room])
def test_before_the_first_version_the_page_says_what_comes_next(build: Callable[[], Room]) -> None:
    app = screen(build(), "Obi", DEFINITION)
    assert "Nothing is published yet" in shown(app)
    assert "Next for the group" in shown(app)
    assert "See how far the draft is" in links(app)
    assert "Is there a budget" not in shown(app)


def test_the_definition_stands_with_version_fingerprint_and_signatures_at_its_head() -> None:
    room = published_room()
    app = screen(room, "Obi", DEFINITION)
    head = next(element.value for element in app.markdown if "Fingerprint" in element.value)
    assert room.workshop().published[0].draft.sha256 in head
    assert "Version 1 · in force since" in head
    assert "Signed by Mark (marketing), Dee (sales), Eve (executives)" in head


def test_each_entry_of_the_contents_leads_to_a_section() -> None:
    app = screen(published_room(), "Mark", DEFINITION)
    contents = next(element.value for element in app.markdown if element.value.startswith("[In short]"))
    entries = dict(entry.strip("[)").split("](#") for entry in contents.split(" · "))
    assert entries == {element.value: element.anchor for element in app.subheader[: len(entries)]}
    assert [element.value for element in app.subheader[len(entries) :]] == ["Read by", "Challenges"]
    assert {"In short", "Scorecard", "Threshold", "Glossary", "Signatures"} <= set(entries)


def test_the_sheet_says_what_the_files_say() -> None:
    room = published_room()
    version = room.workshop().published[0]
    written = on_screen(text_of(signed_document(room.workshop(), version.draft, version)))
    words = shown(screen(room, "Mark", DEFINITION))
    missing = [line for line in written.splitlines() if line.lstrip("# ") not in words]
    assert not missing


def test_what_people_typed_makes_no_heading_table_sign_or_link() -> None:
    hostile = Criterion(
        name=f"{HOSTILE} a >= b",
        question="## Not a heading\n\n## Nor this\n| :--- |\n- no\nwww.example.org http://b.org a@b.org",
        answers=(Answer(label="a|b :red[x] <- c", points=5), Answer(label="d ~= e -- f", points=0)),
    )
    app = screen(published_room(hostile), "Mark", DEFINITION)
    expected = ["In short", "What every lead must have", "Scorecard", "Threshold", "Glossary", "Signatures"]
    assert [element.value for element in app.subheader] == [*expected, "Review", "Read by", "Challenges"]
    body = "\n".join(element.value for element in app.markdown)
    for sign_of_obedience in (":smile:", ":red[", "://", "www.", " >= ", " -> ", "\\<- ", "~= ", " -- "):
        assert sign_of_obedience not in body


def test_the_menu_has_every_file_and_makes_none_unasked() -> None:
    app = screen(published_room(), "Mark", DEFINITION)
    buttons = {element.proto.label for element in app.get("download_button")}
    assert buttons == {form.words for form in FORMS}
    assert all(element.proto.deferred_file_id for element in app.get("download_button"))


def test_the_queries_are_folded_into_one_row_of_the_menu() -> None:
    app = screen(published_room(), "Mark", DEFINITION)
    (folded,) = [each for each in app.expander if "SQL" in each.label]
    assert len(folded.get("download_button")) == 6
    assert not folded.proto.expanded


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
def test_each_file_can_be_made(form: Form) -> None:
    room = published_room()
    version = room.workshop().published[0]
    assert len(form.make(signed_document(room.workshop(), version.draft, version))) > 500


def test_the_address_is_there_to_copy_and_the_host_opens_it_to_anybody() -> None:
    room = published_room()
    app = screen(room, "Hana", DEFINITION)
    assert ADDRESS in [code.value for code in app.code]
    assert "Only people in this workshop" in shown(app)
    app.button(key="share.go").click().run()
    assert room.workshop().sharing is Sharing.ANYONE
    assert "Anyone who has this address" in shown(app)
    app.button(key="share.go").click().run()
    assert room.workshop().sharing is Sharing.PARTICIPANTS


def test_the_address_is_the_public_one_where_the_host_set_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_PUBLIC_URL", "https://terms.example.org/leads/")
    app = screen(published_room(), "Mark", DEFINITION)
    assert "https://terms.example.org/leads/definition/acme-x" in [code.value for code in app.code]


def test_two_hosts_choosing_the_same_at_once_are_told() -> None:
    room = published_room()
    app = screen(room, "Hana", DEFINITION)
    room.act(share, HOST, Sharing.ANYONE)
    app.button(key="share.go").click().run()
    assert plain("That is so already.") in shown(app)


@pytest.mark.parametrize("name", ["Mark", "Dee", "Obi"])
def test_only_a_facilitator_chooses_who_may_read(name: str) -> None:
    assert "share.go" not in keys(screen(published_room(), name, DEFINITION))


def test_while_the_next_version_is_made_the_page_says_which_is_in_force() -> None:
    room = published_room()
    room.act(open_draft, HOST)
    app = screen(room, "Mark", DEFINITION)
    assert "Version 1 is in force while version 2 is made" in links(app)
    assert "Version 1 · in force since" in shown(app)


def test_an_earlier_version_stays_readable_and_says_that_it_was_replaced() -> None:
    room = second_version()
    app = screen(room, "Obi", DEFINITION)
    assert "Version 2 · in force since" in shown(app)
    assert "Prospect" in shown(app)
    app.selectbox(key="definition.version").set_value(1).run()
    words = shown(app)
    assert "Version 1 is not in force any more: version 2 replaced it" in words
    assert "Prospect" not in words
    assert room.workshop().published[0].draft.sha256 in words
    assert ADDRESS not in [code.value for code in app.code]


def test_a_text_that_was_tampered_with_says_so() -> None:
    text = frozen_document(draft_of(frozen_room()))
    forged = sign(text, (), None).model_copy(update={"sha256": "0" * 64})
    assert "not the text that was signed" in on_screen(markdown(forged))
