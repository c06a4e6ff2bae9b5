"""Self-qualification: a facilitator words, opens and closes the form for prospects."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from alignment.actions.self_qualification import change_self_qualification
from data.room import Room
from definitions.self_qualification import Wish
from tests.pages.assessed import FORM, in_force, with_form
from tests.pages.definitions import settled_room
from tests.pages.rooms import HOST, HOSTILE, keys, screen, shown, words

PAGE = "pages/use/self_qualification.py"


def opened(room: Room, name: str = "Hana") -> AppTest:
    return screen(room, name, PAGE)


def field(room: Room, name: str) -> str:
    return f"prospects.{room.id}.{name}"


def test_the_facilitator_words_the_questions_and_opens_the_form() -> None:
    room = in_force()
    app = opened(room)
    assert app.toggle(key=field(room, "on.Timing")).value is True
    assert app.toggle(key=field(room, "on.Budget")).value is False
    app.text_area(key=field(room, "question.Timing")).set_value(f"When do you buy? {HOSTILE}")
    app.text_input(key=field(room, "words.Timing.Soon")).set_value("This quarter")
    app.selectbox(key=field(room, "email")).select(Wish.NEEDED)
    app.text_area(key=field(room, "intro")).set_value(HOSTILE).run()
    app.toggle(key=field(room, "on.Budget")).set_value(True).run()
    app.button(key="prospects.open").click().run()
    assert not app.error
    found = room.workshop().self_qualification
    assert found is not None
    assert found.open
    assert [question.criterion for question in found.form.questions] == ["Budget", "Timing"]
    assert found.form.questions[1].words == ("This quarter", "Late")
    assert found.form.questions[1].labels == ("Soon", "Late")
    assert (found.form.email, found.form.intro) == (Wish.NEEDED, HOSTILE)
    assert any("/qualify/acme-x" in str(code.value) for code in app.code)
    app.button(key="prospects.close").click().run()
    assert room.workshop().self_qualification.open is False  # type: ignore[union-attr]


def test_a_form_without_a_question_or_with_an_empty_answer_is_refused_and_stays() -> None:
    room = in_force()
    app = opened(room)
    app.text_input(key=field(room, "words.Timing.Soon")).set_value("  ").run()
    app.button(key="prospects.open").click().run()
    assert "what prospects read for the answer “Soon” to Timing" in app.error[0].value
    assert app.text_input(key=field(room, "words.Timing.Late")).value == "Late"
    app.toggle(key=field(room, "on.Timing")).set_value(False).run()
    app.button(key="prospects.open").click().run()
    assert "at least one question" in app.error[0].value
    assert room.workshop().self_qualification is None


def test_others_see_whether_it_is_open_and_where_and_cannot_change_it() -> None:
    room = with_form()
    for name in ("Sal", "Obi"):
        app = opened(room, name)
        assert "A facilitator words, opens and closes it." in words(app)
        assert not any(key.startswith("prospects.") for key in keys(app))
    closed = words(opened(with_form(open_=False), "Sal"))
    assert "The form is closed" in closed
    assert "A facilitator words, opens and closes it." in closed


def test_before_a_definition_is_in_force_it_says_what_comes_first() -> None:
    assert "No definition is in force yet" in words(opened(settled_room()))


def test_saving_what_is_so_already_is_said() -> None:
    room = with_form()
    app = opened(room)
    app.button(key="prospects.save").click().run()
    assert "so already" in app.error[0].value


def test_hostile_words_are_shown_as_typed() -> None:
    room = in_force()
    form = FORM.model_copy(update={"intro": HOSTILE})
    room.act(change_self_qualification, HOST, True, form)
    app = opened(room)
    assert "<b>" not in shown(app)
    assert app.text_area(key=field(room, "intro")).value == HOSTILE
