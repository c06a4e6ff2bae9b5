"""The projector: what facilitators put on it, who has voted but not how, then the result; no menu."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from alignment.actions.ballots import close_ballot, open_ballot, reveal_ballot
from alignment.actions.calibrations import judge_lead, open_calibration
from alignment.actions.joining import join_by_link
from alignment.actions.leads import add_lead_set
from alignment.actions.people import choose_smallest_group
from alignment.actions.presenting import show_scene, start_timer
from alignment.judgements import Judgement
from alignment.people import Team
from alignment.presenting import Scene
from alignment.stances import Seal, Stance
from data.room import Room
from data.room_links import room_links
from pages.shared.countdown import OVER
from tests.alignment.rooms import LEADS, criterion, term
from tests.alignment.stages import DRAWN
from tests.pages.rooms import HOST, HOSTILE, clause, everybody_votes, person, propose, screen, shown, vote

PAGE, REMOTE = "pages/decide/presenter.py", "pages/decide/running.py"


def put(room: Room, name: str, seal: Seal | None = Seal.UNTIL_REVEAL) -> str:
    """Put a clause on the projector, and open its ballot if a seal is given."""
    clause_id = clause(room, name).id
    room.act(show_scene, HOST, Scene.CLAUSE, clause_id)
    if seal is not None:
        room.act(open_ballot, HOST, clause_id, seal)
    return clause_id


def test_it_has_no_menu_and_leads_back(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert not app.sidebar.markdown
    assert not app.sidebar.get("page_link")
    assert [link.proto.label for link in app.get("page_link")] == ["Back to the workshop"]
    assert screen(room, "Obi").sidebar.get("page_link")


def test_at_first_it_says_who_is_here_already(room: Room) -> None:
    assert "Here already: Marketing 2, Sales 2, Executives 2" in shown(screen(room, "Obi", PAGE))


def test_the_clause_stands_there_as_it_was_typed(room: Room) -> None:
    propose(room, term(HOSTILE, HOSTILE))
    put(room, HOSTILE, None)
    words = shown(screen(room, "Obi", PAGE))
    assert "&lt;b&gt;x&lt;/b&gt; **y** $z$ {{ w }} :smile:" in words
    assert "<b>x" not in words


@pytest.mark.parametrize("seal", Seal)
@pytest.mark.parametrize("viewer", ["Hana", "Sal", "Obi"])
def test_who_has_voted_is_counted_by_team_and_how_is_seen_by_nobody(
    room: Room, seal: Seal, viewer: str
) -> None:
    """Not even by those who may see it on their own screen, because they have voted."""
    propose(room, criterion())
    put(room, "Budget", seal)
    vote(room, "Hana", "Budget", Stance.DISAGREE, "SEALED")
    vote(room, "Sal", "Budget", Stance.DISAGREE, "SEALED")
    words = shown(screen(room, viewer, PAGE))
    assert words.count("1 of 2 voted") == 2
    assert words.count("0 of 2 voted") == 1
    assert "disagree" not in words
    assert "SEALED" not in words


def test_after_the_reveal_the_stances_and_what_is_missing_stand_there_in_words(room: Room) -> None:
    propose(room, criterion())
    clause_id = put(room, "Budget")
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE, "Eve": Stance.ABSTAIN})
    before = shown(screen(room, "Obi", PAGE))
    assert "Do you agree? Vote now" in before
    assert not {
        sign for sign in ("✓", "✕", "50%;", "sales 50%") if sign in before.replace("border-radius:50%;", "")
    }
    room.act(reveal_ballot, HOST, clause_id)
    words = shown(screen(room, "Obi", PAGE))
    assert "✓ 2 agree" in words
    assert "✕ 1 disagree" in words
    assert "In sales 50% agree; 75% are needed." in words


def test_a_ballot_that_is_closed_shows_that_all_agree(room: Room) -> None:
    propose(room, criterion())
    clause_id = put(room, "Budget")
    everybody_votes(room, "Budget")
    room.act(close_ballot, HOST, clause_id)
    words = shown(screen(room, "Obi", PAGE))
    assert "All three teams agree." in words
    assert "Agreed" in words


def test_the_timer_is_told_when_it_ends_and_counts_by_itself(room: Room) -> None:
    room.act(start_timer, HOST, 2)
    app = screen(room, "Obi", PAGE)
    (timer,) = [c for c in app.get("bidi_component") if OVER in str(c.proto)]
    assert "countdown.js" in str(timer.proto)
    ends_at = room.workshop().presenting.timer_ends_at
    assert ends_at is not None
    assert ends_at - room.clock() <= timedelta(minutes=2)


def test_a_facilitator_drives_it_from_their_own_device(room: Room) -> None:
    propose(room, criterion(), criterion("Need"))
    app = screen(room, "Hana", REMOTE)
    app.button(key="running.next").click().run()
    assert room.workshop().presenting.subject == clause(room, "Budget").id
    app.button(key="running.next").click().run()
    assert room.workshop().presenting.subject == clause(room, "Need").id
    assert app.button(key="running.next").disabled
    app.selectbox(key="running.clause").select(clause(room, "Budget").id).run()
    assert room.workshop().presenting.subject == clause(room, "Budget").id
    app.button(key="running.scene.NOTHING").click().run()
    assert room.workshop().presenting.scene is Scene.NOTHING


def test_a_facilitator_opens_reveals_and_closes_and_sees_who_has_not_voted(room: Room) -> None:
    propose(room, criterion())
    put(room, "Budget", None)
    app = screen(room, "Hana", REMOTE)
    app.button(key="running.open").click().run()
    round_ = clause(room, "Budget").round
    assert round_ is not None
    assert round_.seal is Seal.UNTIL_REVEAL
    for name in ("Hana", "Mark", "Sal", "Dee"):
        vote(room, name, "Budget")
    app.run()
    words = shown(app)
    assert "Not voted yet: 2" in words
    assert "Eve, Xan" in words
    assert "ballots" in app.code[0].value
    assert "Budget" in app.code[0].value
    app.button(key="running.reveal").click().run()
    app.button(key="running.close").click().run()
    assert clause(room, "Budget").round.closed_at is not None  # type: ignore[union-attr]
    assert not app.exception


def test_a_timer_is_started_and_stopped(room: Room) -> None:
    app = screen(room, "Hana", REMOTE)
    app.button(key="running.timer.3").click().run()
    ends_at = room.workshop().presenting.timer_ends_at
    assert ends_at is not None
    assert timedelta(minutes=2) < ends_at - room.clock() <= timedelta(minutes=3)
    app.button(key="running.timer.stop").click().run()
    assert room.workshop().presenting.timer_ends_at is None


def test_what_somebody_else_did_first_is_refused_in_words(room: Room) -> None:
    propose(room, criterion())
    app = screen(room, "Hana", REMOTE)
    put(room, "Budget", None)
    app.button(key="running.next").click().run()
    assert any("already" in error.value for error in app.error)


@pytest.mark.parametrize("name", ["Sal", "Dee", "Obi"])
def test_only_facilitators_run_the_room(room: Room, name: str) -> None:
    app = screen(room, name, REMOTE)
    assert "Only a facilitator" in "".join(warning.value for warning in app.warning)
    assert not [button for button in app.button if button.key and button.key.startswith("running.")]


def test_how_a_team_voted_is_not_shown_if_it_is_smaller_than_the_host_wants(room: Room) -> None:
    propose(room, criterion())
    clause_id = put(room, "Budget")
    everybody_votes(room, "Budget", {"Sal": Stance.DISAGREE})
    room.act(choose_smallest_group, HOST, 3)
    room.act(reveal_ballot, HOST, clause_id)
    words = shown(screen(room, "Obi", PAGE))
    assert words.count("2 of 2 voted; too few to show how") == 3
    assert "disagree" not in words
    assert "Sales do not agree yet." in words


def test_a_calibration_shows_who_is_done_and_after_the_reveal_where_the_teams_lean(room: Room) -> None:
    room.act(add_lead_set, HOST, LEADS)
    room.act(open_calibration, HOST, "Before", LEADS.lead_set, 7, DRAWN)
    calibration_id = next(iter(room.workshop().calibrations))
    for name, said in (("Mark", Judgement.QUALIFIED), ("Sal", Judgement.NOT)):
        for lead in range(len(DRAWN.leads)):
            judged = Judgement.QUALIFIED if lead == 0 else said
            room.act(judge_lead, person(room, name), calibration_id, lead, judged, "SEALED")
    app = screen(room, "Hana", REMOTE)
    app.button(key="running.calibration").click().run()
    words = shown(screen(room, "Obi", PAGE))
    assert words.count("1 of 2 done") == 2
    assert "lean" not in words
    app.button(key="running.judgements").click().run()
    words = shown(screen(room, "Obi", PAGE))
    assert "The teams lean the same way on 1 of 4 leads." in words
    assert "Budget: Yes, Role: Neither" in words
    assert "SEALED" not in words


def test_the_codes_on_the_projector_let_people_in_until_they_are_taken_off(room: Room) -> None:
    app = screen(room, "Hana", REMOTE)
    app.button(key="running.links").click().run()
    links = room_links(room.workshop(), room.clock())
    assert len(links) == 3
    token = links[Team.SALES].rpartition(".")[2]
    room.act(join_by_link, None, hashlib.sha256(token.encode()).hexdigest(), "Late")
    assert room.workshop().participants[person(room, "Late")].team is Team.SALES
    assert shown(screen(room, "Obi", PAGE)).count("data:image/svg") == 3
    app.button(key="running.links").click().run()
    assert room_links(room.workshop(), room.clock()) == {}
    assert "data:image/svg" not in shown(screen(room, "Obi", PAGE))
    app.button(key="running.links").click().run()
    assert set(room_links(room.workshop(), room.clock()).values()).isdisjoint(links.values())
