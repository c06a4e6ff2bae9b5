"""What people say in secret until it is revealed: one entry a kind, for the test that looks for leaks.

A new kind of sealed text needs one more entry in ``SEALED`` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alignment.actions.ballots import cast_ballot, close_ballot, open_ballot, reveal_ballot
from alignment.actions.calibrations import judge_lead, open_calibration, reveal_calibration
from alignment.actions.clauses import propose_clause
from alignment.actions.leads import add_lead_set
from alignment.actions.own_words import ask_own_words, reveal_own_words, write_own_words
from alignment.judgements import Judgement
from alignment.stances import Seal, Stance
from data.room import Room
from definitions.own_words import Question
from tests.alignment.rooms import LEADS, criterion
from tests.alignment.stages import DRAWN
from tests.pages.rooms import HOST, clause, person

TELLER = "Sal"


@dataclass(frozen=True)
class Sealed:
    """One kind: how the room gets ready, what is said, how it is revealed; ``canary`` is what gives it away.

    No sign of Markdown may be in it: pages write those with a backslash.
    """

    name: str
    ready: Callable[[Room], object]
    say: Callable[[Room], object]
    reveal: Callable[[Room], object]
    canary: str


def _open(name: str, seal: Seal) -> Callable[[Room], object]:
    def ready(room: Room) -> None:
        room.act(propose_clause, person(room, "Mark"), criterion(name))
        room.act(open_ballot, HOST, clause(room, name).id, seal)

    return ready


def _disagree(name: str, reason: str) -> Callable[[Room], object]:
    def say(room: Room) -> None:
        room.act(cast_ballot, person(room, TELLER), clause(room, name).id, Stance.DISAGREE, reason)

    return say


def _ready_to_judge(room: Room) -> None:
    if LEADS.lead_set not in room.workshop().lead_sets:
        room.act(add_lead_set, HOST, LEADS)
    room.act(open_calibration, HOST, "Before", LEADS.lead_set, 7, DRAWN)


def _calibration(room: Room) -> str:
    return next(reversed(room.workshop().calibrations))


SEALED = (
    Sealed(
        "the reason of a ballot that is sealed until the reveal",
        _open("Heron", Seal.UNTIL_REVEAL),
        _disagree("Heron", "kestrel1f0c"),
        lambda room: room.act(reveal_ballot, HOST, clause(room, "Heron").id),
        "kestrel1f0c",
    ),
    Sealed(
        "the reason of a ballot that is sealed until one has voted",
        _open("Stork", Seal.UNTIL_VOTED),
        _disagree("Stork", "osprey77ab"),
        lambda room: room.act(close_ballot, HOST, clause(room, "Stork").id),
        "osprey77ab",
    ),
    Sealed(
        "a stance",
        _open("Crane", Seal.UNTIL_REVEAL),
        _disagree("Crane", "x"),
        lambda room: room.act(reveal_ballot, HOST, clause(room, "Crane").id),
        f"{TELLER}: disagree",
    ),
    Sealed(
        "own words",
        lambda room: room.act(ask_own_words, HOST, [Question(id="q", term="Plover", text="What is it?")]),
        lambda room: room.act(write_own_words, person(room, TELLER), "q", "merlinc93e"),
        lambda room: room.act(reveal_own_words, HOST),
        "merlinc93e",
    ),
    Sealed(
        "the reason of a judgement",
        _ready_to_judge,
        lambda room: room.act(
            judge_lead, person(room, TELLER), _calibration(room), 0, Judgement.NOT, "falcon5d21"
        ),
        lambda room: room.act(reveal_calibration, HOST, _calibration(room)),
        "falcon5d21",
    ),
)
