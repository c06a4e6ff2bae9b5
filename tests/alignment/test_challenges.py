"""Challenges to clauses in force: made, withdrawn, answered, and enough of them open a draft."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import open_ballot
from alignment.actions.challenges import (
    answer_challenge,
    challenge,
    challenge_by_all_figures,
    challenge_by_figures,
    tripped,
    withdraw_challenge,
)
from alignment.actions.clauses import propose_clause, revise_clause, withdraw_clause
from alignment.actions.definition import open_draft, widen_draft
from alignment.actions.people import remove_participant
from alignment.challenges import Challenge, Ending, OutOfBand
from alignment.challenging import challenged_enough, open_challenges
from alignment.clauses import Status
from alignment.facts import DraftOpened, read_fact
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.telling import tell
from alignment.workshop import Phase
from definitions.handoff import Handoff, Upkeep
from tests.alignment.drafting import agreed_room
from tests.alignment.rooms import Room, criterion, term, threshold
from tests.alignment.stages import (
    Stage,
    challenge_id,
    challenge_it,
    everybody_votes,
    freeze_for,
    room_at,
    sign_all,
)


def latest(room: Room) -> Challenge:
    return room.workshop.challenges[challenge_id(room)]


def trip(room: Room, clause: str = "Budget", key: str = "acceptance 2026-10") -> None:
    words = "Acceptance is below 75 %."
    room.act(challenge_by_figures, None, room.clause(clause).id, words, {"Accepted": "61 %"}, key)


def published_with(*contents: object) -> Room:
    room = agreed_room(criterion(), threshold(), *contents)
    freeze_for(room)
    sign_all(room)
    return room


def test_a_challenge_keeps_who_what_and_why() -> None:
    room = room_at(Stage.PUBLISHED)
    assert (latest(room).by, latest(room).reason, latest(room).version) == (
        room.id("Sal"),
        "Nobody can check it.",
        1,
    )
    assert room.workshop.phase is Phase.PUBLISHED


def test_a_challenge_needs_a_reason_and_a_clause_that_is_in_force() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotUnderstood, match="needs a reason"):
        challenge_it(room, "Mark", "Budget", " \n")
    with pytest.raises(NotUnderstood, match="no such clause in the definition in force"):
        challenge_it(room, "Mark", "Suspect")
    with pytest.raises(NotUnderstood, match="no such clause in the definition in force"):
        room.act(challenge, room.id("Mark"), "c0", "Why?")


def test_one_person_has_one_open_challenge_to_a_clause() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotNow, match="You challenge this clause already"):
        challenge_it(room, "Sal", "Budget")
    challenge_it(room, "Sal", "Threshold")
    room.act(withdraw_challenge, room.id("Sal"), next(iter(room.workshop.challenges)))
    challenge_it(room, "Sal", "Budget")
    assert len(open_challenges(room.workshop)) == 2


def test_only_its_author_withdraws_a_challenge_and_only_while_it_is_open() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotAllowed, match="Only who made a challenge"):
        room.act(withdraw_challenge, "p1", challenge_id(room))
    room.act(withdraw_challenge, room.id("Sal"), challenge_id(room))
    assert latest(room).end is not None
    assert latest(room).end.how is Ending.WITHDRAWN  # type: ignore[union-attr]
    with pytest.raises(NotNow, match="closed already"):
        room.act(withdraw_challenge, room.id("Sal"), challenge_id(room))


def test_a_facilitator_closes_a_challenge_with_an_answer() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotUnderstood, match="Say why the clause stays"):
        room.act(answer_challenge, "p1", challenge_id(room), "")
    room.act(answer_challenge, "p1", challenge_id(room), "The call list says it.")
    end = latest(room).end
    assert end is not None
    assert (end.how, end.answer) == (Ending.ANSWERED, "The call list says it.")


def test_the_third_persons_challenge_opens_a_draft_of_that_clause_only() -> None:
    room = room_at(Stage.PUBLISHED)
    challenge_it(room, "Mark", "Budget")
    assert room.workshop.phase is Phase.PUBLISHED
    challenge_it(room, "Xan", "Budget", "It is out of date.")
    assert (room.workshop.phase, room.workshop.version) == (Phase.DRAFTING, 2)
    assert room.workshop.only == (room.clause("Budget").id,)
    assert (room.status("Budget"), room.status("Threshold")) == (Status.DRAFT, Status.AGREED)
    assert {c.end.how for c in room.workshop.challenges.values() if c.end} == {Ending.TAKEN_UP}
    assert not open_challenges(room.workshop)
    told = tell(room.workshop, room.record[-1], None, room.now)
    assert told == "opened a draft of version 2 with Budget only: three people challenged Budget"


def test_as_many_people_as_the_handoff_in_force_says_open_a_draft() -> None:
    room = published_with(Handoff(upkeep=Upkeep(challenges=1)))
    challenge_it(room, "Sal", "Threshold")
    assert room.workshop.only == (room.clause("Threshold").id,)


def test_somebody_who_was_removed_is_not_counted() -> None:
    room = room_at(Stage.PUBLISHED)
    challenge_it(room, "Xan", "Budget")
    room.act(remove_participant, "p1", room.id("Xan"))
    challenge_it(room, "Mark", "Budget")
    assert room.workshop.phase is Phase.PUBLISHED
    assert challenged_enough(room.workshop) == ()


def test_a_facilitator_opens_a_draft_of_chosen_clauses_before_enough_people_challenge_them() -> None:
    room = room_at(Stage.AMENDING)
    assert room.workshop.only == (room.clause("Budget").id,)
    assert room.status("Budget") is Status.DRAFT
    assert latest(room).end is not None


def test_a_draft_of_a_clause_that_is_not_in_force_is_refused() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotUnderstood, match="no such clause in the definition in force"):
        room.act(open_draft, "p1", [room.clause("Suspect").id])


def test_in_a_draft_of_one_clause_nothing_else_changes_until_a_facilitator_widens_it() -> None:
    room = room_at(Stage.AMENDING)
    sentence = "This draft is about Budget only. A facilitator can open the whole text"
    with pytest.raises(NotNow, match=sentence):
        room.act(revise_clause, "p1", room.clause("Threshold").id, 1, threshold(3))
    with pytest.raises(NotNow, match=sentence):
        room.act(withdraw_clause, "p1", room.clause("Threshold").id)
    with pytest.raises(NotNow, match=sentence):
        room.act(propose_clause, "p1", term("Prospect"))
    room.act(widen_draft, "p1")
    room.act(revise_clause, "p1", room.clause("Threshold").id, 1, threshold(3))
    assert room.status("Budget") is Status.DRAFT


def test_a_draft_of_one_clause_is_voted_on_signed_and_published_with_the_rest_as_it_was() -> None:
    room = room_at(Stage.AMENDING)
    budget = room.clause("Budget")
    room.act(revise_clause, "p1", budget.id, len(budget.revisions), criterion(best=6))
    room.act(open_ballot, "p1", budget.id)
    everybody_votes(room, "Budget")
    freeze_for(room)
    sign_all(room)
    assert room.workshop.version == 2
    assert room.workshop.only == ()
    assert room.replayed() == room.workshop


def test_a_challenge_to_a_clause_that_the_next_version_does_not_touch_goes_on() -> None:
    room = room_at(Stage.REDRAFTING)
    freeze_for(room)
    sign_all(room)
    assert [c.clause_id for c in open_challenges(room.workshop)] == [room.clause("Budget").id]


def test_a_challenge_to_a_clause_that_says_something_else_now_is_over() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=6))
    everybody_votes(room, "Budget")
    freeze_for(room)
    sign_all(room)
    assert open_challenges(room.workshop) == ()


def test_figures_out_of_their_band_open_a_draft_by_themselves_once() -> None:
    room = room_at(Stage.PUBLISHED)
    trip(room)
    assert room.workshop.only == (room.clause("Budget").id,)
    assert (latest(room).by_figures, latest(room).figures) == (True, (("Accepted", "61 %"),))
    assert tripped(room.workshop, "acceptance 2026-10")
    with pytest.raises(NotNow, match="These figures have challenged the clause already"):
        trip(room)
    assert [room.workshop.name_of(entry.actor) for entry in room.record[-2:]] == ["The figures"] * 2
    told = tell(room.workshop, room.record[-1], None, room.now)
    assert told == "opened a draft of version 2 with Budget only: the figures challenged Budget"


def test_figures_challenge_also_while_the_next_version_is_drafted_and_open_nothing_then() -> None:
    room = room_at(Stage.REDRAFTING)
    trip(room)
    assert latest(room).open
    assert room.workshop.only == ()
    assert room.replayed() == room.workshop


def test_figures_challenge_nothing_before_a_definition_is_in_force() -> None:
    with pytest.raises(NotNow, match="No definition is in force yet"):
        trip(room_at(Stage.SETTLED))


def test_a_draft_opened_before_there_were_challenges_is_of_the_whole_text() -> None:
    fact = read_fact('{"kind":"draft opened","version":2}')
    assert isinstance(fact, DraftOpened)
    assert (fact.clauses, fact.note) == ((), "")


def test_several_figures_at_once_open_one_draft_of_all_their_clauses() -> None:
    room = room_at(Stage.PUBLISHED)
    found = [OutOfBand(room.clause(n).id, "Low.", {"Won": "3 %"}, f"v1 {n}") for n in ("Budget", "Threshold")]
    facts = room.act(challenge_by_all_figures, None, found)
    assert [fact.kind for fact in facts] == ["figures challenged"] * 2 + ["draft opened"]
    assert len({each.id for each in room.workshop.challenges.values()}) == 3
    assert room.workshop.phase is Phase.DRAFTING


def test_of_several_figures_those_that_have_challenged_before_do_not_again() -> None:
    room = room_at(Stage.PUBLISHED)
    one, other = (OutOfBand(room.clause("Budget").id, "Low.", {}, key) for key in ("a", "b"))
    room.act(challenge_by_all_figures, None, [one, one])
    facts = room.act(challenge_by_all_figures, None, [one, other])
    assert [fact.key for fact in facts] == ["b"]
    with pytest.raises(NotNow, match="challenged the clause already"):
        room.act(challenge_by_all_figures, None, [one, other])
