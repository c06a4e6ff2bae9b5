"""Profiles counted by DuckDB and scored by numpy against leads scored one by one in Python."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st

from data.adding_leads import add_csv
from data.example_leads import example_leads
from data.lead_table import lead_table
from data.profile_query import profile_query
from data.profiles import profiles
from data.readings import readings
from data.samples import sample_leads
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.scorecard import Scorecard, Verdict, score
from definitions.simulation import bands, curve, figures
from definitions.texts import fold_name, tidy
from definitions.threshold import Threshold

CONTENTS = classic_scorecard()
CRITERIA = tuple(c for c in CONTENTS if isinstance(c, Criterion))
CLASSIC = Scorecard(CRITERIA, next(c for c in CONTENTS if isinstance(c, Threshold)))
KNOWN = {"lead", "outcome", "month", "revenue", "date", "id", "lead id"}

NAMES = st.text(max_size=12).filter(
    lambda text: tidy(text).strip() != "" and fold_name(tidy(text)) not in KNOWN
)
POINTS = st.integers(-20, 20)
LABELS = st.lists(NAMES, min_size=2, max_size=5, unique_by=lambda text: fold_name(tidy(text)))


@st.composite
def criteria_of(draw: st.DrawFn, name: str) -> Criterion:
    labels = draw(LABELS)
    answers = tuple(Answer(label=label, points=draw(POINTS)) for label in labels)
    gate = draw(st.sampled_from((None, *(answer.label for answer in answers))))
    return Criterion(name=name, question="?", answers=answers, gate=gate)


@st.composite
def scorecards(draw: st.DrawFn) -> Scorecard:
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=lambda text: fold_name(tidy(text))))
    nurture, above = draw(st.integers(-30, 30)), draw(st.integers(1, 20))
    criteria = tuple(draw(criteria_of(name)) for name in names)
    return Scorecard(criteria, Threshold(qualified_from=nurture + above, nurture_from=nurture))


@st.composite
def trials(draw: st.DrawFn) -> tuple[Scorecard, list[dict[str, str | None]], list[str]]:
    """A scorecard, leads as criterion name -> label, and each lead's outcome."""
    scorecard = draw(scorecards())
    lead = st.fixed_dictionaries({c.name: st.sampled_from((None, *c.labels)) for c in scorecard.criteria})
    leads = draw(st.lists(lead, min_size=1, max_size=12))
    outcomes = st.lists(
        st.sampled_from(("won", "lost", "open", "")), min_size=len(leads), max_size=len(leads)
    )
    return scorecard, leads, draw(outcomes)


def csv_of(scorecard: Scorecard, leads: Sequence[dict[str, str | None]], outcomes: Sequence[str]) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["Lead", "Outcome", *(c.name for c in scorecard.criteria)])
    for number, (lead, outcome) in enumerate(zip(leads, outcomes, strict=True)):
        rows.writerow([f"L{number}", outcome, *(lead[c.name] or "" for c in scorecard.criteria)])
    return text.getvalue().encode()


@settings(max_examples=60, deadline=None)
@given(trials())
def test_the_score_of_many_in_sql_is_the_score_of_one_in_python(
    trial: tuple[Scorecard, list[dict[str, str | None]], list[str]],
) -> None:
    scorecard, leads, outcomes = trial
    receipts = [score(scorecard, lead) for lead in leads]
    with TemporaryDirectory() as folder:
        added = add_csv(Path(folder), csv_of(scorecard, leads, outcomes), scorecard.criteria)
        counted = profiles(Path(folder), added.hash, scorecard.criteria)
        examples = example_leads(Path(folder), added.hash, scorecard.criteria, limit=len(leads))
    assert added.not_understood == ()
    assert [example["answers"] for example in examples] == leads
    assert [example["outcome"] for example in examples] == [outcome or "open" for outcome in outcomes]
    verdicts = Counter(receipt.verdict for receipt in receipts)
    assert {band.verdict: band.leads for band in bands(counted, scorecard)} == {
        v: verdicts[v] for v in Verdict
    }
    found = curve(counted, scorecard)
    passing = [(r.points, o) for r, o in zip(receipts, outcomes, strict=True) if not r.gates_failed]
    for place, threshold in enumerate(found.thresholds.tolist()):
        sent = [outcome for points, outcome in passing if points >= threshold]
        assert found.qualified[place] == len(sent)
        assert found.wasted_calls[place] == sent.count("lost")
        assert found.wins_missed[place] == outcomes.count("won") - sent.count("won")


def test_the_sample_leads_figures_are_those_counted_row_by_row(tmp_path: Path) -> None:
    added = add_csv(tmp_path, sample_leads(), CRITERIA)
    counted = profiles(tmp_path, added.hash, CRITERIA)
    rows = list(csv.DictReader(io.StringIO(sample_leads().decode())))
    sent = [row for row in rows if score(CLASSIC, row).verdict == Verdict.QUALIFIED]
    won = [row for row in rows if row["Outcome"] == "won"]
    found = figures(counted, CLASSIC)
    assert (found.leads, found.qualified, found.weeks) == (3_000, len(sent), 181 / 7)
    assert found.leads_per_week is not None
    assert found.leads_per_week.value == pytest.approx(len(sent) / (181 / 7))
    assert found.wins_kept.value == sum(row in sent for row in won) / len(won)
    assert found.wasted_calls.value == sum(row["Outcome"] == "lost" for row in sent)
    assert counted.revenue.sum() == sum(int(row["Revenue"]) for row in won)
    months = Counter(row["Month"] for row in rows)
    assert {m: counted.leads[counted.month == i].sum() for i, m in enumerate(counted.months)} == months


def test_old_and_new_wording_of_one_criterion_are_read_together(tmp_path: Path) -> None:
    old = CRITERIA[0]
    new = old.model_copy(update={"answers": (Answer(label="Approved", points=5), *old.answers)})
    added = add_csv(tmp_path, b"Budget\nReady\napproved\n", [old, new])
    counted = profiles(tmp_path, added.hash, [old, new])
    assert (counted.criteria, counted.labels) == (("Budget",), ((*old.labels, "Approved"),))
    threshold = Threshold(qualified_from=5)
    assert [figures(counted, Scorecard((c,), threshold)).qualified for c in (old, new)] == [1, 2]


def test_leads_page_in_the_order_of_the_file_and_nameless_ones_are_called_by_their_row(
    tmp_path: Path,
) -> None:
    added = add_csv(tmp_path, b"Budget,Outcome\nReady,won\nwhat,lost\nNone,\n", CRITERIA)
    page = example_leads(tmp_path, added.hash, CRITERIA[:1], limit=2, offset=1)
    assert page == [
        {"lead": "Row 2", "answers": {"Budget": None}, "outcome": "lost"},
        {"lead": "Row 3", "answers": {"Budget": "None"}, "outcome": "open"},
    ]


def test_many_threads_counting_at_once_all_get_the_same_profiles(tmp_path: Path) -> None:
    added = add_csv(tmp_path, sample_leads(), CRITERIA)
    alone = profiles(tmp_path, added.hash, CRITERIA)
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(lambda _: profiles(tmp_path, added.hash, CRITERIA), range(16))
        assert all((p.answers == alone.answers).all() and (p.won == alone.won).all() for p in together)


def test_the_one_group_by_parses_in_each_warehouse_s_dialect(tmp_path: Path) -> None:
    added = add_csv(tmp_path, sample_leads(), CRITERIA)
    with lead_table(tmp_path, added.hash) as table:
        query = profile_query(readings(table, CRITERIA))
    for dialect in ("duckdb", "postgres", "spark", "trino", "snowflake", "bigquery", "databricks"):
        assert sqlglot.parse_one(query.sql(dialect=dialect), dialect=dialect).find(sqlglot.exp.Group)
