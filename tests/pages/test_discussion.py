"""The discussion of a clause: replies, resolving, mentions, and what is new since the last visit."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import comment
from alignment.actions.discussion import catch_up, resolve_comment
from alignment.clauses import Comment
from data.room import Room
from tests.alignment.rooms import criterion
from tests.pages.rooms import HOST, HOSTILE, clause, keys, person, propose, screen, shown

PAGE = "pages/draft/criteria.py"


@pytest.fixture
def said(room: Room) -> Room:
    """Mark has proposed Budget and Sal has commented on it."""
    propose(room, criterion())
    room.act(comment, person(room, "Sal"), clause(room, "Budget").id, "Who asks for it?")
    return room


def comments(room: Room) -> tuple[Comment, ...]:
    return clause(room, "Budget").comments


def unfold(app: AppTest, room: Room) -> AppTest:
    app.session_state[f"discussion.{clause(room, 'Budget').id}"] = True
    return app.run()


def opened(room: Room, name: str) -> AppTest:
    return unfold(screen(room, name, PAGE), room)


def test_a_reply_stands_under_what_it_answers(said: Room) -> None:
    app, first = opened(said, "Mark"), comments(said)[0]
    app.button(key=f"reply.{first_place(said)}").click().run()
    unfold(app, said)
    key = f"reply.{first_place(said)}"
    app.text_area(key=f"{key}.text").set_value("The caller does.")
    app.button(key=f"{key}.send").click().run()
    assert comments(said)[1].reply_to == first.id
    words = shown(unfold(app, said))
    assert "\n  The caller does" in words
    assert f"{key}.text" not in keys(app)


def first_place(room: Room) -> str:
    return f"{clause(room, 'Budget').id}.{comments(room)[0].id}"


def test_an_empty_reply_is_refused_and_the_field_stays(said: Room) -> None:
    app, key = opened(said, "Mark"), f"reply.{first_place(said)}"
    app.button(key=key).click().run()
    unfold(app, said)
    app.multiselect(key=f"{key}.mentions").set_value(["Sal"])
    app.button(key=f"{key}.send").click().run()
    unfold(app, said)
    assert "write something" in app.error[0].value
    assert len(comments(said)) == 1
    assert f"{key}.text" in keys(app)


def test_its_beginner_its_author_and_a_facilitator_resolve_a_thread(said: Room) -> None:
    key = f"resolve.{first_place(said)}"
    offered = {name: key in keys(opened(said, name)) for name in ("Sal", "Mark", "Hana", "Eve", "Obi")}
    assert offered == {"Sal": True, "Mark": True, "Hana": True, "Eve": False, "Obi": False}
    app = opened(said, "Sal")
    app.button(key=key).click().run()
    assert comments(said)[0].resolved_by == person(said, "Sal")
    words = shown(unfold(app, said))
    assert "Who asks for it" not in words
    app.toggle(key=f"resolved.{clause(said, 'Budget').id}").set_value(True).run()
    assert "Resolved by Sal" in shown(unfold(app, said))


def test_resolving_what_is_resolved_already_is_refused(said: Room) -> None:
    app, c = opened(said, "Sal"), clause(said, "Budget").id
    said.act(resolve_comment, HOST, c, comments(said)[0].id)
    app.button(key=f"resolve.{first_place(said)}").click().run()
    unfold(app, said)
    assert "resolved already" in app.error[0].value


def test_people_are_mentioned_by_choosing_them(said: Room) -> None:
    app, key = opened(said, "Mark"), f"comment.{clause(said, 'Budget').id}"
    app.multiselect(key=f"{key}.mentions").set_value(["Sal", "Eve"])
    app.text_area(key=f"{key}.text").set_value("What do you say, @Eve?")
    app.button(key=f"{key}.send").click().run()
    assert comments(said)[-1].text == "@Sal What do you say, @Eve?"
    assert "mentions you" in shown(opened(said, "Sal"))
    assert "mentions you" not in shown(opened(said, "Dee"))


def test_what_is_new_is_counted_until_it_was_read(said: Room) -> None:
    assert [fold.label for fold in screen(said, "Sal", PAGE).expander] == ["Discussion · 1"]
    app = screen(said, "Mark", PAGE)
    assert [fold.label for fold in app.expander] == ["Discussion · 1 · 1 new"]
    assert ":blue-badge[new]" in shown(unfold(app, said))
    app.run()
    assert [fold.label for fold in app.expander] == ["Discussion · 1"]
    assert [fold.label for fold in screen(said, "Mark", PAGE).expander] == ["Discussion · 1 · 1 new"]
    said.act(catch_up, person(said, "Mark"), said.workshop().head)
    assert [fold.label for fold in screen(said, "Mark", PAGE).expander] == ["Discussion · 1"]


def test_an_observer_reads_along_and_has_no_field(said: Room) -> None:
    app = opened(said, "Obi")
    assert "Observers read along" in shown(app)
    assert not [key for key in keys(app) if key.startswith(("comment.", "reply.", "resolve."))]


def test_hostile_text_in_a_reply_stays_text(said: Room) -> None:
    first = comments(said)[0].id
    said.act(comment, HOST, clause(said, "Budget").id, f"# {HOSTILE}\n\n> second\n    third", first)
    words = shown(opened(said, "Mark"))
    assert "<b>x</b>" not in words
    assert "\n  \\# " in words
    assert "\n  \\> second" in words
