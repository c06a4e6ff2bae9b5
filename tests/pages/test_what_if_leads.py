"""The what-if page on leads of every kind: none, without outcomes or months, one by itself, another set."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.actions.leads import add_lead_set
from alignment.facts import LeadSetAdded
from alignment.present import present_scorecard
from data.adding_leads import add_csv
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from tests.pages.rooms import HOST, clause, keys, screen, shown
from tests.pages.what_ifs import PAGE, numbers, tab, with_sample


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def with_leads(room: Room, raw: bytes) -> None:
    """The workshop has leads of this CSV."""
    scorecard = present_scorecard(room.workshop())
    assert scorecard is not None
    kept = add_csv(settings().leads, raw, scorecard.criteria)
    counts = {"won": kept.won, "lost": kept.lost, "open": kept.open}
    room.act(add_lead_set, HOST, LeadSetAdded(lead_set=kept.hash, name="Leads", rows=kept.rows, **counts))


def test_without_leads_the_sample_is_one_click_away(room: Room) -> None:
    app = with_sample(room)
    assert not app.exception
    assert list(numbers(app)) == ["To sales a week", "Wins kept", "Wins missed", "Wasted calls"]
    assert len(app.get("vega_lite_chart")) == 3


def test_an_observer_without_leads_sees_a_sentence_and_no_button(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert "what_if.sample" not in keys(app)
    assert "Members of the three teams" in shown(app)


def test_without_outcomes_only_volumes_are_shown(room: Room) -> None:
    with_leads(room, b"Budget,Need,Month\nReady,Clear,2026-01\nNone,Clear,2026-02\n")
    app = screen(room, "Sal", PAGE)
    assert list(numbers(app)) == ["To sales a week"]
    assert "not enough data" in shown(app)
    assert len(app.get("vega_lite_chart")) == 2


def test_without_months_leads_are_counted_altogether(room: Room) -> None:
    with_leads(room, b"Budget,Need,Outcome\nReady,Clear,won\nNone,Clear,lost\n")
    app = screen(room, "Sal", PAGE)
    assert "To sales" in numbers(app)
    assert "weeks not known" in shown(app)


def test_criteria_that_no_lead_answers_are_named(room: Room) -> None:
    with_leads(room, b"Budget,Outcome\nReady,won\n")
    assert "No lead answers Role, Need, Timing, Size" in shown(screen(room, "Sal", PAGE))


def test_leads_that_answer_nothing_are_not_drawn(room: Room) -> None:
    with_leads(room, b"Budget,Outcome\n,won\n")
    app = screen(room, "Sal", PAGE)
    assert "answer none of the criteria" in shown(app)
    assert not app.slider


def test_leads_whose_file_is_gone_are_told_in_words(room: Room) -> None:
    with_leads(room, b"Budget,Outcome\nReady,won\n")
    for file in settings().leads.iterdir():
        file.unlink()
    app = screen(room, "Sal", PAGE)
    assert "no longer here" in app.error[0].value


def test_a_receipt_shows_every_answer_and_what_would_change_the_verdict(room: Room) -> None:
    words = shown(tab(with_sample(room), "One lead"))
    assert "| Budget |" in words
    assert "What would change the verdict" in words


def test_answers_by_hand_give_a_verdict_and_failed_gates_are_named(room: Room) -> None:
    gated = clause(room, "Need").content.model_copy(update={"gate": "Clear"})
    room.act(revise_clause, HOST, clause(room, "Need").id, 1, gated)
    app = tab(with_sample(room), "One lead")
    app.get("button_group")[0].set_value("Answers by hand").run()
    for name in ("Budget", "Role", "Timing", "Size"):
        best = clause(room, name).content.labels[0]
        app.selectbox(key=f"what_if.answer.{name}").set_value(best).run()
    assert "A gate was failed: Need" in shown(app)
    app.selectbox(key="what_if.answer.Need").set_value("Clear").run()
    assert "Qualified" in shown(app)
    assert "**25 points**" in shown(app)


def test_another_lead_set_can_be_chosen(room: Room) -> None:
    with_leads(room, b"Budget,Outcome\nReady,won\n")
    with_leads(room, b"Budget,Outcome\nReady,won\nNone,lost\n")
    app = screen(room, "Sal", PAGE)
    older = next(iter(room.workshop().lead_sets))
    assert any("of 2" in caption.value for caption in app.caption)
    app.selectbox(key="what_if.lead_set").set_value(older).run()
    assert any("of 1" in caption.value for caption in app.caption)
