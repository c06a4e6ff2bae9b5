"""The second opinion on the page of measures: fitted to the outcomes, only for who asks."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from data.outcomes.opinion import opinion
from data.room import Room
from definitions.criteria import Answer, Criterion
from definitions.measures.journeys import Event, Journeys
from pages.use.measuring.second_opinion import ASKED
from tests.definitions.measures.made import journeys, lead
from tests.pages.definitions import BUDGET, published_room
from tests.pages.measured import add_outcomes, measure, said, spring
from tests.pages.rooms import HOSTILE, propose, shown

FITTED = "points fitted to the outcomes put the win first"


def closed(won_ready: int = 40, **others: Any) -> Journeys:
    """100 leads of which each half was won; so many of the won ones have a budget, and 10 of the lost."""
    ends = [("won", place < won_ready) for place in range(50)] + [("lost", place < 10) for place in range(50)]
    leads = [
        lead(mql=1, source=("fair", "search")[n % 2], answer="yes" if ready else "no", **{end: 9})
        for n, (end, ready) in enumerate(ends)
    ]
    return journeys(leads, **({"criteria": (BUDGET.name,), "labels": (BUDGET.labels,)} | others))


def asked(room: Room, name: str = "Sal") -> AppTest:
    app = measure(room, name, "Criteria")
    app.button(key=ASKED).click().run()
    assert not app.exception, app.exception[0]
    return app


def test_fitted_points_stand_beside_those_that_were_signed() -> None:
    room = published_room()
    add_outcomes(room, closed())
    text = said(asked(room, "Obi"))
    assert FITTED in text
    assert "| Criterion | Answer | In the definition | Fitted |" in text
    assert "| **Budget** | Ready | 5 | 5 |" in text
    assert "Fitted to 50 wins and 50 losses" in text
    assert "Only leads that were won or lost count" in text


def test_nothing_is_fitted_until_somebody_asks_and_another_choice_is_asked_anew() -> None:
    room = published_room()
    key = add_outcomes(room, closed())[:12]
    before = opinion.cache_info().misses
    assert FITTED not in said(measure(room, tab="Criteria"))
    assert opinion.cache_info().misses == before
    app = asked(room)
    assert opinion.cache_info().misses == before + 1
    app.multiselect(key=f"measure.sources.{key}").select("fair").run()
    assert FITTED not in said(app)
    app.button(key=ASKED).click().run()
    assert "Fitted to 25 wins and 25 losses" in said(app)


def test_what_was_fitted_once_is_there_for_everybody() -> None:
    room = published_room()
    add_outcomes(room, closed())
    asked(room)
    misses = opinion.cache_info().misses
    assert FITTED in said(asked(room, "Mark"))
    assert opinion.cache_info().misses == misses


def test_with_few_wins_it_says_that_there_is_not_enough_data() -> None:
    room = published_room()
    one = [lead(mql=1, won=5, answer="yes")]
    add_outcomes(room, journeys(one, criteria=(BUDGET.name,), labels=(BUDGET.labels,)))
    assert "Not enough data for a second opinion" in said(asked(room))


def test_without_signal_it_says_that_no_criterion_helps() -> None:
    room = published_room()
    add_outcomes(room, closed(won_ready=10))
    text = said(asked(room))
    assert "No criterion helps here" in text
    assert "| Criterion | Answer |" not in text


def test_data_without_a_criterion_of_the_definition_say_so() -> None:
    room = published_room()
    add_outcomes(room, closed(criteria=("Shoe size",)))
    assert "These data tell no answer to a criterion of the definition" in said(asked(room))


def test_data_that_tell_no_end_say_so_and_ask_nothing() -> None:
    room = published_room()
    add_outcomes(room, closed(without=[Event.LOST]))
    app = measure(room, tab="Criteria")
    assert "The data do not tell which leads were won and lost" in said(app)
    assert not [each for each in app.button if each.key == ASKED]


def test_before_a_definition_is_in_force_the_draft_is_compared(room: Room) -> None:
    add_outcomes(room, spring())
    assert "These data tell no answer" in said(asked(room))


def test_no_text_of_a_criterion_is_taken_for_more_than_text(room: Room) -> None:
    name, labels = f"{HOSTILE} criterion", (f"{HOSTILE} yes", f"{HOSTILE} no")
    answers = tuple(Answer(label=text, points=points) for text, points in zip(labels, (5, 0), strict=True))
    propose(room, Criterion(name=name, question="?", answers=answers))
    add_outcomes(room, closed(criteria=(name,), labels=(labels,)))
    app = asked(room)
    assert f"| **{name}** | {HOSTILE} yes | 5 |" in said(app).replace("\u200b", "")
    assert "<b>x</b>" not in shown(app)
    assert "**y**" not in shown(app)
