"""The server itself is killed in the middle of voting, and comes back with everything it acknowledged."""

from __future__ import annotations

import json
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from websockets.exceptions import ConnectionClosed

from alignment.facts import BallotCast
from benchmarks.rooms import Story
from benchmarks.streamlit_client import Session
from benchmarks.visits import vote_on_next
from data.access import COOKIE_NAME, Identity, seal_cookie
from data.room import Room
from data.rooms import rooms
from data.verification import verify_all
from tests.e2e.server import Server

VOTERS, ENOUGH = 4, 3


@pytest.fixture
def room(server: Server) -> Room:
    """A workshop of many open ballots in which nobody has voted."""
    story = Story(VOTERS, 0, rooms().clock())
    return rooms().keep(story.rehearsal.workshop.id, story.rehearsal.entries)


class Voter:
    """Somebody who votes on one clause after another, until the server is gone."""

    def __init__(self, url: str, identity: Identity) -> None:
        """Not voting yet."""
        self.id, self.votes = identity.participant_id, 0
        self.has_voted_enough = Event()
        self._url, self._cookie = url, f"{COOKIE_NAME}={seal_cookie((identity,))}"

    def vote(self) -> None:
        """Count the votes whose run ended before the server did."""
        try:
            with Session.connect(self._url, self._cookie) as session:
                for _ in vote_on_next(session, session.open("ballots")):
                    self.votes += 1
                    if self.votes == ENOUGH:
                        self.has_voted_enough.set()
        except ConnectionClosed:
            return
        finally:
            self.has_voted_enough.set()


def voting_until_killed(server: Server, room: Room) -> dict[str, int]:
    """How many votes of each person were acknowledged before the server was killed while all were voting."""
    voters = [Voter(server.url, Identity(room.id, person.id)) for person in room.workshop().voters()]
    with ThreadPoolExecutor(len(voters)) as at_once:
        voting = [at_once.submit(voter.vote) for voter in voters]
        for voter in voters:
            voter.has_voted_enough.wait(60)
        server.kill()
        for ended in voting:
            ended.result()
    assert all(voter.votes >= ENOUGH for voter in voters)
    return {voter.id: voter.votes for voter in voters}


def kept(room: Room) -> Counter[str]:
    """How many ballots of each person the record holds, none of them twice."""
    cast = [entry for entry in room.record() if isinstance(entry.fact, BallotCast)]
    assert max(Counter((entry.actor, entry.fact.clause_id) for entry in cast).values()) == 1
    return Counter(entry.actor for entry in cast)


def test_a_server_that_is_killed_in_mid_voting_starts_again_with_every_acknowledged_ballot(
    server: Server, room: Room
) -> None:
    before: Counter[str] = Counter()
    for _ in range(2):
        acknowledged = voting_until_killed(server, room)
        server.start()
        with urllib.request.urlopen(f"{server.url}/health", timeout=10) as answer:
            assert json.load(answer)["status"] == "ok"
        assert [verified.damage for verified in verify_all(rooms().ledger)] == [None]
        room.workshop()
        after = kept(room)
        for person, votes in acknowledged.items():
            assert before[person] + votes <= after[person] <= before[person] + votes + 1
        before = after
