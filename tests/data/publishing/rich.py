"""A definition with everything in it: examples, problems, a full glossary, evidence, a version before."""

from __future__ import annotations

from definitions.contents import Content
from definitions.document import Document, SignedDocument, sign
from definitions.enclosures import CurvePoint, Evidence, Example, ExampleAnswer, Interval
from definitions.glossary import Relation, RelationKind, Term
from definitions.handoff import Handoff, ReasonKind, RejectReason, Stage, Supply
from definitions.problems import Problem
from definitions.scorecard import Verdict
from definitions.since import since
from tests.definitions.documents import NEED, NOON, RULED, THRESHOLD, document, settled, signature

MQL = Term(
    name="MQL",
    definition="A lead that marketing hands to sales. Once sales takes on the MQL, it is a SAL.",
    synonyms=("handed-over lead",),
    owner="Marketing",
    examples=("A plant manager asks for a quotation.", "A visitor with a budget books a demonstration."),
    counter_examples=("Somebody downloads a brochure.",),
    relations=(Relation(kind=RelationKind.BEFORE, to="SAL"),),
    decided_by="Threshold",
)
SAL = Term(name="SAL", definition="A lead that sales has taken on.")
HOT = Term(
    name="Hot lead",
    definition="A lead that somebody was excited about.",
    relations=(Relation(kind=RelationKind.REPLACED_BY, to="MQL"),),
)
LATE = Problem(
    name="Readings come too late",
    signs="They learn of a dry field from the plants. For them a SAL is far away.",
    solution="Our probes report each hour.",
)
HANDOFF = Handoff(
    trigger="The lead has the points and every must-have",
    stages=(
        Stage(name="MQL", owner="Marketing", entry="It has the points."),
        Stage(name="SAL", owner="Sales", entry="Sales has taken it on."),
        Stage(name="Recycled", owner="Marketing", aside=True),
    ),
    reject_reasons=(
        RejectReason(kind=ReasonKind.CLERICAL, words="Wrong telephone number"),
        RejectReason(kind=ReasonKind.DEFINITIONAL, words="No problem that we solve", clause="Need"),
    ),
    supply=Supply(leads_a_month=60),
)
EVIDENCE = Evidence(
    lead_set="Spring leads",
    sha256="a" * 64,
    leads=3000,
    qualified=412,
    won=284,
    won_qualified=230,
    lost_qualified=99,
    kept=Interval(value=0.8099, low=0.76, high=0.851),
    weekly=Interval(value=15.8, low=14.4, high=17.3),
    months=("2026-01", "2026-06"),
    curve=tuple(CurvePoint(threshold=t, qualified=3000 - 270 * t, won=284 - 6 * t) for t in range(11)),
)
EXAMPLES = (
    Example(
        name="Student",
        answers=(ExampleAnswer(criterion="Budget", answer="Ready", points=5),),
        points=5,
        verdict=Verdict.NOT_QUALIFIED,
    ),
    Example(
        name="Plant manager",
        answers=(
            ExampleAnswer(criterion="Need", answer="Clear", points=5),
            ExampleAnswer(criterion="Budget", answer="Ready", points=5),
        ),
        points=10,
        verdict=Verdict.QUALIFIED,
        why="This is the lead that pays for the rest.",
    ),
)


def first_version() -> Document:
    """The version before: a lower threshold, and no problems."""
    lower = THRESHOLD.model_copy(update={"qualified_from": 7})
    return document([settled(NEED), RULED, settled(lower), settled(Handoff()), settled(SAL)])


def second_version(*more: Content) -> Document:
    """The definition with all that it can enclose."""
    need = NEED.model_copy(update={"about_problems": True})
    contents = (THRESHOLD, HANDOFF, LATE, MQL, SAL, HOT, *more)
    text = document([settled(need), RULED, *map(settled, contents)])
    return text.model_copy(
        update={
            "version": 2,
            "examples": EXAMPLES,
            "evidence": EVIDENCE,
            "since": since(first_version(), text.clauses),
        }
    )


def rich(*more: Content) -> SignedDocument:
    """The second version, signed by all and in force."""
    text = second_version(*more)
    lines = [signature(text, signer, hours) for hours, signer in enumerate(text.signers)]
    return sign(text, lines, NOON)
