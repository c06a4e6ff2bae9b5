"""The search behind the bridge page: done once for everybody, and again when the scorecard changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import streamlit as st

from alignment.bridging import room_of
from alignment.calibrations import Calibration
from alignment.people import VOTING_TEAMS, Team
from alignment.present import Present, present
from alignment.workshop import Workshop
from definitions.bridge.candidates import Bridge, Candidate, Frontier, Method
from definitions.bridge.room import Room
from definitions.bridge.scorecards import answers_of, scorecard_of
from definitions.bridge.search import find_bridge
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from pages.shared.lead_sets import profiles_of

PAIRS = ((Team.SALES, Team.MARKETING), (Team.SALES, Team.EXECUTIVES), (Team.EXECUTIVES, Team.MARKETING))
"""Which two teams the frontier shows, across and up; the first pair of which both were heard."""


@dataclass(frozen=True, eq=False)
class Searched:
    """What was found, on which scorecard; ``profiles``: the calibration's leads, or why they are lacking."""

    calibration: Calibration
    present: Present
    profiles: Profiles | str
    bridge: Bridge

    @property
    def compromises(self) -> tuple[Candidate, ...]:
        """The best other cards, the recommended one first, then the smallest change first.

        Those that leave the lowest team worse off than the present scorecard are not among them.
        """
        now = self.bridge.candidate(Method.PRESENT)
        wanted = self.bridge.recommendation.candidate
        better = [each for each in self.bridge.candidates if each.lowest > now.lowest]
        different = {each.card: each for each in reversed(better) if each.card != now.card}
        start = now.card
        order = sorted(different.values(), key=lambda each: each.card.distance(start))
        return tuple(sorted(order, key=lambda each: wanted is None or each.card != wanted.card))

    def scorecard(self, candidate: Candidate) -> Scorecard:
        """The present scorecard with a candidate's points, threshold and gates."""
        return scorecard_of(candidate.card, self.present.scorecard)


def revealed(workshop: Workshop) -> tuple[Calibration, ...]:
    """The calibrations everybody may see, the latest first."""
    return tuple(c for c in reversed(workshop.calibrations.values()) if not c.open)


def search(workshop: Workshop, calibration: Calibration) -> Searched | None:
    """The bridge between what the teams judged; ``None`` without a criterion or while it is sealed."""
    on_the_table, room = present(workshop), room_of(workshop, calibration)
    if on_the_table is None or room is None:
        return None
    profiles = profiles_of(calibration.lead_set, on_the_table.scorecard.criteria)
    pool = "" if isinstance(profiles, str) else calibration.lead_set
    key = _key(room, pool, on_the_table.scorecard)
    return Searched(calibration, on_the_table, profiles, _found(key, room, profiles, on_the_table.scorecard))


def pair(bridge: Bridge) -> tuple[Frontier, Team, Team] | None:
    """The frontier to show, with the team across and the team up; ``None`` if only one team judged."""
    found = {frozenset((f.first_team, f.second_team)): f for f in bridge.frontiers}
    for across, up in PAIRS:
        frontier = found.get(frozenset((VOTING_TEAMS.index(across), VOTING_TEAMS.index(up))))
        if frontier is not None:
            return frontier, across, up
    return None


def expected(agreements: tuple[float, ...], team: Team) -> float:
    """A team's part of agreements by team; nan for a team that judged nothing."""
    place = VOTING_TEAMS.index(team)
    return agreements[place] if place < len(agreements) else float("nan")


@st.cache_resource(max_entries=64, show_spinner="Looking for the smallest change that unites the teams …")
def _found(key: str, _room: Room, _profiles: Profiles | str, _scorecard: Scorecard) -> Bridge:
    if isinstance(_profiles, str) or not _profiles.leads.sum():
        return find_bridge(_room)
    pool = answers_of(_profiles, _scorecard)
    return find_bridge(replace(_room, pool=pool, weights=_profiles.leads.astype(float)))


def _key(room: Room, pool: str, scorecard: Scorecard) -> str:
    """Tells apart what a search depends on: votes, teams, cards, leads and their criteria."""
    questions = [(criterion.name, criterion.labels) for criterion in scorecard.criteria]
    parts = [repr((room.present, pool, questions)).encode(), room.answers.tobytes(), room.votes.tobytes()]
    parts += [room.teams.tobytes()]
    if room.proposals is not None:
        own = room.proposals
        parts += [own.points.tobytes(), own.thresholds.tobytes(), own.gates.tobytes()]
    return hashlib.sha256(b"|".join(parts)).hexdigest()
