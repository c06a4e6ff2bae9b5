"""Own words: revealed to all, by team, and made clauses."""

from __future__ import annotations

import re
from html import unescape

from alignment.actions.own_words import propose_own_words, reveal_own_words, write_own_words
from data.room import Room
from definitions.own_words import InPlace
from tests.pages.own_words import PAGE, REVIEW, TEXTS, ask, asked, write
from tests.pages.rooms import HOST, HOSTILE, clause, keys, person, screen, shown, words


def revealed(room: Room) -> Room:
    ask(room)
    write(room)
    for name, choice in (("Hana", InPlace.IN_PLACE), ("Sal", InPlace.NOT)):
        room.act(write_own_words, person(room, name), REVIEW, in_place=choice)
    room.act(reveal_own_words, HOST)
    return room


def test_the_reveal_is_asked_once_and_shows_everybodys_words_to_all(room: Room) -> None:
    ask(room)
    write(room)
    app = screen(room, "Hana", PAGE)
    assert "own_words.reveal.sure" not in keys(app)
    app.session_state["own_words.reveal"] = True
    app.run()
    assert "6 of 6 have not finished." in words(app)
    app.button(key="own_words.reveal.sure").click().run()
    assert not asked(room).open
    assert "Somebody who" in shown(screen(room, "Obi", PAGE))


def test_texts_stand_by_team_with_the_words_that_only_one_team_uses(room: Room) -> None:
    app = screen(revealed(room), "Eve", PAGE)
    assert "Only sales: budget (2), buyer (2), date" in shown(app)
    assert ">budgets</mark>" in shown(app)
    assert "only sales says this: 2 people" in shown(app)
    assert "Nobody has answered this." in shown(app)
    assert not app.get("text_area")


def test_a_text_is_shown_as_it_was_typed_and_its_marks_are_all_the_markup(room: Room) -> None:
    ask(room)
    write(room, {"Sal": HOSTILE, "Mark": "Forms."})
    room.act(reveal_own_words, HOST)
    (html,) = [
        found.proto.body for found in screen(room, "Eve", PAGE).get("html") if "Sal" in found.proto.body
    ]
    assert set(re.findall(r"</?(\w+)", html)) == {"div", "strong", "p", "mark"}
    assert unescape(re.sub(r"<[^>]*>", "", html)) == f"Sal{HOSTILE}"


def test_the_self_review_says_its_finding_and_names_each_teams_choices(room: Room) -> None:
    app = screen(revealed(room), "Eve", PAGE)
    app.button_group(key="own_words.which.1").set_value("the self-review").run()
    assert "“In place” say 1 of 1 in marketing and 0 of 1 in sales" in words(app)
    assert "marketing 1 in place; sales 1 not in place; executives no answer" in shown(app)


def test_a_text_becomes_a_draft_clause_of_whoever_wrote_it(room: Room) -> None:
    app = screen(revealed(room), "Eve", PAGE)
    app.button(key=f"own_words.propose.qualified-lead.{person(room, 'Sal')}").click().run()
    made = clause(room, "Qualified lead")
    assert (made.author, made.content.definition) == (person(room, "Sal"), TEXTS["Sal"])  # type: ignore[union-attr]
    assert not [key for key in keys(app) if key.startswith("own_words.propose")]
    assert any("is in the glossary" in link.proto.label for link in app.main.get("page_link"))


def test_a_text_whose_term_somebody_else_proposed_first_is_refused(room: Room) -> None:
    app = screen(revealed(room), "Eve", PAGE)
    room.act(propose_own_words, person(room, "Dee"), person(room, "Dee"), "qualified-lead")
    app.button(key=f"own_words.propose.qualified-lead.{person(room, 'Sal')}").click().run()
    assert any("of this name already" in error.value for error in app.error)
    assert clause(room, "Qualified lead").author == person(room, "Dee")


def test_observers_see_what_was_revealed_and_make_no_clauses(room: Room) -> None:
    app = screen(revealed(room), "Obi", PAGE)
    assert "buyer" in shown(app)
    assert not [key for key in keys(app) if key.startswith("own_words.propose")]


def test_everybody_can_be_asked_again_and_what_was_revealed_stays_readable(room: Room) -> None:
    app = screen(revealed(room), "Hana", PAGE)
    app.button(key="own_words.asking.go").click().run()
    assert (asked(room).round, asked(room).open) == (2, True)
    app.session_state["own_words.earlier.1"] = True
    app.run()
    assert "budgets" in shown(app)
    assert not [key for key in keys(app) if key.startswith("own_words.propose")]
