"""The result of a ballot by team: how many voted while it is sealed, then who voted how, what is missing."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from alignment.agreement import Result, TeamResult
from alignment.clauses import Clause
from alignment.rounds import Round
from alignment.standing import beyond_voting, result, sees_result
from alignment.workshop import Phase, Workshop
from definitions.phrases import counted, listed
from pages.shared import session, tallies
from pages.shared.countdown import show_countdown
from pages.shared.movements import show_movement
from pages.shared.session import Here
from pages.shared.times import moment

SOON = timedelta(hours=1)
"""A ballot that closes so soon is one of a live meeting: its time runs on the screen."""
INDEX = (
    "The index is the geometric mean of the teams\u2019 shares, each drawn a little towards a half because "
    "few people vote. It is low as soon as one team stands apart; a plain majority forgets the teams. In a "
    "small team the split shows who voted how: the host chooses the smallest group that is shown on its own."
)


def show_result(found: Here, clause: Clause, *, names: bool = False) -> None:
    """By team: how many have voted while it is sealed, then who voted how and what agreement lacks."""
    round_ = clause.round
    if round_ is None:
        return
    tallied = result(found.workshop, round_)
    if not sees_result(round_, found.me, found.now):
        tallies.show_turnout(tallied)
        st.caption(f"{quorum(tallied)} {_sealed(found, round_)} {_until(found, clause)}")
        _show_time_left(found, clause, round_)
        return
    tallies.show_votes(found.workshop, round_, tallied, names=names)
    if tallied.met:
        st.markdown(":material/check_circle: All three teams agree.")
    else:
        st.markdown(f":material/pending: {missing(found.workshop, tallied)}")
    show_movement(found, clause)
    if tallied.majority == tallied.majority:  # not nan: somebody took a position
        st.caption(f"{agreement(tallied)} {_until(found, clause)}", help=INDEX)
    else:
        st.caption(_until(found, clause))
    _show_time_left(found, clause, round_)


def agreement(tallied: Result) -> str:
    """The index that no team can be outvoted in, beside the plain majority."""
    return (
        f"Agreement index {tallied.index:.0%}, plain majority {tallied.majority:.0%}: "
        "in the index each team weighs the same, so none is outvoted."
    )


def quorum(tallied: Result) -> str:
    """How many votes the quorum still lacks, in words."""
    lacking = [
        f"{counted(team.needed, 'more vote')} from {team.team.value}" for team in tallied.teams if team.needed
    ]
    return f"The quorum needs {listed(lacking)}." if lacking else "Every team has its quorum."


def missing(workshop: Workshop, tallied: Result) -> str:
    """What agreement lacks, in words; of a group too small to be shown alone only that it lacks something."""
    return " ".join(_lack(workshop, team) for team in tallied.teams if team.missing is not None)


def _lack(workshop: Workshop, team: TeamResult) -> str:
    if tallies.shown_alone(workshop, team) or team.needed or team.voters == 0:
        return team.missing or ""
    return f"{team.team.value.capitalize()} do not agree yet."


def _sealed(found: Here, round_: Round) -> str:
    if round_.seal.opens_by_voting and not found.me.votes:
        return "How people voted is sealed until everybody has voted."
    return f"How people voted is sealed {round_.seal.value}."


def _until(found: Here, clause: Clause) -> str:
    round_ = clause.round
    if round_ is None or not _open(found, clause):
        return "Voting has ended."
    return f"Voting is open until {moment(round_.closes_at, session.time_zone())}."


def _open(found: Here, clause: Clause) -> bool:
    """Whether votes may be cast; on what is frozen, in force, carried over or ruled nobody votes."""
    drafted = found.workshop.phase is Phase.DRAFTING and not beyond_voting(clause)
    return drafted and clause.round is not None and clause.round.open(found.now)


def _show_time_left(found: Here, clause: Clause, round_: Round) -> None:
    """The time left, running, once it is short."""
    if _open(found, clause) and round_.closes_at - found.now <= SOON:
        show_countdown(round_.closes_at, found.now, size="1.25rem", key=f"countdown.{clause.id}")
