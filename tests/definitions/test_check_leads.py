"""The leads of the understanding check, and which clause a wrong verdict points to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.starter import classic_scorecard
from definitions.check_leads import ASKED, check_leads
from definitions.criteria import Answer, Criterion
from definitions.misreading import may_be_misread
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold

QUALIFIED, NURTURE, NOT = Verdict.QUALIFIED, Verdict.NURTURE, Verdict.NOT_QUALIFIED


def criterion(name: str, points: tuple[int, ...], gate: str | None = None) -> Criterion:
    answers = tuple(Answer(label=f"{name} {n}", points=p) for n, p in enumerate(points, start=1))
    return Criterion(name=name, question="?", answers=answers, gate=gate)


CARD = Scorecard(
    (criterion("Budget", (5, 3, 0), gate="Budget 2"), criterion("Role", (5, 0)), criterion("Need", (2, 0))),
    Threshold(qualified_from=8, nurture_from=4),
)
CARDS = st.builds(
    Scorecard,
    st.lists(st.lists(st.integers(-3, 6), min_size=2, max_size=4), min_size=1, max_size=4).map(
        lambda rows: tuple(criterion(f"C{n}", tuple(row)) for n, row in enumerate(rows))
    ),
    st.builds(Threshold, qualified_from=st.integers(-5, 20)),
)


def lead(*places: int) -> dict[str, str | None]:
    return {c.name: c.labels[place] for c, place in zip(CARD.criteria, places, strict=True)}


def test_a_right_verdict_and_one_who_cannot_tell_misread_nothing() -> None:
    assert may_be_misread(CARD, lead(0, 0, 0), QUALIFIED) == ()
    assert may_be_misread(CARD, lead(0, 0, 0), None) == ()


def test_who_qualifies_a_lead_that_only_a_gate_stops_misread_the_gate() -> None:
    stopped = {**lead(0, 0, 0), "Budget": None}
    assert score(CARD, stopped).verdict is NOT
    assert may_be_misread(CARD, stopped, NURTURE) == ("Budget",)


def test_else_it_is_a_criterion_whose_other_answer_would_make_the_verdict_right() -> None:
    assert score(CARD, lead(1, 0, 1)).verdict is QUALIFIED
    assert may_be_misread(CARD, lead(1, 0, 1), NOT) == ("Budget", "Role")
    assert may_be_misread(CARD, lead(1, 0, 1), NURTURE) == ("Threshold",)
    assert may_be_misread(CARD, lead(1, 1, 0), QUALIFIED) == ("Role",)


def test_where_no_single_answer_explains_it_the_threshold_was_misread() -> None:
    card = Scorecard(
        (criterion("A", (2, 0)), criterion("B", (2, 0)), criterion("C", (2, 0))), Threshold(qualified_from=6)
    )
    worst: dict[str, str | None] = {"A": "A 2", "B": "B 2", "C": "C 2"}
    assert may_be_misread(card, worst, QUALIFIED) == ("Threshold",)


@given(CARDS, st.data())
def test_a_wrong_verdict_always_points_to_a_clause_of_the_scorecard(
    card: Scorecard, data: st.DataObject
) -> None:
    answers = {c.name: data.draw(st.sampled_from([None, *c.labels])) for c in card.criteria}
    said = data.draw(st.sampled_from(Verdict))
    found = may_be_misread(card, answers, said)
    assert (found == ()) == (said is score(card, answers).verdict)
    assert set(found) <= {"Threshold", *(c.name for c in card.criteria)}


@given(CARDS)
def test_without_known_leads_some_are_made_up_and_no_two_are_alike(card: Scorecard) -> None:
    leads = check_leads(card, ())
    assert 1 <= len(leads) <= ASKED
    assert len({tuple(sorted(lead.items())) for lead in leads}) == len(leads)
    assert all(label in c.labels for lead in leads for c in card.criteria for label in [lead[c.name]])


def test_known_leads_come_first_of_each_verdict_in_turn_and_nearest_to_the_threshold() -> None:
    known = [lead(0, 0, 0), lead(1, 0, 1), lead(2, 1, 1), lead(0, 1, 1), lead(0, 0, 0), {"Gone": "Yes"}]
    chosen = check_leads(CARD, known)
    assert [score(CARD, dict(each)).verdict for each in chosen[:4]] == [QUALIFIED, NURTURE, NOT, QUALIFIED]
    assert chosen[0] == lead(1, 0, 1)
    assert len(chosen) == ASKED


def test_the_classic_scorecard_alone_gives_five_leads_of_two_verdicts() -> None:
    contents = classic_scorecard()
    card = Scorecard(
        tuple(c for c in contents if isinstance(c, Criterion)),
        next(c for c in contents if isinstance(c, Threshold)),
    )
    verdicts = {score(card, dict(each)).verdict for each in check_leads(card, ())}
    assert len(check_leads(card, ())) == ASKED
    assert verdicts == {QUALIFIED, NOT}
