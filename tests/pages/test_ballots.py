"""Voting: one after another, sealed until one has voted, by team, changed while it is open."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from alignment.actions.ballots import close_ballot, open_ballot
from alignment.actions.clauses import revise_clause
from alignment.clauses import Status
from alignment.rounds import Ballot
from alignment.stances import Seal, Stance
from data.room import Room
from tests.alignment.rooms import criterion, term
from tests.pages.rooms import (
    HOST,
    clause,
    everybody_votes,
    keys,
    person,
    propose,
    put_to_vote,
    screen,
    shown,
    standing,
    vote,
)

PAGE = "pages/decide/ballots.py"


def cast(app: AppTest, clause_id: str, stance: Stance, reason: str = "") -> None:
    """Choose a stance, give a reason where one is asked for, and vote."""
    app.segmented_control(key=f"ballot.{clause_id}.stance").set_value(stance).run()
    if reason:
        app.text_area(key=f"ballot.{clause_id}.reason").set_value(reason)
    app.button(key=f"ballot.{clause_id}.vote").click().run()


def ballot(room: Room, name: str, about: str) -> Ballot:
    round_ = clause(room, about).round
    assert round_ is not None
    return round_.ballots[person(room, name)]


def test_the_next_ballot_follows_as_soon_as_the_vote_is_in(room: Room) -> None:
    put_to_vote(room, criterion(), criterion("Need"), term())
    app = screen(room, "Sal", PAGE)
    assert app.get("progress")[0].proto.text == "1 of 3"
    cast(app, clause(room, "Budget").id, Stance.AGREE)
    assert ballot(room, "Sal", "Budget").stance is Stance.AGREE
    assert app.get("progress")[0].proto.text == "2 of 3"
    cast(app, clause(room, "Need").id, Stance.ABSTAIN)
    cast(app, clause(room, "Suspect").id, Stance.RESERVATIONS, "Too long.")
    assert ballot(room, "Sal", "Suspect").reason == "Too long."
    assert "You have voted on everything" in "".join(element.value for element in app.success)
    assert "How you voted" in shown(app)


def test_disagreeing_needs_a_reason_and_the_field_appears_with_it(room: Room) -> None:
    put_to_vote(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.segmented_control(key=f"ballot.{c}.stance").set_value(Stance.AGREE).run()
    assert f"ballot.{c}.reason" not in keys(app)
    cast(app, c, Stance.DISAGREE)
    assert "needs a reason" in app.error[0].value
    assert app.segmented_control(key=f"ballot.{c}.stance").value is Stance.DISAGREE
    app.text_area(key=f"ballot.{c}.reason").set_value("We cannot know it.")
    app.button(key=f"ballot.{c}.vote").click().run()
    assert ballot(room, "Sal", "Budget").reason == "We cannot know it."


def test_one_cannot_vote_before_choosing_a_stance(room: Room) -> None:
    put_to_vote(room, criterion())
    app = screen(room, "Sal", PAGE)
    assert app.button(key=f"ballot.{clause(room, 'Budget').id}.vote").disabled


def test_until_one_has_voted_one_sees_only_how_many_have(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Mark", "Budget", Stance.DISAGREE, "A secret reason")
    app = screen(room, "Sal", PAGE)
    assert "1 of 2 voted" in shown(app)
    assert "Mark: " not in shown(app)
    assert "A secret reason" not in shown(app)
    cast(app, clause(room, "Budget").id, Stance.AGREE)
    assert "Mark: disagree" in shown(app)


def test_a_ballot_sealed_until_the_reveal_shows_nothing_after_voting_either(room: Room) -> None:
    propose(room, criterion())
    room.act(open_ballot, HOST, clause(room, "Budget").id, Seal.UNTIL_REVEAL)
    vote(room, "Mark", "Budget")
    app = screen(room, "Sal", PAGE)
    cast(app, clause(room, "Budget").id, Stance.AGREE)
    assert "Mark: agree" not in shown(app)
    assert "sealed until the facilitator reveals it" in shown(app)


def test_the_result_says_in_words_what_agreement_lacks(room: Room) -> None:
    put_to_vote(room, criterion())
    for name in ("Hana", "Mark", "Dee", "Eve", "Xan"):
        vote(room, name, "Budget")
    app = screen(room, "Sal", PAGE)
    c = clause(room, "Budget").id
    cast(app, c, Stance.DISAGREE, "Too vague.")
    assert "In sales 50% agree; 75% are needed" in shown(app)
    app.button(key=f"ballot.{c}.change").click().run()
    cast(app, c, Stance.AGREE)
    assert "All three teams agree" in shown(app)
    assert standing(room, "Budget") is Status.AGREED


def test_changing_begins_with_the_vote_one_gave_and_can_be_kept(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too vague.")
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.button(key=f"ballot.{c}.change").click().run()
    assert app.segmented_control(key=f"ballot.{c}.stance").value is Stance.DISAGREE
    assert app.text_area(key=f"ballot.{c}.reason").value == "Too vague."
    app.button(key=f"ballot.{c}.keep").click().run()
    assert ballot(room, "Sal", "Budget").reason == "Too vague."
    assert f"ballot.{c}.stance" not in keys(app)


def test_the_same_vote_twice_is_refused(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Sal", "Budget")
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.button(key=f"ballot.{c}.change").click().run()
    app.button(key=f"ballot.{c}.vote").click().run()
    assert "how you voted already" in app.error[0].value


def test_an_objection_can_be_lifted_and_the_disagreement_stays(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Sal", "Budget", Stance.DISAGREE)
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.button(key=f"ballot.{c}.lift").click().run()
    kept = ballot(room, "Sal", "Budget")
    assert (kept.stance, kept.lifted) == (Stance.DISAGREE, True)
    assert f"ballot.{c}.lift" not in keys(app)
    assert "Your objection is lifted" in shown(app)


def test_a_vote_on_a_wording_that_has_just_changed_is_refused(room: Room) -> None:
    put_to_vote(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.segmented_control(key=f"ballot.{c}.stance").set_value(Stance.AGREE).run()
    room.act(revise_clause, HOST, c, 1, criterion(question="Another?"))
    app.button(key=f"ballot.{c}.vote").click().run()
    assert "wording has just changed" in app.error[0].value
    app.button(key=f"ballot.{c}.vote").click().run()
    assert ballot(room, "Sal", "Budget").stance is Stance.AGREE


def test_a_vote_after_the_ballot_has_closed_is_refused_and_the_page_says_what_is_next(room: Room) -> None:
    put_to_vote(room, criterion())
    app, c = screen(room, "Sal", PAGE), clause(room, "Budget").id
    app.segmented_control(key=f"ballot.{c}.stance").set_value(Stance.AGREE).run()
    room.act(close_ballot, HOST, c)
    app.button(key=f"ballot.{c}.vote").click().run()
    round_ = clause(room, "Budget").round
    assert round_ is not None
    assert not round_.ballots
    assert "No ballot is open now" in shown(app)
    assert "is not open" in app.error[0].value


def test_a_ballot_put_aside_comes_last(room: Room) -> None:
    put_to_vote(room, criterion(), criterion("Need"))
    app = screen(room, "Sal", PAGE)
    app.button(key=f"later.{clause(room, 'Budget').id}").click().run()
    assert f"ballot.{clause(room, 'Need').id}.stance" in keys(app)
    cast(app, clause(room, "Need").id, Stance.AGREE)
    assert f"ballot.{clause(room, 'Budget').id}.stance" in keys(app)


def test_a_vote_can_be_cast_on_the_card_too(room: Room) -> None:
    put_to_vote(room, criterion())
    app, c = screen(room, "Sal", "pages/draft/criteria.py"), clause(room, "Budget").id
    cast(app, c, Stance.DISAGREE, "No.")
    assert ballot(room, "Sal", "Budget").stance is Stance.DISAGREE
    assert "You voted: **disagree**" in shown(app)


def test_after_a_revision_one_is_asked_again_and_sees_what_changed(room: Room) -> None:
    put_to_vote(room, criterion())
    everybody_votes(room, "Budget")
    room.act(revise_clause, HOST, clause(room, "Budget").id, 1, criterion(question="Is money there?"))
    app = screen(room, "Sal", PAGE)
    assert "Changed since the vote on wording 1" in shown(app)
    assert f"ballot.{clause(room, 'Budget').id}.stance" in keys(app)


def test_an_observer_sees_how_many_voted_until_everybody_has(room: Room) -> None:
    put_to_vote(room, criterion())
    vote(room, "Mark", "Budget")
    words = shown(screen(room, "Obi", "pages/draft/criteria.py"))
    assert "1 of 2 voted" in words
    assert "sealed until everybody has voted" in words
    everybody_votes(room, "Budget", {"Mark": Stance.ABSTAIN})
    assert "Mark: abstain" in shown(screen(room, "Obi", "pages/draft/criteria.py"))


def test_those_without_a_vote_see_a_sentence_and_no_ballot(room: Room) -> None:
    put_to_vote(room, criterion())
    app = screen(room, "Obi", PAGE)
    assert not [key for key in keys(app) if key.startswith("ballot.")]
    assert "You observe" in shown(app)


def test_a_stranger_meets_the_gate(room: Room) -> None:
    put_to_vote(room, criterion())
    app = screen(room, None, PAGE)
    assert "You are not in a workshop here" in shown(app)
    assert not [key for key in keys(app) if key.startswith("ballot.")]
