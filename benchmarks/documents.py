"""How long each form of a definition takes, and its preview while drafting: 20 criteria, 60 terms, evidence.

A form is timed from the signed document to its bytes. The preview is the running app's page "Sign off" with
every clause settled, 40 people and 5,000 facts: from sending a rerun's message to ``script_finished``, over a
websocket on loopback.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from alignment.actions.ballots import cast_ballot, open_all_ballots
from alignment.actions.clauses import propose_all
from alignment.actions.golden_leads import keep_golden_lead
from alignment.actions.leads import add_lead_set
from alignment.readiness import likely_signatories, preview
from alignment.stances import Stance
from benchmarks import stages
from benchmarks.pages import kept_in
from benchmarks.rooms import Story
from benchmarks.running import app
from benchmarks.streamlit_client import Session
from benchmarks.telling import json_option, tell
from benchmarks.timing import took_ms
from data.adding_leads import add_sample
from data.profiles import profiles
from data.publishing.comparison import comparison
from data.publishing.forms import FORMS
from data.room import Room
from data.rooms import rooms
from data.settings import settings
from definitions.document import SignedDocument, scorecard, sign
from definitions.evidence import measured
from definitions.glossary import Relation, RelationKind, Term
from definitions.scorecard import Verdict

FORM_S, PREVIEW_MS = 1.0, 100.0
TERMS = 60
WARM_UP = 3


@dataclass(frozen=True)
class Measured:
    """What was made, how long it takes at the median and at the worst (milliseconds), its size in bytes."""

    what: str
    times: int
    median_ms: float
    worst_ms: float
    size: int
    ok: bool


@click.command()
@click.option("--times", default=20, show_default=True, help="How often each is made.")
@json_option
def main(times: int, as_json: bool) -> None:
    """Measure every form, and the preview in the running app."""
    with TemporaryDirectory() as place, kept_in(Path(place)):
        room = drafted()
        signed = as_signed(room)
        found = [*_forms(signed, times), _preview(room, Path(place), times)]
    targets = {"form_ms": FORM_S * 1000, "preview_ms": PREVIEW_MS}
    numbers = {"target": targets, "measured": [asdict(one) for one in found]}
    tell(numbers, "\n".join(_lines(found)), as_json)
    raise SystemExit(0 if all(one.ok for one in found) else 1)


def drafted() -> Room:
    """A workshop in which 20 criteria, 60 terms, threshold and handoff are agreed, with sample leads."""
    story = Story(40, 4_950, rooms().clock())
    workshop = story.rehearsal.workshop
    have = sum(clause.kind == "term" for clause in workshop.clauses.values())
    story.act(propose_all, stages.HOST, [_term(number) for number in range(have + 1, TERMS + 1)])
    story.act(open_all_ballots, stages.HOST)
    for clause_id in story.rehearsal.workshop.clauses:
        for voter in story.rehearsal.workshop.voters():
            story.act(cast_ballot, voter.id, clause_id, Stance.AGREE, "As it stands now.")
    story.act(add_lead_set, stages.HOST, add_sample(settings().leads))
    story.act(keep_golden_lead, stages.HOST, "Plant manager", {"Budget": "Ready"}, Verdict.NOT_QUALIFIED)
    return stages.kept(rooms(), story)


def _term(number: int) -> Term:
    """A term with all that a term can have, which speaks of others."""
    return Term(
        name=f"Term {number}",
        definition=f"What comes after Term {number - 1} and before Term {number % TERMS + 1}, to be exact.",
        synonyms=(f"word {number}",),
        owner="Marketing",
        examples=("A plant manager asks for a quotation.",),
        relations=(Relation(kind=RelationKind.BEFORE, to=f"Term {number - 1}"),),
    )


def as_signed(room: Room) -> SignedDocument:
    """The definition as it would be frozen now, with its evidence."""
    workshop = room.workshop()
    text = preview(workshop, likely_signatories(workshop), room.clock())
    lead_set = workshop.lead_set_in_use
    if text is None or lead_set is None:
        raise RuntimeError("the draft is not settled")
    card = scorecard(text)
    counted = profiles(settings().leads, lead_set, card.criteria)
    found = measured(workshop.lead_sets[lead_set].fact.name, lead_set, counted, card)
    if found is None or not text.examples:
        raise RuntimeError("the draft has no evidence or no example")
    return sign(text.model_copy(update={"evidence": found.evidence}), (), room.clock())


def _forms(signed: SignedDocument, times: int) -> Iterator[Measured]:
    for form in FORMS:
        yield _timed(form.ending, lambda make=form.make: make(signed), times)
    yield _timed("what changed", lambda: comparison(signed, signed), times)


def _timed(what: str, make: Callable[[], bytes], times: int) -> Measured:
    made = make()
    return _summed(what, took_ms(make, times), len(made), FORM_S * 1000)


def _preview(room: Room, folder: Path, times: int) -> Measured:
    """The page with the preview, in the running app."""
    with app(folder) as url, Session.connect(url, stages.cookies(room)[0]) as session:
        shown = session.open("sign-off")
        if shown.errors or "Term 60" not in shown.text or "Evidence" not in shown.text:
            raise RuntimeError(f"the preview is not whole: {shown.errors}")
        runs = [session.rerun() for _ in range(times + WARM_UP)][WARM_UP:]
    return _summed("preview", [run.seconds * 1000 for run in runs], runs[-1].bytes, PREVIEW_MS)


def _summed(what: str, took: list[float], size: int, most: float) -> Measured:
    median, worst = statistics.median(took), max(took)
    return Measured(what, len(took), round(median, 1), round(worst, 1), size, median <= most)


def _lines(found: list[Measured]) -> Iterator[str]:
    for one in found:
        mark = "" if one.ok else "  too slow"
        took = f"{one.median_ms:7.1f} ms, worst {one.worst_ms:7.1f} ms"
        yield f"{one.what:14} {took}, {one.size:9,} bytes{mark}"


if __name__ == "__main__":
    main()
