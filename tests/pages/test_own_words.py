"""Own words: asked by the facilitator, written alone, and seen by nobody else before the reveal."""

from __future__ import annotations

import pytest

from alignment.actions.own_words import reveal_own_words, write_own_words
from data.access import Identity
from data.room import Room
from definitions.own_words import InPlace
from tests.pages.own_words import PAGE, REVIEW, TEXTS, ask, asked, write
from tests.pages.rooms import HOST, keys, person, screen, shown, words


def revealed_after(room: Room) -> Room:
    write(room)
    room.act(reveal_own_words, HOST)
    return room


def field(room: Room, name: str, question: str) -> str:
    return f"own_words.{room.id}.{person(room, name)}.{asked(room).round}.{question}"


def own_text(room: Room, name: str, question: str = "qualified-lead") -> str | None:
    said = asked(room).written.get(person(room, name), {}).get(question)
    return said.text if said is not None else None


def test_the_facilitator_chooses_the_terms_and_asks_everybody(room: Room) -> None:
    app = screen(room, "Hana", PAGE)
    app.multiselect(key="own_words.asking").set_value(["Opportunity", "Champion"]).run()
    assert "**Champion**" in shown(app)
    app.button(key="own_words.asking.go").click().run()
    terms = [question.term for question in asked(room).questions if question.term]
    assert terms == ["Qualified lead", "Opportunity", "Champion"]
    assert any(question.reviews for question in asked(room).questions)
    assert "1 of 4" in app.get("progress")[0].proto.text


@pytest.mark.parametrize(
    ("terms", "why"), [(["x" * 201], "longer than 200"), (["qualified  LEAD"], "are the same")]
)
def test_terms_that_cannot_be_asked_are_refused_and_stay_in_the_field(
    room: Room, terms: list[str], why: str
) -> None:
    app = screen(room, "Hana", PAGE)
    app.multiselect(key="own_words.asking").set_value(terms).run()
    app.button(key="own_words.asking.go").click().run()
    assert why in app.error[0].value
    assert not room.workshop().own_words
    assert app.multiselect(key="own_words.asking").value == terms


@pytest.mark.parametrize("name", ["Sal", "Obi"])
def test_before_anybody_is_asked_the_others_are_told_who_begins(room: Room, name: str) -> None:
    app = screen(room, name, PAGE)
    assert "Nobody has been asked yet. Hana begins it." in shown(app)
    assert not [key for key in keys(app) if key.startswith("own_words")]


def test_one_term_after_another_is_answered_and_kept(room: Room) -> None:
    ask(room)
    app = screen(room, "Sal", PAGE)
    assert "Only you can see this until Hana reveals it." in shown(app)
    app.text_area(key=field(room, "Sal", "qualified-lead")).set_value(" A buyer. ")
    app.button(key="own_words.save").click().run()
    assert own_text(room, "Sal") == "A buyer."
    assert app.subheader[0].value == "Fit"
    app.button(key="own_words.back").click().run()
    assert app.text_area(key=field(room, "Sal", "qualified-lead")).value.strip() == "A buyer."
    before = room.workshop().head
    app.button(key="own_words.save").click().run()
    assert (room.workshop().head, app.subheader[0].value) == (before, "Fit")


def test_an_empty_answer_is_refused_and_the_question_stays(room: Room) -> None:
    ask(room)
    app = screen(room, "Sal", PAGE)
    app.text_area(key=field(room, "Sal", "qualified-lead")).set_value(" \n ")
    app.button(key="own_words.save").click().run()
    assert "Please write something first" in app.error[0].value
    assert app.subheader[0].value == "Qualified lead"
    assert own_text(room, "Sal") is None


def test_what_is_typed_and_not_saved_survives_a_change_of_pages(room: Room) -> None:
    ask(room)
    app = screen(room, "Sal", PAGE)
    app.text_area(key=field(room, "Sal", "qualified-lead")).set_value("Half a thou").run()
    app.switch_page("pages/draft/criteria.py").run()
    app.switch_page(PAGE).run()
    assert app.text_area(key=field(room, "Sal", "qualified-lead")).value == "Half a thou"


def test_the_self_review_keeps_each_choice_at_once(room: Room) -> None:
    ask(room)
    app = screen(room, "Sal", PAGE)
    for _ in range(2):
        app.button(key="own_words.later").click().run()
    app.button_group(key=field(room, "Sal", REVIEW)).set_value(InPlace.PARTLY).run()
    assert asked(room).written[person(room, "Sal")][REVIEW].in_place is InPlace.PARTLY
    app.button(key="own_words.done").click().run()
    assert "7 of 8 questions are left" in app.info[0].value
    app.button(key="own_words.change.review").click().run()
    assert app.button_group(key=field(room, "Sal", REVIEW)).value is InPlace.PARTLY


def test_whoever_has_answered_everything_sees_it_and_can_change_it_in_another_session(room: Room) -> None:
    ask(room)
    for question in asked(room).questions:
        said = {"in_place": InPlace.NOT} if question.reviews else {"text": "Mine alone."}
        room.act(write_own_words, person(room, "Sal"), question.id, **said)
    app = screen(room, "Sal", PAGE)
    assert "You have answered everything" in app.success[0].value
    app.button(key="own_words.change.term-1").click().run()
    assert app.text_area(key=field(room, "Sal", "term-1")).value == "Mine alone."


def test_what_somebody_typed_too_late_is_refused_and_still_there_to_copy(room: Room) -> None:
    ask(room)
    write(room)
    app = screen(room, "Sal", PAGE)
    app.button(key="own_words.back").click().run()
    app.text_area(key=field(room, "Sal", "qualified-lead")).set_value("A better text.")
    room.act(reveal_own_words, HOST)
    app.button(key="own_words.save").click().run()
    assert own_text(room, "Sal") == TEXTS["Sal"]
    assert "they stand as they were written" in app.error[0].value
    assert app.text_area(key=field(room, "Sal", "qualified-lead")).value == "A better text."
    app.button(key="own_words.see").click().run()
    assert "A better text." in [text.value for text in app.text]


@pytest.mark.parametrize("name", ["Hana", "Dee", "Eve", "Obi"])
def test_before_the_reveal_nobody_elses_words_are_on_anybodys_page(room: Room, name: str) -> None:
    ask(room)
    write(room)
    app = screen(room, name, PAGE)
    sent = "".join(str(element.proto) for element in (*app.main, *app.sidebar) if hasattr(element, "proto"))
    everything = f"{words(app)}{sent}"
    assert not [text for writer, text in TEXTS.items() if writer != name and text in everything]


def test_the_facilitator_sees_who_has_answered_how_much_and_can_copy_a_reminder(room: Room) -> None:
    ask(room)
    write(room)
    app = screen(room, "Hana", PAGE)
    assert "Sales: 0 of 2 have finished" in shown(app)
    assert "1 of 8 Sal" in shown(app)
    app.session_state["own_words.reminder"] = True
    app.run()
    reminder = app.code[0].value
    assert reminder.startswith("To Hana, Mark, Sal, Dee, Eve, Xan:")
    assert reminder.endswith("/own-words")


@pytest.mark.parametrize("name", ["Sal", "Obi"])
def test_only_a_facilitator_sees_who_has_answered(room: Room, name: str) -> None:
    ask(room)
    write(room)
    app = screen(room, name, PAGE)
    assert "have finished" not in shown(app)
    assert not [key for key in keys(app) if key.startswith("own_words.reveal")]


def test_an_observer_is_told_that_the_teams_answer_and_sees_no_form(room: Room) -> None:
    ask(room)
    app = screen(room, "Obi", PAGE)
    assert "The three teams answer on their own now" in shown(app)
    assert not [key for key in keys(app) if key.startswith("own_words")]


def test_a_reveal_before_anybody_wrote_is_refused(room: Room) -> None:
    ask(room)
    app = screen(room, "Hana", PAGE)
    app.session_state["own_words.reveal"] = True
    app.run()
    app.button(key="own_words.reveal.sure").click().run()
    assert "Nobody has written anything yet" in app.error[0].value
    assert asked(room).open


def test_two_people_in_one_browser_never_see_each_others_drafts(room: Room) -> None:
    ask(room)
    app = screen(room, "Sal", PAGE)
    app.text_area(key=field(room, "Sal", "qualified-lead")).set_value("Mine.").run()
    app.session_state["identity"] = Identity(room.id, person(room, "Dee"))
    app.run()
    assert app.text_area(key=field(room, "Dee", "qualified-lead")).value == ""


def test_a_stranger_meets_the_gate(room: Room) -> None:
    ask(room)
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))


def test_home_says_how_many_have_answered_and_leads_there(room: Room) -> None:
    assert "Ask everybody what a qualified lead is to them" in words(screen(room, "Sal"))
    ask(room)
    app = screen(room, "Sal")
    assert "Answer in your own words: 0 of 6 have finished." in words(app)
    assert "own-words" in [link.proto.page for link in app.main.get("page_link")]
    assert ":green-badge[:material/check: Own words]" not in shown(app)
    assert ":green-badge[:material/check: Own words]" in shown(screen(revealed_after(room), "Sal"))
