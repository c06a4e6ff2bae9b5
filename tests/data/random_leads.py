"""Random scorecards, mappings and leads, to compare engines that count leads with Python that scores one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.mapping import (
    AnswerMapping,
    CriterionMapping,
    DateMapping,
    Mapping,
    OutcomeMapping,
    QualifiedByMapping,
)
from definitions.months import DateOrder
from definitions.numbers import DecimalMark
from definitions.outcomes import Outcome
from definitions.profiles import Profiles
from definitions.ranges import Range
from definitions.scorecard import Scorecard, score
from definitions.threshold import Threshold

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
ODD = (
    "",
    " ",
    "None",
    "n/a",
    "a'b",
    'say "x"',
    "%",
    "_",
    "\\",
    "-1",
    "999",
    "5\n",
    "\t5",
    "1e5",
    "５",
    "½",
    "inf",
)
NUMBERS = (
    *("0", "5", "5.", ".5", "-5", "+5", " 5 ", "05", "5.5", "5,5", "1,234", "1.234", "1 234", "1\u00a0234"),
    *("1,234.5", "1.234,5", "1'234.5", "1\u2019234,5", "1\u2009234", "1''234", "12,34", "1234567", "-0"),
    *("9" * 15, "9" * 16, "4.857000000000001", "--5", "(5)"),
)
DATES = (
    *("2026-01", "2026-1", "2026-01-31", "2026/1/5", "2026-02-03T10:00:00", "2025-12-31 23:59", "2026-13-01"),
    *("31.1.2026", "1.12.2025", "01/02/2026", "12/31/2025", "1-2-2026 10:00", "31.13.2026", "1899-01"),
    *("3 Jan 2026", "03-Jan-26", "3. january 2026 9:05 PM", "03JAN2026", "January 3, 2026", "Sept 30 1999"),
    *("Jan-26", "Jan 2026", "2026 March 3", "2026-Dec-01T10:00:00Z", "3 Mai 2026", "3 Jan 2026 in March"),
    *("3.1.26", "1/3/69 10:00", "12/31/99", "05/2026", "20260103", "202601", "20261301", "3-1-2"),
    *(
        "2026-01-03T10:00:00.000+01:00",
        "2026-01-03 10:00:00 UTC",
        "Apr\u0130l 3, 2026",
        "3 J\u0101n 2026",
        "soon",
    ),
)
BOUNDS = (-5.0, 0.0, 0.5, 5.0, 5.5, 12.0, 1234.0, 1234.5, 1e6)
Row = dict[str, str | None]


@dataclass(frozen=True)
class Trial:
    """A scorecard, a mapping of its criteria, and leads as column -> text; every column is kept."""

    scorecard: Scorecard
    mapping: Mapping
    rows: tuple[Row, ...]

    @property
    def columns(self) -> dict[str, list[str | None]]:
        """The leads by column, c01 first."""
        return {name: [row[name] for row in self.rows] for name in self.mapping.kept}

    def answers(self) -> list[dict[str, str | None]]:
        """Each lead's answers, read one by one."""
        return [self.mapping.answers(row) for row in self.rows]

    def outcomes(self) -> list[Outcome]:
        """Each lead's outcome."""
        return [self.mapping.outcome_of(row) for row in self.rows]

    def judged(self) -> list[tuple[int, bool, Outcome, str | None]]:
        """Each lead's points, whether it passes every gate, its outcome and its month."""
        receipts = [score(self.scorecard, answers) for answers in self.answers()]
        months = [self.mapping.month(row) for row in self.rows]
        judged = zip(receipts, self.outcomes(), months, strict=True)
        return [(r.points, not r.gates_failed, outcome, month) for r, outcome, month in judged]

    def counted(self) -> Counter[tuple[object, ...]]:
        """How many leads have the same answers, month and outcome."""
        leads = zip(self.answers(), self.judged(), strict=True)
        return Counter((*answers.values(), month, outcome) for answers, (_, _, outcome, month) in leads)


def counted(profiles: Profiles) -> Counter[tuple[object, ...]]:
    """The same of profiles: how many leads have the same answers, month and outcome."""
    found: Counter[tuple[object, ...]] = Counter()
    for place, answers in enumerate(profiles.answers.tolist()):
        labels = [names[n] if n >= 0 else None for names, n in zip(profiles.labels, answers, strict=True)]
        month = profiles.months[profiles.month[place]] if profiles.month[place] >= 0 else None
        for outcome, leads in zip(Outcome, (profiles.won, profiles.lost, profiles.open), strict=True):
            if leads[place]:
                found[*labels, month, outcome] += int(leads[place])
    return found


@st.composite
def trials(draw: st.DrawFn, most_leads: int = 20) -> Trial:
    """Any scorecard and mapping, and leads with the mapped values, near misses, numbers, dates and blanks."""
    criteria = [draw(_criterion(f"Criterion {n}")) for n in range(draw(st.integers(1, 4)))]
    nurture, above = draw(st.integers(-30, 30)), draw(st.integers(1, 20))
    threshold = Threshold(qualified_from=nurture + above, nurture_from=nurture)
    mapped = tuple(draw(_mapped(criterion, f"c{n:02}")) for n, criterion in enumerate(criteria, start=1))
    mapping = draw(_mapping(mapped))
    rows = draw(st.lists(_row(mapping), min_size=1, max_size=most_leads))
    return Trial(Scorecard(tuple(criteria), threshold), mapping, tuple(rows))


@st.composite
def _criterion(draw: st.DrawFn, name: str) -> Criterion:
    labels = [f"Answer {n}" for n in range(draw(st.integers(2, 4)))]
    answers = tuple(Answer(label=label, points=draw(st.integers(-20, 20))) for label in labels)
    return Criterion(name=name, question="?", answers=answers, gate=draw(st.sampled_from((None, *labels))))


@st.composite
def _mapped(draw: st.DrawFn, criterion: Criterion, column: str) -> CriterionMapping:
    parts = draw(_disjoint(len(criterion.labels)))
    answers = tuple(
        AnswerMapping(answer=label, values=part, ranges=tuple(draw(st.lists(_ranges(), max_size=2))))
        for label, part in zip(criterion.labels, parts, strict=True)
    )
    unmapped = draw(st.integers(0, 9)) == 0
    return CriterionMapping(
        criterion=criterion.name, column=None if unmapped else column, answers=() if unmapped else answers
    )


@st.composite
def _mapping(draw: st.DrawFn, mapped: tuple[CriterionMapping, ...]) -> Mapping:
    kept = tuple(f"c{n:02}" for n in range(1, len(mapped) + 5))
    outcome, date, source, answered = kept[-4:]
    won, lost, still_open = draw(_disjoint(3))
    groups = draw(_disjoint(3))
    missing = {
        column: tuple(set(draw(st.lists(_values(), max_size=2)))) for column in kept if draw(st.booleans())
    }
    return Mapping(
        criteria=mapped,
        outcome=draw(
            st.sampled_from((None, OutcomeMapping(column=outcome, won=won, lost=lost, open=still_open)))
        ),
        date=draw(st.sampled_from((None, *(DateMapping(column=date, order=order) for order in DateOrder)))),
        source=draw(st.sampled_from((None, source))),
        qualified_by=QualifiedByMapping(
            column=answered, self_qualified=groups[0], vetted=groups[1], unqualified=groups[2]
        ),
        decimal=draw(st.sampled_from(DecimalMark)),
        kept=kept,
        missing=missing,
    )


@st.composite
def _disjoint(draw: st.DrawFn, parts: int) -> list[tuple[str, ...]]:
    """As many groups of values, no value in two."""
    values = draw(st.lists(_values(), max_size=6, unique=True))
    places = [draw(st.integers(0, parts - 1)) for _ in values]
    return [tuple(v for v, p in zip(values, places, strict=True) if p == n) for n in range(parts)]


@st.composite
def _ranges(draw: st.DrawFn) -> Range:
    low, high = sorted(draw(st.lists(st.sampled_from(BOUNDS), min_size=2, max_size=2, unique=True)))
    ends = draw(st.sampled_from(((low, high), (low, None), (None, high), (None, None))))
    return Range(at_least=ends[0], below=ends[1])


def _values() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(ODD + NUMBERS), TEXTS)


@st.composite
def _row(draw: st.DrawFn, mapping: Mapping) -> Row:
    known = {m.column: [v for a in m.answers for v in a.values] for m in mapping.criteria}
    if mapping.outcome is not None:
        known[mapping.outcome.column] = [*mapping.outcome.won, *mapping.outcome.lost, *mapping.outcome.open]
    date = mapping.date.column if mapping.date else None
    return {column: draw(_cell(known.get(column, []), column == date)) for column in mapping.kept}


def _cell(known: list[str], is_date: bool) -> st.SearchStrategy[str | None]:
    some = st.one_of(st.none(), _values(), st.sampled_from(NUMBERS))
    if is_date:
        return st.one_of(st.sampled_from(DATES), some)
    return st.one_of(st.sampled_from(known), some) if known else some
