"""A process that votes and says so, until it is killed: ``python voting_child.py URL WORKSHOP RUN``."""

from __future__ import annotations

import sys
from itertools import count

from alignment.actions.ballots import cast_ballot
from alignment.stances import Stance
from data.ledger import Ledger
from data.rooms import Rooms

url, workshop_id, run = sys.argv[1:]
room = Rooms(Ledger(url)).enter(workshop_id)
assert room is not None
clauses, people = list(room.workshop().clauses), [person.id for person in room.workshop().voters()]
for number in count():
    clause_id, person = clauses[number % len(clauses)], people[number % len(people)]
    room.act(cast_ballot, person, clause_id, Stance.AGREE, f"{run}.{number}")
    print(f"{run}.{number}", flush=True)
