"""The understanding check: asked once a version, judged lead by lead, shown as shares by team."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.people import choose_smallest_group
from alignment.actions.understanding import answer_understanding, ask_understanding
from alignment.understanding import UnderstandingCheck
from alignment.understood import receipt_of
from data.room import Room
from definitions.scorecard import Verdict
from tests.pages.definitions import published_room, settled_room
from tests.pages.rooms import HOST, VOTERS, keys, person, screen, shown

PAGE = "pages/publish/understanding.py"
NAMES = {Verdict.QUALIFIED: "qualified", Verdict.NURTURE: "nurture", Verdict.NOT_QUALIFIED: "not"}


@pytest.fixture
def asked() -> Room:
    """Version 1 is in force, and everybody is asked to judge leads by it."""
    room = published_room()
    room.act(ask_understanding, HOST)
    return room


def check(room: Room) -> UnderstandingCheck:
    return room.workshop().understanding[1]


def right(room: Room, lead: int) -> Verdict:
    return receipt_of(room.workshop(), check(room), lead).verdict


def answer(app: AppTest, room: Room, lead: int, verdict: Verdict | None) -> None:
    name = NAMES[verdict] if verdict is not None else "unclear"
    app.button(key=f"understanding.{lead}.{name}").click().run()


def everybody_is_right(room: Room) -> None:
    for name in VOTERS:
        for lead in range(len(check(room).leads)):
            room.act(answer_understanding, person(room, name), lead, right(room, lead))


def test_without_a_definition_the_page_says_when_the_check_follows() -> None:
    assert "No definition is in force yet" in shown(screen(settled_room(), "Sal", PAGE))


def test_a_facilitator_asks_everybody_once() -> None:
    room = published_room()
    assert "understanding.ask" not in keys(screen(room, "Sal", PAGE))
    assert "A facilitator begins it" in shown(screen(room, "Sal", PAGE))
    app, other = screen(room, "Hana", PAGE), screen(room, "Hana", PAGE)
    app.button(key="understanding.ask").click().run()
    assert check(room).leads
    other.button(key="understanding.ask").click().run()
    assert other.title[0].value == "Understanding"
    assert len(room.workshop().understanding) == 1


def test_one_lead_after_another_is_judged_and_the_text_answers_at_once(asked: Room) -> None:
    app = screen(asked, "Sal", PAGE)
    assert app.get("progress")[0].proto.text == f"Lead 1 of {len(check(asked).leads)}"
    assert "| Budget |" in shown(app)
    answer(app, asked, 0, right(asked, 0))
    assert "**Lead 1: right.**" in app.success[0].value
    wrong = next(v for v in (Verdict.QUALIFIED, Verdict.NOT_QUALIFIED) if v is not right(asked, 1))
    answer(app, asked, 1, wrong)
    assert f"You said {wrong.value}. By the definition it is **{right(asked, 1).value}**" in said(app)
    assert check(asked).answered[person(asked, "Sal")] == {0: right(asked, 0), 1: wrong}


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in app.warning)


def test_no_lead_is_nurtured_where_the_definition_knows_no_nurturing(asked: Room) -> None:
    assert "understanding.0.nurture" not in keys(screen(asked, "Sal", PAGE))
    assert "understanding.0.unclear" in keys(screen(asked, "Sal", PAGE))


def test_a_lead_judged_in_another_tab_is_refused_and_the_next_one_follows(asked: Room) -> None:
    app = screen(asked, "Sal", PAGE)
    asked.act(answer_understanding, person(asked, "Sal"), 0, None)
    answer(app, asked, 0, Verdict.QUALIFIED)
    assert "judged this lead already" in app.error[0].value
    assert check(asked).answered[person(asked, "Sal")] == {0: None}
    assert "understanding.1.qualified" in keys(app)


def test_the_outcome_is_kept_from_those_who_have_leads_left(asked: Room) -> None:
    asked.act(answer_understanding, person(asked, "Mark"), 0, right(asked, 0))
    assert "as the definition does" not in shown(screen(asked, "Sal", PAGE))
    assert "One person judged 1 of 1 as the definition does" in shown(screen(asked, "Obi", PAGE))


def test_after_the_last_lead_one_sees_the_shares_by_team(asked: Room) -> None:
    everybody_is_right(asked)
    words = shown(screen(asked, "Sal", PAGE))
    leads = len(check(asked).leads)
    assert f"Six people judged {6 * leads} of {6 * leads} as the definition does" in words
    assert f"{2 * leads} of {2 * leads} right (100%)" in words
    assert "No clause was misread" in words


def test_a_wrong_verdict_points_to_the_clause_that_was_misread(asked: Room) -> None:
    for lead in range(len(check(asked).leads)):
        verdict = next(v for v in (Verdict.QUALIFIED, Verdict.NOT_QUALIFIED) if v is not right(asked, lead))
        asked.act(answer_understanding, person(asked, "Sal"), lead, verdict)
    words = shown(screen(asked, "Obi", PAGE))
    assert "Which clauses were misread" in words
    assert "**Budget**" in words


def test_a_team_with_too_few_answers_is_not_shown_on_its_own(asked: Room) -> None:
    asked.act(choose_smallest_group, HOST, 3)
    everybody_is_right(asked)
    words = shown(screen(asked, "Obi", PAGE))
    assert "fewer than 3 have answered: marketing, sales, executives" in words
    assert "(100%)" not in words


def test_lead_by_lead_one_sees_ones_own_answer_and_nobody_elses(asked: Room) -> None:
    everybody_is_right(asked)
    app = screen(asked, "Sal", PAGE)
    app.session_state["understanding.leads"] = True
    app.run()
    assert "**Lead 1:** 6 of 6 right" in shown(app)
    assert "**Lead 1: right.**" in app.success[0].value
    assert not [name for name in ("Hana", "Dee", "Eve", "Xan") if name in shown(app)]


def test_a_stranger_meets_the_gate(asked: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(asked, None, PAGE))
