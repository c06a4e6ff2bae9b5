"""The bridge search: one pure function from what people judged and proposed to what could unite them."""

from __future__ import annotations

from definitions.bridge.candidates import Bridge, Candidate, Method, changes
from definitions.bridge.card import Card, verdicts
from definitions.bridge.climbing import PENALTY, climbed
from definitions.bridge.exact import exact
from definitions.bridge.frontier import frontiers
from definitions.bridge.leaning import Leaning, observed
from definitions.bridge.learned import learned
from definitions.bridge.population import Population, population
from definitions.bridge.recommending import evidence, recommended
from definitions.bridge.room import Limits, Room, limits_of
from definitions.bridge.starting import start_card
from definitions.bridge.tuning import tuned
from definitions.calibration.matching import matches


def find_bridge(room: Room, limits: Limits | None = None) -> Bridge:
    """The smallest changes of points, threshold and gates that raise the lowest team's agreement.

    ``limits``: the fewest and most points for an answer; by default those that somebody gave.
    Where nobody judged anything there are no candidates but the present and the start card.
    """
    allowed = limits or limits_of(room)
    start, people = start_card(room), population(room)
    votes, leaning = observed(room), learned(room, start, people)
    cards = {Method.PRESENT: room.present, Method.MEAN: start}
    if votes.teams:
        cards |= _searched(room, start, votes, people, leaning, allowed)
    found = tuple(
        _candidate(method, card, start, room, votes, people, leaning) for method, card in cards.items()
    )
    lines = frontiers(start, cards.values(), people, leaning, allowed) if votes.teams else ()
    return Bridge(start, found, lines, evidence(room), recommended(room, found))


def _searched(
    room: Room, start: Card, votes: Leaning, people: Population, leaning: Leaning, limits: Limits
) -> dict[Method, Card]:
    simple = tuned(start, room.answers, votes)
    near = tuned(room.present, room.answers, votes)
    whole = exact(start, room.answers, votes, limits)
    return {
        Method.NEAR: near,
        Method.THRESHOLD: simple,
        Method.EXACT: whole,
        Method.LEARNED: bridged((start, simple, whole), start, people, leaning, limits),
    }


def bridged(
    begins: tuple[Card, ...], start: Card, people: Population, leaning: Leaning, limits: Limits
) -> Card:
    """The best card that climbs from several others reach."""
    tops = [climbed(begin, start, people.leads, leaning, limits)[-1] for begin in dict.fromkeys(begins)]

    def value(card: Card) -> float:
        return float(leaning.value(verdicts(card, people.leads))) - PENALTY * card.distance(start)

    return max(tops, key=value)


def _candidate(
    method: Method, card: Card, start: Card, room: Room, votes: Leaning, people: Population, leaning: Leaning
) -> Candidate:
    qualified = verdicts(card, room.answers)
    return Candidate(
        method,
        card,
        expected=leaning.by_team(verdicts(card, people.leads), room.team_count),
        judged=votes.by_team(qualified, room.team_count),
        counts=matches(room.votes, room.teams, qualified, room.team_count),
        changes=changes(start, card),
        distance=card.distance(start),
    )
