"""A calibration on the projector: who is done, and after the reveal where the teams lean apart."""

from __future__ import annotations

import numpy as np
import streamlit as st

from alignment.calibrations import Calibration
from alignment.finishing import finished_by_team
from alignment.judging import judgements
from alignment.people import VOTING_TEAMS
from alignment.workshop import Workshop
from definitions.calibration.disputes import Dispute, disputes
from definitions.calibration.votes import Tally, tally
from definitions.drawn_leads import DrawnLeads
from definitions.profiles import NOT_ANSWERED
from pages.decide.large import LEAST, show_large, show_progress
from pages.shared.session import Here

MOST = 3


def show_calibration(found: Here, calibration: Calibration) -> None:
    """How many of each team have judged everything; once revealed, the leads that the teams dispute most."""
    show_large(calibration.name, LEAST, 600)
    judged = judgements(found.workshop, calibration)
    if judged is None:
        show_large("Judge the leads, each on your own screen")
        st.space("small")
        show_progress(finished_by_team(found.workshop, calibration), "done")
        return
    counted = tally(judged.votes, judged.teams, len(VOTING_TEAMS))
    ranked = disputes(counted)
    alike = sum(_one_way(dispute) for dispute in ranked)
    show_large(f"The teams lean the same way on {alike} of {len(ranked)} leads.")
    st.space("small")
    for dispute in [each for each in ranked if not _one_way(each)][:MOST]:
        show_large(_answers(calibration.drawn, dispute.lead), LEAST, 600)
        show_large(_said(found.workshop, counted, dispute.lead), LEAST)


def _one_way(dispute: Dispute) -> bool:
    """Whether no two teams lean to different sides."""
    leaning = np.array([share for share in dispute.leaning if not np.isnan(share)])
    return bool((leaning > 0.5).all() or (leaning < 0.5).all())


def _answers(drawn: DrawnLeads, lead: int) -> str:
    """A lead's answers as people know them."""
    answers = drawn.leads[lead].answers
    said = [
        f"{criterion}: {labels[answer]}"
        for criterion, labels, answer in zip(drawn.criteria, drawn.labels, answers, strict=True)
        if answer != NOT_ANSWERED
    ]
    return ", ".join(said)


def _said(workshop: Workshop, counted: Tally, lead: int) -> str:
    """How many of each team call a lead qualified, but of teams too small to be shown alone."""
    numbers = zip(VOTING_TEAMS, counted.yes[:, lead], counted.judged[:, lead], strict=True)
    said = [
        f"{team.value.capitalize()}: {yes} of {of} say qualified"
        for team, yes, of in numbers
        if of and len(workshop.voters(team)) >= workshop.smallest_group
    ]
    return ", ".join(said)
