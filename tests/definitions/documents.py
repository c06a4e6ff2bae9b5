"""A made-up company's definition, for tests of the document and its files."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from definitions.contents import Content
from definitions.criteria import Answer, AnsweredBy, Criterion
from definitions.document import (
    Basis,
    Dissent,
    Document,
    LeftOut,
    Ruling,
    Settled,
    SignatureLine,
    SignedDocument,
    Signer,
    compose,
    sha256,
    sign,
    statement,
)
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.threshold import Threshold

COMPANY = "Larkfield Instruments"
NOON = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)
NEED = Criterion(
    name="Need",
    question="Does the contact describe a business problem that we solve?",
    why="A lead without a problem is a reader, not a buyer.",
    answers=(Answer(label="Clear", points=5), Answer(label="Not clear", points=0)),
    gate="Clear",
)
BUDGET = Criterion(
    name="Budget",
    question="Is there a budget?",
    answered_by=AnsweredBy.PROSPECT,
    answers=(
        Answer(label="Ready", points=5),
        Answer(label="Being formulated", points=3),
        Answer(label="None", points=0),
    ),
    gate="Being formulated",
)
THRESHOLD = Threshold(qualified_from=8, nurture_from=5)
MQL = Term(name="MQL", definition="A lead that marketing hands to sales.", synonyms=("handed-over lead",))
SAL = Term(name="SAL", definition="A lead that sales has taken on.")
RULED = Settled(
    clause_id="budget",
    revision=2,
    content=BUDGET,
    basis=Basis.RULED,
    ruling=Ruling(name="Ines Okafor", reason="Visits without money cost us too much."),
    dissent=(Dissent(name="Tom Brandt", team="marketing", reason="We lose public bodies."),),
)
PEOPLE = (
    ("p1", "Mara Lindqvist", "marketing", False),
    ("p2", "Jonas Weber", "sales", False),
    ("p3", "Ines Okafor", "executives", True),
)


def settled(content: Content) -> Settled:
    return Settled(clause_id=content.name.lower(), revision=1, content=content)


CLAUSES = (settled(NEED), RULED, settled(THRESHOLD), settled(Handoff()), settled(SAL), settled(MQL))


def document(
    clauses: Iterable[Settled] = CLAUSES, company: str = COMPANY, offering: str = "Soil sensors"
) -> Document:
    return compose(
        workshop_id="w1",
        workshop="Spring workshop",
        company=company,
        offering=offering,
        version=1,
        settled=clauses,
        left_out=[LeftOut(name="How did they find us?", reason="It predicted nothing.")],
        signers=[signer(*person, company=company) for person in PEOPLE],
    )


def signer(person_id: str, name: str, team: str, decider: bool, *, company: str = COMPANY) -> Signer:
    words = statement(name=name, team=team, decider=decider, company=company, version=1)
    return Signer(person_id=person_id, name=name, team=team, decider=decider, statement=words)


def signature(of: Document, signer: Signer, hours: int) -> SignatureLine:
    return SignatureLine(
        person_id=signer.person_id,
        name=signer.name,
        team=signer.team,
        typed=signer.name,
        statement=signer.statement,
        sha256=sha256(of),
        signed_at=NOON + timedelta(hours=hours),
    )


def published(of: Document | None = None) -> SignedDocument:
    of = of or document()
    lines = [signature(of, signer, hours) for hours, signer in enumerate(of.signers)]
    return sign(of, lines, NOON + timedelta(hours=9))
