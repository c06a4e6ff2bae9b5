"""The disputes page: hardest first, both positions, escalation, ruling, dissent, reopening."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alignment.actions.ballots import open_all_ballots
from alignment.actions.clauses import revise_clause
from alignment.actions.rulings import escalate, rule
from alignment.clauses import Status
from alignment.outcomes import Outcome
from alignment.stances import Stance
from data.room import Room
from definitions.threshold import Threshold
from tests.alignment.rooms import criterion
from tests.pages.bridged import bridged
from tests.pages.rooms import (
    HOST,
    HOSTILE,
    clause,
    everybody_votes,
    keys,
    person,
    put_to_vote,
    screen,
    shown,
    standing,
    vote,
    words,
)

PAGE = "pages/decide/decisions.py"


@pytest.fixture
def disputed(room: Room) -> Room:
    """Dee is against Budget, both of sales are against Need."""
    put_to_vote(room, criterion(), criterion("Need"))
    everybody_votes(room, "Budget", {"Dee": Stance.DISAGREE})
    everybody_votes(room, "Need", {"Sal": Stance.DISAGREE, "Dee": Stance.DISAGREE})
    return room


@pytest.fixture
def escalated(disputed: Room) -> Room:
    """Need is before the decider."""
    disputed.act(escalate, HOST, clause(disputed, "Need").id)
    return disputed


def test_the_hardest_dispute_comes_first(disputed: Room) -> None:
    words = shown(screen(disputed, "Sal", PAGE))
    assert words.index("**Need**") < words.index("**Budget**")


def test_both_positions_stand_in_peoples_own_words(disputed: Room) -> None:
    vote(disputed, "Eve", "Need", Stance.RESERVATIONS, "Only with an example.")
    words = shown(screen(disputed, "Mark", PAGE))
    assert "In favour · 4" in words
    assert "Only with an example" in words
    assert "Against · 2" in words
    assert "Too vague" in words


def test_a_facilitator_puts_a_dispute_before_the_decider(disputed: Room) -> None:
    need = clause(disputed, "Need").id
    assert f"move.{need}.escalate" not in keys(screen(disputed, "Sal", PAGE))
    app = screen(disputed, "Hana", PAGE)
    app.button(key=f"move.{need}.escalate").click().run()
    assert clause(disputed, "Need").escalation is not None
    assert "Waits for the ruling of Dee" in shown(app)


def test_after_a_second_round_without_agreement_the_decider_is_asked_without_anybody_escalating(
    disputed: Room,
) -> None:
    need = clause(disputed, "Need").id
    disputed.act(revise_clause, HOST, need, 1, criterion("Need", best=7))
    everybody_votes(disputed, "Need", {"Sal": Stance.DISAGREE, "Dee": Stance.DISAGREE})
    assert clause(disputed, "Need").escalation is None
    assert f"ruling.{need}.rule" in keys(screen(disputed, "Dee", PAGE))
    assert f"move.{need}.escalate" not in keys(screen(disputed, "Hana", PAGE))


def test_the_decider_rules_that_the_wording_stands(escalated: Room) -> None:
    need = clause(escalated, "Need").id
    app = screen(escalated, "Dee", PAGE)
    app.segmented_control(key=f"ruling.{need}.choice").set_value("Stands as worded").run()
    app.text_area(key=f"ruling.{need}.reason").set_value("We try it for a quarter.")
    app.button(key=f"ruling.{need}.rule").click().run()
    assert standing(escalated, "Need") is Status.RULED
    words = shown(app)
    assert "Dee ruled that it stands" in words
    assert "Dissent, on record" in words
    assert "Too vague" in words


def test_a_ruling_without_a_choice_or_a_reason_is_refused(escalated: Room) -> None:
    need = clause(escalated, "Need").id
    app = screen(escalated, "Dee", PAGE)
    app.button(key=f"ruling.{need}.rule").click().run()
    assert "choose a ruling" in app.error[0].value
    app.segmented_control(key=f"ruling.{need}.choice").set_value("Left out").run()
    app.button(key=f"ruling.{need}.rule").click().run()
    assert "needs a reason" in app.error[0].value
    assert standing(escalated, "Need") is Status.DISPUTED


def test_the_decider_can_let_an_earlier_wording_stand(disputed: Room) -> None:
    need = clause(disputed, "Need").id
    disputed.act(revise_clause, HOST, need, 1, criterion("Need", question="Second?"))
    everybody_votes(disputed, "Need", {"Eve": Stance.DISAGREE, "Xan": Stance.DISAGREE})
    disputed.act(escalate, HOST, need)
    app = screen(disputed, "Dee", PAGE)
    app.segmented_control(key=f"ruling.{need}.choice").set_value("An earlier wording stands").run()
    app.selectbox(key=f"ruling.{need}.revision").set_value(1)
    app.text_area(key=f"ruling.{need}.reason").set_value("The first was clearer.")
    app.button(key=f"ruling.{need}.rule").click().run()
    assert clause(disputed, "Need").content == criterion("Need")
    assert "wording 1 stands" in shown(app)


def test_the_decider_can_leave_a_clause_out(escalated: Room) -> None:
    need = clause(escalated, "Need").id
    app = screen(escalated, "Dee", PAGE)
    app.segmented_control(key=f"ruling.{need}.choice").set_value("Left out").run()
    app.text_area(key=f"ruling.{need}.reason").set_value("Budget says it all.")
    app.button(key=f"ruling.{need}.rule").click().run()
    assert standing(escalated, "Need") is Status.LEFT_OUT


@pytest.mark.parametrize("name", ["Hana", "Sal", "Obi"])
def test_nobody_but_the_decider_sees_the_ruling_form(escalated: Room, name: str) -> None:
    assert not [key for key in keys(screen(escalated, name, PAGE)) if key.startswith("ruling.")]


def test_the_decider_takes_a_ruling_back(escalated: Room) -> None:
    need = clause(escalated, "Need").id
    escalated.act(rule, person(escalated, "Dee"), need, Outcome.STANDS, 1, "So be it.")
    app = screen(escalated, "Dee", PAGE)
    app.session_state[f"ruling.{need}.reopening"] = True
    app.run()
    app.button(key=f"ruling.{need}.reopening.sure").click().run()
    assert standing(escalated, "Need") is Status.DRAFT


def test_without_disputes_the_page_says_so(room: Room) -> None:
    assert "Nothing is disputed" in shown(screen(room, "Sal", PAGE))


def test_hostile_reasons_show_as_typed(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget", {"Sal": Stance.AGREE})
    vote(room, "Sal", "Budget", Stance.DISAGREE, HOSTILE)
    marked = "\n".join(element.value for element in screen(room, "Mark", PAGE).markdown)
    assert "**y**" not in marked
    assert "<b>" not in marked
    assert "smile" in marked


def test_a_stranger_meets_the_gate(disputed: Room) -> None:
    app = screen(disputed, None, PAGE)
    assert "You are not in a workshop here" in shown(app)
    assert "Too vague" not in shown(app)


def test_the_decider_sees_what_each_ruling_would_do_and_what_each_team_would_lose(room: Room) -> None:
    bridged(room)
    room.act(open_all_ballots, HOST)
    everybody_votes(room, "Threshold", {"Mark": Stance.DISAGREE})
    threshold = clause(room, "Threshold").id
    room.act(revise_clause, HOST, threshold, 1, Threshold(qualified_from=16))
    everybody_votes(room, "Threshold", {"Sal": Stance.DISAGREE})
    said = words(screen(room, "Dee", PAGE))
    assert "after two rounds without agreement" in said
    assert said.count("Wins kept") == 2
    assert "Stands as worded" in said
    assert "Wording 1 stands" in said
    assert "**Marketing** 1 of 2 voted for something else; loses 9 it wants, of 16 judged leads" in said
    assert "Sales** 1 of 2 voted for something else; gets 3 it does not want, of 16 judged leads" in said
    assert "Leads that the teams judge differently" in said
    assert "Qualified, say marketing 2 of 2, sales 0 of 2" in said
    assert "Nothing can be scored without it" in said


def test_the_others_unfold_it_and_without_leads_it_tells_the_votes(escalated: Room) -> None:
    app = screen(escalated, "Sal", PAGE)
    assert "voted for something else" not in words(app)
    assert "put before the decider by Hana" in words(app)
    app.session_state[f"weighing.{clause(escalated, 'Need').id}"] = True
    app.run()
    assert "**Sales** 2 of 2 voted for something else." in words(app)
    assert "**Sales** 0 of 2 voted for something else." in words(app)
    assert "judged leads" not in words(app)


def test_a_clause_that_waits_too_long_is_overdue(escalated: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Overdue" not in words(screen(escalated, "Sal", PAGE))
    later = escalated.clock() + timedelta(days=6)
    monkeypatch.setattr(escalated, "clock", lambda: later)
    assert "Overdue" in words(screen(escalated, "Sal", PAGE))


def test_how_often_the_decider_was_needed_is_counted(disputed: Room) -> None:
    assert "came before the decider" not in words(screen(disputed, "Sal", PAGE))
    disputed.act(escalate, HOST, clause(disputed, "Need").id)
    said = words(screen(disputed, "Sal", PAGE))
    assert "1 of 2 clauses that were voted on came before the decider (50\u00a0%)." in said
