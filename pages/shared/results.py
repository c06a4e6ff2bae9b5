"""The result of a ballot by team: how many voted while it is sealed, then who voted how, what is missing."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause, Round
from alignment.standing import result, sees_result
from pages.shared import session, tallies
from pages.shared.session import Here
from pages.shared.times import moment


def show_result(found: Here, clause: Clause, *, names: bool = False) -> None:
    """By team: how many have voted while it is sealed, then who voted how and what agreement lacks."""
    round_ = clause.round
    if round_ is None:
        return
    counted = result(found.workshop, round_)
    if not sees_result(round_, found.me, found.now):
        tallies.show_turnout(counted)
        st.caption(f"{_sealed(found, round_)} {_until(found, round_)}")
        return
    tallies.show_votes(found.workshop, round_, counted, names=names)
    if counted.met:
        st.markdown(":material/check_circle: All three teams agree.")
    else:
        st.markdown(f":material/pending: {' '.join(counted.missing)}")
    st.caption(_until(found, round_))


def _sealed(found: Here, round_: Round) -> str:
    if round_.seal.opens_by_voting and not found.me.votes:
        return "How people voted is sealed until everybody has voted."
    return f"How people voted is sealed {round_.seal.value}."


def _until(found: Here, round_: Round) -> str:
    if not round_.open(found.now):
        return "Voting has ended."
    return f"Voting is open until {moment(round_.closes_at, session.time_zone())}."
