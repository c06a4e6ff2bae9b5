"""The sample outcomes tell the story that their README says they tell."""

from collections import Counter

import pytest

from data.samples import sample_outcomes
from data.samples.generate_outcomes import sample_outcomes_csv
from data.starter import usual_handoff
from definitions.measures import tested_criteria as under_test
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import clock_found
from definitions.measures.closing import Group, closing
from definitions.measures.direct import self_qualified
from definitions.measures.evidence import Light, light
from definitions.measures.funnel import funnel, leak
from definitions.measures.journeys import Event
from definitions.measures.rejections import rejections
from definitions.measures.standing import standing
from definitions.measures.surprises import surprises
from definitions.measures.tripwires import WireKey, tripped
from definitions.measures.validity import Fault
from definitions.measures.versions import compared, of_version
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold
from tests.data.samples.outcome_columns import CRITERIA, Row, rows, sample_checked, sample_counted

ROWS = rows()
COUNTED = sample_counted()


def test_making_them_up_again_gives_the_same_bytes_in_under_a_megabyte() -> None:
    assert sample_outcomes_csv() == sample_outcomes()
    assert len(sample_outcomes()) < 1_000_000


def test_there_are_300_to_1200_inquiries_in_each_of_nine_months() -> None:
    months = Counter(row["Inquiry at"][:7] for row in ROWS)
    assert sorted(months) == [f"2026-0{month}" for month in range(1, 10)]
    assert all(300 <= inquiries <= 1_200 for inquiries in months.values())
    assert 3_000 <= len(ROWS) <= 4_100


def test_8_to_12_percent_are_truly_qualified() -> None:
    card = Scorecard(CRITERIA, Threshold(qualified_from=20))

    def truly(row: Row) -> bool:
        sound = row["Need"] == "Clear" and row["Budget"] != "None" and row["Size"] == "50,000 or more"
        answers = {each.name: row[each.name] or None for each in CRITERIA}
        return sound and score(card, answers).verdict is Verdict.QUALIFIED

    assert 0.08 <= sum(map(truly, ROWS)) / len(ROWS) <= 0.12


def test_10_to_15_percent_of_mqls_are_won_within_about_two_weeks() -> None:
    handed_over = [row for row in ROWS if row["MQL at"]]
    won = [row for row in handed_over if row["Won at"]]
    assert 0.10 <= len(won) / len(handed_over) <= 0.15
    days = [group.days_to_win for group in closing(COUNTED, Group.QUALIFIED_BY) if group.won.hits]
    assert all(12 <= each <= 18 for each in days)


def test_there_are_no_names_in_it_and_every_moment_says_its_zone() -> None:
    assert all(row["Lead"].startswith("B-") for row in ROWS)
    columns = [column for column in ROWS[0] if column.endswith(" at")]
    odd = [row[column] for row in ROWS for column in columns if row[column] and "T" not in row[column]]
    assert sorted(odd) == ["31.02.2026", "see notes", "soon"]
    ends = {row[column][16:] for row in ROWS for column in columns if "T" in row[column]}
    assert ends == {"Z", "+01:00", "+02:00"}


def test_most_rejections_name_the_budget_under_the_first_version_and_few_under_the_second() -> None:
    found = rejections(of_version(COUNTED, "1"))
    assert found.worst_clause == "Budget"
    assert found.surely_worst
    later = rejections(of_version(COUNTED, "2"))
    assert later.definitional.share.high < found.definitional.share.low / 2


def test_the_second_version_is_accepted_more_often_and_nothing_else_changed() -> None:
    found = compared(COUNTED, "1", "2")
    assert found.claimed
    assert found.acceptance.low > 0.1
    before, after = (light(acceptance_rate(of_version(COUNTED, each)), 0.9, 0.75) for each in "12")
    assert (before, after) == (Light.RED, Light.AMBER)


def test_sales_decides_in_time_and_makes_contact_late_in_july_and_august() -> None:
    promised = usual_handoff()
    assert clock_found(COUNTED, Clock.DECIDE, promised.decide_hours).light is Light.GREEN
    contact = clock_found(COUNTED, Clock.CONTACT, promised.contact_hours)
    assert contact.light is Light.AMBER
    late: Counter[int] = Counter()
    for monday, rate in contact.by_week:
        late[monday.month] += rate.of - rate.hits
    assert {month for month, _ in late.most_common(2)} == {7, 8}


def test_the_trade_fair_list_is_loud_and_poor() -> None:
    fair, *others = closing(COUNTED, Group.SOURCE)
    assert fair.name == "Trade fair list"
    known = [each for each in others if each.won.enough]
    assert len(known) == 4
    assert all(fair.won.share.high < each.won.share.low for each in known)


def test_self_qualified_leads_do_nearly_as_well_as_vetted_ones_and_others_do_not() -> None:
    groups = closing(COUNTED, Group.QUALIFIED_BY)
    found = self_qualified(groups)
    assert abs(found.difference.value) < 0.05
    (nobody,) = (each for each in groups if each.name == "unqualified")
    assert nobody.won.share.high < found.own.share.low


def test_the_last_cohort_is_young_and_not_called_bad() -> None:
    found = funnel(COUNTED)
    *older, last = found.cohorts
    assert last.month == "2026-09"
    assert Event.WON in last.young
    assert not any(cohort.young for cohort in older)


def test_it_leaks_from_sql_to_opportunity_and_some_leads_stand_still_at_each_stage() -> None:
    found = funnel(COUNTED)
    leaking = leak(found)
    assert leaking is not None
    assert leaking.step.stage is Event.OPPORTUNITY
    assert leaking.sure
    assert all(len(standing(COUNTED, step).rows) for step in found.steps)


def test_rejected_leads_come_back_and_some_are_won() -> None:
    assert surprises(COUNTED).missed.hits >= 10
    (again,) = (each for each in closing(COUNTED, Group.RECYCLED) if each.name == "recycled")
    assert again.won.hits >= 10


def test_need_and_budget_tell_what_is_accepted_and_timing_tells_nothing() -> None:
    accepted = {
        each.criterion: each.verdict for each in under_test.tested_criteria(COUNTED, under_test.Fate.ACCEPTED)
    }
    won = {each.criterion: each.verdict for each in under_test.tested_criteria(COUNTED, under_test.Fate.WON)}
    assert accepted["Need"] is accepted["Budget"] is under_test.Verdict.REPEAT
    assert won["Budget"] is won["Role"] is won["Size"] is under_test.Verdict.REPEAT
    assert under_test.Verdict.REPEAT not in (accepted["Timing"], won["Timing"])


@pytest.mark.parametrize(
    "fault", [fault for fault in Fault if fault not in (Fault.NO_EVENT, Fault.TWO_DECISIONS)]
)
def test_some_rows_are_wrong_in_each_way(fault: Fault) -> None:
    found = {each.fault: len(each.rows) for each in sample_checked().found}
    assert 1 <= found[fault] <= 10


def test_the_budget_trips_wires_of_version_1_and_slow_contact_those_of_version_2() -> None:
    care = usual_handoff().care
    first, second = (tripped(of_version(COUNTED, each), care) for each in "12")
    assert {wire.key: wire.clause for wire in first} == {
        WireKey.ACCEPTANCE: "Budget",
        WireKey.DEFINITIONAL: "Budget",
    }
    assert {wire.key: wire.clause for wire in second} == {WireKey.CONTACTED: "Handoff"}
