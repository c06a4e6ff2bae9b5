"""The definition page: who has read it, and challenges to its clauses."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.challenges import challenge, challenge_by_figures
from alignment.actions.definition import open_draft
from alignment.actions.reading import acknowledge_reading
from alignment.challenging import open_challenges
from alignment.workshop import Phase
from data.room import Room
from tests.pages.definitions import DEFINITION, published_room
from tests.pages.rooms import HOST, HOSTILE, clause, keys, person, screen, shown, words


@pytest.fixture
def in_force() -> Room:
    return published_room()


def challenged(room: Room, *names: str, reason: str = "Nobody can check it.") -> Room:
    for name in names:
        room.act(challenge, person(room, name), clause(room, "Budget").id, reason)
    return room


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def read_by(room: Room, *names: str) -> None:
    version = room.workshop().in_force
    assert version is not None
    for name in names:
        room.act(acknowledge_reading, person(room, name), version.version, version.draft.sha256)


def test_whoever_did_not_sign_says_that_they_have_read_it(in_force: Room) -> None:
    app = screen(in_force, "Obi", DEFINITION)
    assert "Read by 3 of 7; not yet: Hana, Sal, Xan and Obi." in words(app)
    assert "Please read version 1" in shown(app)
    app = pressed(app, "reading.go")
    assert "Read by 4 of 7; not yet: Hana, Sal and Xan." in words(app)
    assert "reading.go" not in keys(app)


def test_whoever_signed_is_not_asked_to_read(in_force: Room) -> None:
    app = screen(in_force, "Mark", DEFINITION)
    assert "reading.go" not in keys(app)
    assert "Please read" not in shown(app)


def test_reading_twice_is_refused_in_words(in_force: Room) -> None:
    app = screen(in_force, "Xan", DEFINITION)
    read_by(in_force, "Xan")
    assert "You have said so already" in shown(pressed(app, "reading.go"))


def test_when_all_have_read_it_the_page_says_so(in_force: Room) -> None:
    read_by(in_force, "Hana", "Sal", "Xan", "Obi")
    assert "Read by 7 of 7: everybody." in words(screen(in_force, "Mark", DEFINITION))


def test_somebody_challenges_a_clause_with_a_reason(in_force: Room) -> None:
    app = screen(in_force, "Sal", DEFINITION)
    app.selectbox(key="challenge.clause").set_value(clause(in_force, "Budget").id)
    app.text_area(key="challenge.reason").set_value(HOSTILE)
    app = pressed(app, "challenge.go")
    assert [c.reason for c in open_challenges(in_force.workshop())] == [HOSTILE]
    said = words(app)
    assert HOSTILE in said
    assert "1 of 3" in said
    assert app.text_area(key="challenge.reason").value == ""


def test_without_a_clause_or_a_reason_nothing_is_challenged_and_what_was_typed_stays(in_force: Room) -> None:
    app = screen(in_force, "Sal", DEFINITION)
    app.text_area(key="challenge.reason").set_value("It is vague.")
    app = pressed(app, "challenge.go")
    assert "Please choose a clause first" in shown(app)
    assert app.text_area(key="challenge.reason").value == "It is vague."
    app.selectbox(key="challenge.clause").set_value(clause(in_force, "Budget").id)
    app.text_area(key="challenge.reason").set_value(" ")
    assert "A challenge needs a reason" in shown(pressed(app, "challenge.go"))
    assert not open_challenges(in_force.workshop())


def test_the_third_challenge_opens_a_draft_and_the_page_says_so(in_force: Room) -> None:
    challenged(in_force, "Sal", "Eve")
    app = screen(in_force, "Xan", DEFINITION)
    app.selectbox(key="challenge.clause").set_value(clause(in_force, "Budget").id)
    app.text_area(key="challenge.reason").set_value("It never was.")
    app = pressed(app, "challenge.go")
    assert in_force.workshop().phase is Phase.DRAFTING
    assert "Version 2 is in the making" in shown(app)
    assert "This draft is about Budget only." in words(screen(in_force, "Xan", "pages/draft/criteria.py"))


def test_an_author_withdraws_and_nobody_else_is_offered_that(in_force: Room) -> None:
    challenged(in_force, "Sal")
    key = f"challenge.{next(iter(in_force.workshop().challenges))}.withdraw"
    assert key not in keys(screen(in_force, "Eve", DEFINITION))
    pressed(screen(in_force, "Sal", DEFINITION), key)
    assert not open_challenges(in_force.workshop())


def test_a_facilitator_answers_and_the_answer_is_kept(in_force: Room) -> None:
    challenged(in_force, "Sal")
    key = f"challenge.{next(iter(in_force.workshop().challenges))}.answering"
    app = screen(in_force, "Hana", DEFINITION)
    app.session_state[key] = True
    app.run()
    assert "Say why the clause stays" in shown(pressed(app, f"{key}.go"))
    app.text_area(key=f"{key}.text").set_value(HOSTILE)
    app = pressed(app, f"{key}.go")
    assert not open_challenges(in_force.workshop())
    app.session_state["challenges.closed"] = True
    assert HOSTILE in words(app.run())


def test_a_facilitator_opens_a_draft_of_a_challenged_clause(in_force: Room) -> None:
    challenged(in_force, "Sal")
    budget = clause(in_force, "Budget").id
    assert f"challenged.{budget}.open" not in keys(screen(in_force, "Eve", DEFINITION))
    pressed(screen(in_force, "Hana", DEFINITION), f"challenged.{budget}.open")
    assert in_force.workshop().only == (budget,)


def test_figures_that_challenge_stand_with_their_values(in_force: Room) -> None:
    in_force.act(open_draft, HOST)
    figures = {"Accepted": "61 %", HOSTILE: HOSTILE}
    budget = clause(in_force, "Budget").id
    in_force.act(challenge_by_figures, None, budget, "Acceptance is below 75 %.", figures, "w 40")
    said = words(screen(in_force, "Mark", DEFINITION))
    assert "The figures" in said
    assert "Accepted: **61 %**" in said
    assert f"{HOSTILE}: **{HOSTILE}**" in said


def test_an_observer_reads_challenges_and_has_no_form(in_force: Room) -> None:
    challenged(in_force, "Sal")
    app = screen(in_force, "Obi", DEFINITION)
    assert "You observe: the three teams challenge clauses." in shown(app)
    assert "challenge.go" not in keys(app)
    assert "Nobody can check it." in words(app)


def test_home_and_the_inbox_tell_facilitators_of_challenges(in_force: Room) -> None:
    challenged(in_force, "Sal")
    app = screen(in_force, "Hana")
    labels = [str(link.proto.label) for link in app.main.get("page_link")]
    assert "Challenged: Budget" in labels
    assert "Answer one challenge to the definition" in labels
    inbox = words(screen(in_force, "Hana", "pages/start/inbox.py"))
    assert "Answer one challenge" in inbox
