"""Checks find what a scorecard says without meaning to, against going through every lead; repairs mend it."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.starter import classic_scorecard
from definitions.checks import CheckKind, Finding, checks, repaired
from definitions.criteria import Answer, Criterion
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold
from tests.definitions.cards import SCORECARDS, card, classic, every_lead, qualifies


def of_kind(scorecard: Scorecard, kind: CheckKind) -> dict[str, Finding]:
    return {found.clause: found for found in checks(scorecard) if found.kind is kind}


def numbers(*answers: Answer | str, unit: str = "") -> Criterion:
    made = [a if isinstance(a, Answer) else Answer(label=a, points=9 - 2 * n) for n, a in enumerate(answers)]
    return Criterion(name="Size", question="?", answers=tuple(made), unit=unit)


def spans(criterion: Criterion) -> list[tuple[CheckKind, str]]:
    scorecard = Scorecard((criterion,), Threshold(qualified_from=criterion.highest))
    wanted = (CheckKind.GAP, CheckKind.OVERLAP)
    return [
        (f.kind, f.sentence.split(":")[1].split(" has ")[0].strip())
        for f in checks(scorecard)
        if f.kind in wanted
    ]


def test_the_classic_scorecard_has_its_three_contradictions_and_two_gaps_and_nothing_else() -> None:
    assert [(found.kind, found.clause) for found in checks(classic())] == [
        (CheckKind.CONTRADICTION, "Budget"),
        (CheckKind.CONTRADICTION, "Need"),
        (CheckKind.CONTRADICTION, "Size"),
        (CheckKind.GAP, "Timing"),
        (CheckKind.GAP, "Size"),
    ]
    sentences = " ".join(found.sentence for found in checks(classic()))
    assert sentences.count("That is 1 of the 9 combinations of answers that qualify.") == 3
    assert "Timing: 6 to under 12 months has no answer" in sentences
    assert "Size: 100 to under 50,000 has no answer" in sentences


def test_the_classic_scorecard_shows_them_also_as_it_was_written_before_answers_had_bounds() -> None:
    bare = [
        c.model_copy(
            update={
                "unit": "",
                "answers": tuple(Answer(label=a.label, points=a.points) for a in c.answers),
            }
        )
        for c in classic_scorecard()
        if isinstance(c, Criterion)
    ]
    old = Scorecard(tuple(bare), classic().threshold)
    assert [found.sentence for found in checks(old)] == [found.sentence for found in checks(classic())]


def test_repair_after_repair_leaves_the_classic_scorecard_without_a_finding() -> None:
    scorecard, repairs = classic(), 0
    while found := checks(scorecard):
        assert found[0].repair is not None
        scorecard, repairs = repaired(scorecard, found[0].repair), repairs + 1
        assert repairs <= 6
    assert [c.gate for c in scorecard.criteria if c.gate] == ["Being formulated", "Clear", "50,000 or more"]
    assert [a.label for a in scorecard.criteria[3].answers][1] == "6 to under 12 months"


@given(SCORECARDS)
def test_a_contradiction_is_found_where_some_lead_qualifies_with_an_answer_worth_nothing(
    scorecard: Scorecard,
) -> None:
    leads = [lead for lead in every_lead(scorecard, unanswered=False) if qualifies(scorecard, lead)]
    lacking = {
        c.name
        for c in scorecard.criteria
        if c.highest > 0 and any(c.points(lead[c.name]) <= 0 for lead in leads)
    }
    everybody = scorecard.lowest >= scorecard.threshold.qualified_from and not any(
        c.gate for c in scorecard.criteria
    )
    assert set(of_kind(scorecard, CheckKind.CONTRADICTION)) == (set() if everybody else lacking)


@given(SCORECARDS)
def test_who_can_qualify_is_what_every_lead_says(scorecard: Scorecard) -> None:
    verdicts = [score(scorecard, lead).verdict for lead in every_lead(scorecard)]
    kinds = {found.kind for found in checks(scorecard)}
    assert (CheckKind.OUT_OF_REACH in kinds) == (Verdict.QUALIFIED not in verdicts)
    assert (CheckKind.EVERYBODY in kinds) == (set(verdicts) == {Verdict.QUALIFIED})
    if Verdict.QUALIFIED in verdicts:
        assert (CheckKind.EMPTY_BAND in kinds) == (Verdict.NURTURE not in verdicts)


@given(SCORECARDS)
def test_a_criterion_never_decides_if_no_lead_gets_another_verdict_by_it(scorecard: Scorecard) -> None:
    deciding = {
        criterion.name
        for criterion in scorecard.criteria
        for lead in every_lead(scorecard)
        for label in (None, *criterion.labels)
        if score(scorecard, {**lead, criterion.name: label}).verdict is not score(scorecard, lead).verdict
    }
    verdicts = {score(scorecard, lead).verdict for lead in every_lead(scorecard)}
    if Verdict.QUALIFIED in verdicts and len(verdicts) > 1:
        idle = {criterion.name for criterion in scorecard.criteria} - deciding
        assert set(of_kind(scorecard, CheckKind.NEVER_DECIDES)) == idle


@given(SCORECARDS)
def test_an_answer_decides_alone_if_every_lead_with_it_qualifies(scorecard: Scorecard) -> None:
    verdicts = {score(scorecard, lead).verdict for lead in every_lead(scorecard)}
    if Verdict.QUALIFIED not in verdicts or len(verdicts) == 1:
        return
    alone = {
        c.name
        for c in scorecard.criteria
        for label in c.labels
        if all(qualifies(scorecard, lead) for lead in every_lead(scorecard) if lead[c.name] == label)
    }
    assert set(of_kind(scorecard, CheckKind.DECIDES_ALONE)) == alone


@given(SCORECARDS)
def test_an_answer_rules_out_unsaid_if_it_passes_its_gate_and_no_lead_with_it_qualifies(
    scorecard: Scorecard,
) -> None:
    leads = [lead for lead in every_lead(scorecard, unanswered=False) if qualifies(scorecard, lead)]
    if not leads or CheckKind.EVERYBODY in {found.kind for found in checks(scorecard)}:
        return
    out = {
        c.name
        for c in scorecard.criteria
        for label in c.labels
        if c.passes(label) and not any(lead[c.name] == label for lead in leads)
    }
    assert set(of_kind(scorecard, CheckKind.UNSAID_GATE)) == out


@given(SCORECARDS)
def test_a_repair_makes_valid_clauses_in_which_its_finding_is_gone(scorecard: Scorecard) -> None:
    for found in checks(scorecard):
        assert found.sentence.endswith(".")
        if found.repair is None:
            continue
        for content in found.repair.revised:
            assert type(content).model_validate(content.model_dump()) == content
        after = repaired(scorecard, found.repair)
        if after.criteria:
            assert (found.kind, found.clause) not in {(left.kind, left.clause) for left in checks(after)}


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("50 or more", "10 to 49", "Under 10"), []),
        (("100+", "50-99", "Under 10"), [(CheckKind.GAP, "10 to under 50")]),
        (("50 to 100", "10 to 50"), [(CheckKind.OVERLAP, "exactly 50")]),
        (("Over 100", "Under 100"), [(CheckKind.GAP, "exactly 100")]),
        (("Over 250 people", "Up to 250 people"), []),
        (("20 to 60", "5 to 30"), [(CheckKind.OVERLAP, "20 to under 30")]),
        (
            ("Within a quarter", "3 to 6 months", "In half a year or later"),
            [(CheckKind.OVERLAP, "exactly 3 months"), (CheckKind.OVERLAP, "exactly 6 months")],
        ),
        (("€10k or more", "under €5k"), [(CheckKind.GAP, "5,000 to under 10,000")]),
        (("Ready", "None"), []),
        (("Under 5", "Unknown"), []),
    ],
)
def test_ranges_are_read_from_labels(labels: tuple[str, ...], found: list[tuple[CheckKind, str]]) -> None:
    assert spans(numbers(*labels)) == found


def test_bounds_say_more_than_labels() -> None:
    large = Answer(label="Large", points=5, at_least=250)
    small = Answer(label="Small", points=1, below=200.5)
    assert spans(numbers(large, small, unit="people")) == [(CheckKind.GAP, "200.5 to under 250 people")]


ENDS = st.lists(st.integers(0, 30), min_size=2, max_size=4)


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 12), st.integers(1, 6), st.booleans()), min_size=2, max_size=4
    )
)
def test_gaps_and_overlaps_are_what_each_number_says(ranges: list[tuple[int | None, int, bool]]) -> None:
    answers = [
        Answer(
            label=f"Answer {n}",
            points=0,
            at_least=start,
            below=None if endless and start is not None else (start or 0) + length,
        )
        for n, (start, length, endless) in enumerate(ranges)
    ]
    found = {kind for kind, _ in spans(numbers(*answers))}
    covering = [
        sum((a.at_least is None or x >= a.at_least) and (a.below is None or x < a.below) for a in answers)
        for x in range(-1, 20)
    ]
    inner = covering[
        covering.index(next(filter(None, covering))) : len(covering)
        - covering[::-1].index(next(filter(None, covering[::-1])))
    ]
    assert (CheckKind.GAP in found) == (0 in inner)
    assert (CheckKind.OVERLAP in found) == (max(covering) > 1)


def test_a_gap_is_filled_between_its_neighbours_and_an_overlap_is_parted() -> None:
    scorecard = Scorecard((numbers("50 or more", "5 to 30", "0 to 10"),), Threshold(qualified_from=9))
    for _ in range(3):
        for found in checks(scorecard):
            if found.kind in (CheckKind.GAP, CheckKind.OVERLAP):
                assert found.repair is not None
                scorecard = repaired(scorecard, found.repair)
    answers = [(a.label, a.points, a.at_least, a.below) for a in scorecard.criteria[0].answers]
    assert answers == [
        ("50 or more", 9, 50, None),
        ("30 to under 50", 8, 30, 50),
        ("5 to 30", 7, 5, 30),
        ("0 to under 5", 5, 0, 5),
    ]


def test_the_gate_stays_on_its_answer_when_the_answer_is_renamed() -> None:
    size = numbers("5 to 30", "0 to 10").model_copy(update={"gate": "0 to 10"})
    scorecard = Scorecard((size,), Threshold(qualified_from=7))
    found = of_kind(scorecard, CheckKind.OVERLAP)["Size"]
    assert found.repair is not None
    assert repaired(scorecard, found.repair).criteria[0].gate == "0 to under 5"


def test_penalties_are_no_contradictions() -> None:
    scorecard = card([(5, 3), (0, -2)], Threshold(qualified_from=3))
    assert CheckKind.CONTRADICTION not in {found.kind for found in checks(scorecard)}


def test_hundreds_of_criteria_are_checked_at_once() -> None:
    points = tuple(range(0, 1000, 53))
    answers = tuple(Answer(label=str(p), points=p) for p in points)
    criteria = tuple(Criterion(name=f"N{n}", question="?", answers=answers) for n in range(100))
    start = perf_counter()
    checks(Scorecard(criteria, Threshold(qualified_from=80_000)))
    assert perf_counter() - start < 3
