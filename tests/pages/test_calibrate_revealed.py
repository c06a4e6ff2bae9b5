"""Calibrate: what stays hidden until the reveal, and what the reveal shows."""

from __future__ import annotations

import pytest

from alignment.actions.calibrations import propose_points, reveal_calibration
from data.access import Identity
from data.room import Room
from data.starter import classic_scorecard
from tests.pages.calibrations import (
    CARD,
    NO,
    PAGE,
    SECRET,
    YES,
    choice,
    judge,
    latest,
    opened,
    revealed,
    with_leads,
)
from tests.pages.rooms import HOST, keys, person, propose, screen, shown, words

pytestmark = pytest.mark.usefixtures("quick_clicks")


@pytest.mark.parametrize("name", ["Hana", "Dee", "Eve", "Obi"])
def test_before_the_reveal_nobody_elses_judgement_is_on_anybodys_page(room: Room, name: str) -> None:
    judge(opened(room), "Sal", [YES, NO], SECRET)
    room.act(propose_points, person(room, "Sal"), latest(room).id, CARD)
    app = screen(room, name, PAGE)
    sent = "".join(str(element.proto) for element in (*app.main, *app.sidebar) if hasattr(element, "proto"))
    assert SECRET not in f"{words(app)}{sent}"
    assert ":green-badge[:material/check: Qualified]" not in shown(app)


def test_points_of_ones_own_are_kept_and_sealed(room: Room) -> None:
    app = screen(opened(room), "Sal", PAGE)
    app.session_state["calibrate.points"] = True
    app.run()
    key = f"calibrate.points.{room.id}.{person(room, 'Sal')}.{latest(room).id}"
    app.number_input(key=f"{key}.0.0").set_value(9)
    app.selectbox(key=f"{key}.0.gate").set_value(0)
    app.number_input(key=f"{key}.threshold").set_value(8)
    app.button(key=f"{key}.keep").click().run()
    card = latest(room).cards[person(room, "Sal")]
    assert (card.points, card.threshold, card.gates) == (((9, 0), (2, 1, 0)), 8, (0, -1))
    app.button(key=f"{key}.keep").click().run()
    assert any("proposed already" in error.value for error in app.error)


def test_teams_see_how_many_are_done_and_only_the_facilitator_who(room: Room) -> None:
    judge(opened(room), "Sal", [YES] * 8)
    assert "Sales: 1 of 2 have finished" in shown(screen(room, "Eve", PAGE))
    assert "✓ Sal" not in shown(screen(room, "Eve", PAGE))
    host = screen(room, "Hana", PAGE)
    assert "✓ Sal" in shown(host)
    host.session_state["calibrate.reminder"] = True
    host.run()
    assert host.code[0].value.startswith("To Hana, Mark, Dee, Eve, Xan:")
    assert host.code[0].value.endswith("/calibrate")


def test_an_observer_is_told_that_the_teams_judge_and_sees_no_form(room: Room) -> None:
    app = screen(opened(room), "Obi", PAGE)
    assert "judge leads on their own now" in words(app)
    assert not [key for key in keys(app) if key.startswith("calibrate")]


def test_two_people_in_one_browser_never_see_each_others_reasons(room: Room) -> None:
    app = screen(opened(room), "Sal", PAGE)
    app.text_area(key=choice(room, "Sal", 0, "reason")).set_value("Mine.").run()
    app.session_state["identity"] = Identity(room.id, person(room, "Dee"))
    app.run()
    assert app.text_area(key=choice(room, "Dee", 0, "reason")).value == ""


def test_the_reveal_is_asked_once_and_shows_everybody_the_result(room: Room) -> None:
    judge(opened(room), "Sal", [YES] * 8, SECRET)
    app = screen(room, "Hana", PAGE)
    assert "calibrate.reveal.sure" not in keys(app)
    app.session_state["calibrate.reveal"] = True
    app.run()
    assert "5 of 6 have not judged every lead." in words(app)
    app.button(key="calibrate.reveal.sure").click().run()
    assert not latest(room).open
    assert SECRET in shown(screen(room, "Obi", PAGE))


def test_a_reveal_that_came_from_elsewhere_first_is_refused_in_words(room: Room) -> None:
    app = screen(opened(room), "Hana", PAGE)
    app.session_state["calibrate.reveal"] = True
    app.run()
    room.act(reveal_calibration, HOST, latest(room).id)
    app.button(key="calibrate.reveal.sure").click().run()
    assert not app.exception
    assert "Nobody had judged a lead" in words(app)


def test_the_result_is_one_number_with_its_meaning_and_the_leads_in_dispute_first(room: Room) -> None:
    propose(room, *classic_scorecard())
    app = screen(revealed(room), "Eve", PAGE)
    assert app.metric[0].value == "0.32"
    assert "each has a definition of their own" in words(app)
    assert "With other leads of this kind" in words(app)
    assert "On 3 of 8 leads teams lean to different sides." in words(app)
    first = next(m.value for m in app.markdown if m.value.startswith("**Lead"))
    assert first.startswith(("**Lead 4**", "**Lead 5**", "**Lead 6**"))
    assert "Sal: not qualified" in shown(app)
    assert "one card: thresholds from 7 to 7" in words(app).lower()


def test_what_tells_the_teams_apart_is_said_in_words(room: Room) -> None:
    app = screen(revealed(room), "Eve", PAGE)
    assert "Budget “None” raises marketing’s yes by 56 percentage points more than sales’" in words(app)


def test_with_too_few_judgements_the_page_says_so(room: Room) -> None:
    judge(opened(room), "Sal", [YES])
    room.act(reveal_calibration, HOST, latest(room).id)
    app = screen(room, "Eve", PAGE)
    assert "Not enough data: no lead was judged by two people" in words(app)
    assert "**Not enough data.**" in words(app)
    assert app.metric[0].value == "–"


def test_another_round_can_be_opened_and_the_earlier_one_stays_readable(room: Room) -> None:
    with_leads(room)
    app = screen(revealed(room), "Hana", PAGE)
    app.button(key="calibrate.opening.go").click().run()
    assert (latest(room).name, latest(room).open) == ("Round 2", True)
    app.session_state[f"calibrate.earlier.{next(iter(room.workshop().calibrations))}"] = True
    app.run()
    assert "Leads to talk about" in [each.value for each in app.subheader]


def test_two_revealed_rounds_are_compared_here_and_on_home(room: Room) -> None:
    with_leads(room)
    revealed(room)
    assert "Agreement between people began at 0.32" in words(screen(room, "Eve"))
    opened(room, name="After")
    for name in ("Hana", "Mark", "Sal", "Dee"):
        judge(room, name, [YES, YES, YES, NO, NO, NO, YES, NO])
    room.act(reveal_calibration, HOST, latest(room).id)
    for app in (screen(room, "Eve"), screen(room, "Eve", PAGE)):
        assert "Agreement between people rose from 0.32 to 1.00" in words(app)
