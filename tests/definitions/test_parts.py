"""Who flips, what months and kinds bring, and who is missed, against a count lead by lead."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from definitions.criteria import Answer, Criterion
from definitions.flipped import flipped
from definitions.missed import missed, missed_finding
from definitions.parts import Part, by_kind, by_month, kinds_finding, months_finding
from definitions.scorecard import Scorecard, Verdict
from definitions.threshold import Threshold
from tests.definitions.drawn import (
    LABELS,
    LEADS,
    MONTHS,
    NAMES,
    SCORECARDS,
    Leads,
    profiles_of,
    receipt_of,
)


@given(SCORECARDS, SCORECARDS, LEADS)
def test_who_flips_is_told_in_groups_of_equal_answers(one: Scorecard, other: Scorecard, leads: Leads) -> None:
    expected: Counter[tuple[object, ...]] = Counter()
    for answers, _, outcome in leads:
        was, now = receipt_of(one, answers).verdict, receipt_of(other, answers).verdict
        if was != now:
            given_labels = tuple(LABELS[a] if a >= 0 else None for a in answers)
            expected[given_labels, was, now, "leads"] += 1
            expected[given_labels, was, now, outcome] += 1
    found: Counter[tuple[object, ...]] = Counter()
    together = flipped(profiles_of(leads), one, other)
    groups = together.page(0, len(together))
    for group in groups:
        key = tuple(group.answers[name] for name in NAMES), group.before, group.after
        counts = {"leads": group.leads, "won": group.won, "lost": group.lost, "open": group.open}
        found.update({(*key, what): count for what, count in counts.items() if count})
    assert found == expected
    assert [group.leads for group in groups] == sorted((g.leads for g in groups), reverse=True)


def test_groups_stay_apart_when_there_are_more_combinations_than_a_number_can_hold() -> None:
    wide = tuple(_card(0).criteria[0].model_copy(update={"name": f"C{n}"}) for n in range(60))
    answers = np.array([[n % 3 for n in range(60)], [(n + 1) % 3 for n in range(60)]])
    two = replace(
        profiles_of([((0, 0, 0), 0, "won")] * 2),
        criteria=tuple(c.name for c in wide),
        labels=(LABELS,) * 60,
        answers=answers,
    )
    low, high = (Scorecard(wide, Threshold(qualified_from=points)) for points in (0, 10_000))
    assert [group.leads for group in flipped(two, low, high).page(0, 9)] == [1, 1]


def _card(threshold: int) -> Scorecard:
    answers = tuple(
        Answer(label=label, points=points) for label, points in zip(LABELS, (5, 2, 0), strict=True)
    )
    criteria = tuple(Criterion(name=name, question="?", answers=answers) for name in NAMES)
    return Scorecard(criteria, Threshold(qualified_from=threshold))


@given(SCORECARDS, LEADS)
def test_each_month_is_counted_lead_by_lead(scorecard: Scorecard, leads: Leads) -> None:
    for n, part in enumerate(by_month(profiles_of(leads), scorecard)):
        own = [(answers, outcome) for answers, month, outcome in leads if month == n]
        sent = [o for answers, o in own if receipt_of(scorecard, answers).verdict == Verdict.QUALIFIED]
        wins = [outcome for _, outcome in own].count("won")
        assert part == Part(MONTHS[n], len(own), wins, len(sent), sent.count("won"), sent.count("lost"))


@given(SCORECARDS, LEADS)
def test_each_group_is_counted_lead_by_lead(scorecard: Scorecard, leads: Leads) -> None:
    groups = [month for _, month, _ in leads]
    grouped = replace(profiles_of(leads), groups=MONTHS, group=np.array(groups))
    found = {part.name: part for part in by_kind(grouped, scorecard)}
    names = {-1: "unknown", **dict(enumerate(MONTHS))}
    assert set(found) == {names[group] for group in groups}
    for place in set(groups):
        own = [(answers, outcome) for answers, group, outcome in leads if group == place]
        sent = [o for answers, o in own if receipt_of(scorecard, answers).verdict == Verdict.QUALIFIED]
        part = found[names[place]]
        assert (part.leads, part.sent, part.won) == (len(own), len(sent), sent.count("won"))


def test_leads_that_were_not_counted_by_groups_have_none() -> None:
    assert by_kind(profiles_of([((0, 0, 0), 0, "won")]), _card(0)) == ()


@given(SCORECARDS, LEADS)
def test_missed_wins_are_counted_by_answer(scorecard: Scorecard, leads: Leads) -> None:
    found = missed(profiles_of(leads), scorecard)
    wins = [answers for answers, _, outcome in leads if outcome == "won"]
    gone = [a for a in wins if receipt_of(scorecard, a).verdict != Verdict.QUALIFIED]
    assert (found.wins_missed, found.wins_kept) == (len(gone), len(wins) - len(gone))
    counted = {(a.criterion, a.answer): a.wins_missed for a in found.answers}
    expected = Counter((NAMES[n], LABELS[x] if x >= 0 else None) for a in gone for n, x in enumerate(a))
    assert counted == dict(expected)
    assert missed_finding(found).endswith(".")


def part(name: str, sent: int, won: int) -> Part:
    return Part(name, 2 * sent, won, sent, won, sent - won)


def test_kinds_that_differ_are_named_with_their_intervals() -> None:
    words = kinds_finding([part("Webinar", 100, 40), part("List", 100, 5)])
    assert words.startswith("Once at sales, Webinar wins 40")
    assert "List 5" in words


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part("A", 20, 10), part("B", 20, 8)], "could be chance"),
        ([part("A", 100, 10), part("B", 5, 5)], "Not enough data"),
        ([], "Not enough data"),
    ],
)
def test_differences_that_could_be_chance_are_not_told_as_findings(parts: list[Part], said: str) -> None:
    assert said in kinds_finding(parts)


def test_the_months_finding_names_the_busiest() -> None:
    months = [part("2026-01", 10, 1), part("2026-02", 30, 1)]
    assert months_finding(months) == "10 to 30 leads a month go to sales, the most in February 2026."
    assert months_finding(months[:1]) == "10 leads go to sales in each month."
    assert months_finding(()) == "No month is known of these leads."


def test_without_a_win_nothing_is_said_of_missed_ones() -> None:
    lead = profiles_of([((0, 0, 0), 0, "lost")])
    assert missed_finding(missed(lead, _card(0))) == "Not enough data: nothing was won."
    won = profiles_of([((0, 0, 0), 0, "won")])
    assert missed_finding(missed(won, _card(0))) == "No win would be missed."
    assert missed_finding(missed(won, _card(99))).endswith("; no win is kept.")
