"""Whatever people type, the bridge and the disputes page show it as text."""

from __future__ import annotations

import re
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.calibrations import judge_lead, open_calibration, reveal_calibration
from alignment.actions.leads import add_lead_set
from alignment.judgements import Judgement
from alignment.present import present_scorecard
from data.access import Identity
from definitions.drawn_leads import DrawnLead, DrawnLeads
from tests.alignment.rooms import LEADS
from tests.pages.hostile import HOST, TEXTS, Hostile, drafting
from tests.pages.rooms import FRAME, shown


def calibrated(text: str) -> Hostile:
    """All leads there can be are judged: marketing wants all, sales and executives those with two yes."""
    made = drafting(text)
    scorecard = present_scorecard(made.room.workshop())
    assert scorecard is not None
    every = list(product((0, 1), repeat=len(scorecard.criteria)))
    drawn = DrawnLeads(
        criteria=tuple(criterion.name for criterion in scorecard.criteria),
        labels=tuple(criterion.labels for criterion in scorecard.criteria),
        leads=tuple(DrawnLead(answers=answers) for answers in every),
    )
    made.room.act(add_lead_set, HOST, LEADS)
    made.room.act(open_calibration, HOST, made.short("calibration"), LEADS.lead_set, 7, drawn)
    (calibration,) = made.room.workshop().calibrations
    for name in ("host", "sales", "executives"):
        for lead, answers in enumerate(every):
            wants = name == "host" or sum(answers) < 2
            said = Judgement.QUALIFIED if wants else Judgement.NOT
            made.room.act(judge_lead, made.id_of(name), calibration, lead, said)
    made.room.act(reveal_calibration, HOST, calibration)
    return made


def opened(made: Hostile, page: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=20)
    app.session_state["identity"] = Identity(made.room.id, made.id_of("sales"))
    app.run()
    app.switch_page(page).run()
    assert not app.exception, app.exception[0]
    return app


@pytest.mark.parametrize("kind", TEXTS)
def test_both_pages_of_a_workshop_full_of_it_open(kind: str) -> None:
    made = calibrated(TEXTS[kind])
    bridge = shown(opened(made, "pages/decide/bridge.py"))
    assert "Now**" in bridge
    assert "judged leads" in shown(opened(made, "pages/decide/decisions.py"))


@pytest.mark.parametrize("page", ["pages/decide/bridge.py", "pages/decide/decisions.py"])
def test_names_of_criteria_and_of_the_calibration_are_no_signs(page: str) -> None:
    app = opened(calibrated("**b** <i>x</i> :smile: [l](https://a.example)"), page)
    for element in (*app.main.markdown, *app.main.caption, *app.main.info):
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", element.value)
        assert not re.search(r"\*\*b\*\*|<i>|:smile:|\]\(http", bare), element.value
