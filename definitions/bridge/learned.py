"""The learned leaning: what each team would say of leads it has not judged, from few judgements and cards.

A logistic model of each person of a team, fitted for one team at a time:

    log-odds of yes = slope x margin of the person's card + shift of the team + shift of the person
                      + the team's correction for each answer that the lead gave

The margin is a lead's points above the threshold on the person's own card, shrunk half to the mean of the
team's cards, in units of what leads differ by on the start card. Whoever proposed no card has the team's
mean, a team without cards the start card. Slopes, shifts and corrections have normal priors; unsure counts
as half a yes; a lead that fails a gate which the person named is a no. The priors were set on simulated
rooms; halving or doubling any of them moved the result there by less than half a point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.card import NO_GATE, Card, failing, places, totals
from definitions.bridge.leaning import Leaning, heard
from definitions.bridge.logistic import Prior, chance, most_likely
from definitions.bridge.population import Population
from definitions.bridge.room import Room
from definitions.bridge.starting import means
from definitions.profiles import Decimals, Integers

SHRINK = 0.5
SLOPE, SLOPE_SPREAD = 2.0, 1.0
"""The prior's middle and standard deviation."""
TEAM_SPREAD, PERSON_SPREAD, ANSWER_SPREAD = 1.0, 0.5, 0.4
"""Standard deviations of the priors of shifts and corrections, in log-odds; their middle is 0."""
GATED = 0.03
"""The chance of a yes for a lead that fails a gate which the person named."""


@dataclass(frozen=True, eq=False)
class Cards:
    """Cards to measure margins by, one a person: ``points`` people x answers, ``thresholds``, ``gates``."""

    points: Decimals
    thresholds: Decimals
    gates: Integers

    def margins(self, placed: Integers) -> Decimals:
        """Points above the threshold, people x leads."""
        return totals(self.points, placed) - self.thresholds[:, None]


def learned(room: Room, start: Card, population: Population) -> Leaning:
    """How far each team that judged anything is expected to lean on leads of that population."""
    teams, leads = heard(room), population.leads
    cards = shrunk(room, start)
    yes = np.array([_team_chances(room, start, cards, team, leads) for team in teams])
    yes = yes.reshape(len(teams), len(leads))
    return Leaning(yes * population.shares, (1 - yes) * population.shares, teams)


def shrunk(room: Room, start: Card) -> Cards:
    """Each person's card, half-way to the mean of their team's; what somebody left out is the team's mean."""
    people, own = len(room.teams), room.proposals
    if own is None:
        points = np.tile(start.flat.astype(float), (people, 1))
        gates = np.full((people, len(start.sizes)), NO_GATE)
        return Cards(points, np.full(people, float(start.threshold)), gates)
    numbers = np.column_stack([own.points, own.thresholds])
    otherwise = np.array([*start.flat, start.threshold], dtype=float)
    for team in set(room.teams.tolist()):
        members = room.teams == team
        mean = means(numbers[members], otherwise)
        theirs = np.where(np.isfinite(numbers[members]), numbers[members], mean)
        numbers[members] = mean + SHRINK * (theirs - mean)
    return Cards(numbers[:, :-1], numbers[:, -1], own.gates)


def _team_chances(room: Room, start: Card, cards: Cards, team: int, leads: Integers) -> Decimals:
    """The chance that a member of the team says yes, the mean of its members; one number a lead."""
    members = np.flatnonzero(room.teams == team)
    chosen = Cards(cards.points[members], cards.thresholds[members], cards.gates[members])
    unit = max(float(totals(start.flat, places(leads, start.sizes)).std()), 1.0)
    known = _features(chosen, room.answers, start.sizes, unit)
    votes = room.votes[members]
    used = np.isfinite(votes) & ~failing(room.answers, chosen.gates)
    fitted = most_likely(known[used], votes[used], _prior(len(members), sum(start.sizes)))
    chances = chance(_features(chosen, leads, start.sizes, unit) @ fitted)
    return np.asarray(np.where(failing(leads, chosen.gates), GATED, chances).mean(axis=0))


def _features(cards: Cards, leads: Integers, sizes: tuple[int, ...], unit: float) -> Decimals:
    """People x leads x parameters: margin, one for the team, who it is, which answers the lead gave."""
    people, answers = cards.points.shape
    placed = places(leads, sizes)
    given = np.zeros((len(leads), answers + 1))
    np.put_along_axis(given, placed, 1.0, axis=1)
    features = np.zeros((people, len(leads), 2 + people + answers))
    features[:, :, 0] = cards.margins(placed) / unit
    features[:, :, 1] = 1
    features[np.arange(people), :, 2 + np.arange(people)] = 1
    features[:, :, 2 + people :] = given[:, :answers]
    return features


def _prior(people: int, answers: int) -> Prior:
    """One entry a parameter, in the order of the features."""
    spreads = [SLOPE_SPREAD, TEAM_SPREAD, *[PERSON_SPREAD] * people, *[ANSWER_SPREAD] * answers]
    middle = np.zeros(len(spreads))
    middle[0] = SLOPE
    return Prior(middle, 1 / np.square(spreads))
