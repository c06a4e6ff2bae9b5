"""The sample leads are as their README says."""

import csv
import io
from collections.abc import Callable, Iterable

from data.samples import sample_leads
from data.samples.generate import sample_csv
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.intervals import share
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold

CRITERIA = tuple(c for c in classic_scorecard() if isinstance(c, Criterion))
(THRESHOLD,) = (c for c in classic_scorecard() if isinstance(c, Threshold))
Lead = dict[str, str]
LEADS: list[Lead] = list(csv.DictReader(io.StringIO(sample_leads().decode())))


def portion(leads: Iterable[Lead], holds: Callable[[Lead], bool]) -> float:
    found = [holds(lead) for lead in leads]
    return sum(found) / len(found)


def is_won(lead: Lead) -> bool:
    return lead["Outcome"] == "won"


def win_rate(name: str, value: str) -> tuple[float, float]:
    """The Wilson interval of wins among the decided leads with a value."""
    decided = [lead for lead in LEADS if lead[name] == value and lead["Outcome"] != "open"]
    estimate = share(sum(map(is_won, decided)), len(decided))
    return estimate.low, estimate.high


def test_making_them_up_again_gives_the_same_bytes() -> None:
    assert sample_csv() == sample_leads()


def test_there_are_3000_in_six_months_and_every_answer_is_one_of_the_scorecards() -> None:
    assert len(LEADS) == len({lead["Lead"] for lead in LEADS}) == 3_000
    assert sorted({lead["Month"] for lead in LEADS}) == [f"2026-0{month}" for month in range(1, 7)]
    for criterion in CRITERIA:
        assert {lead[criterion.name] for lead in LEADS} == {*criterion.labels, ""}
    assert all((lead["Revenue"] != "") == is_won(lead) for lead in LEADS)


def test_8_to_12_percent_are_truly_qualified() -> None:
    scorecard = Scorecard(CRITERIA, THRESHOLD)

    def truly(lead: Lead) -> bool:
        sound = lead["Need"] == "Clear" and lead["Budget"] != "None" and lead["Size"] == "50,000 or more"
        return sound and score(scorecard, lead).verdict == Verdict.QUALIFIED

    assert 0.08 <= portion(LEADS, truly) <= 0.12


def test_10_to_15_percent_of_marketings_leads_are_won_and_fewer_of_the_unqualified() -> None:
    mqls = [lead for lead in LEADS if lead["Qualified by"] in {"vetted", "self-qualified"}]
    others = [lead for lead in LEADS if lead["Qualified by"] == "unqualified"]
    assert 0.10 <= portion(mqls, is_won) <= 0.15
    assert portion(others, is_won) < 0.06


def test_need_budget_role_and_size_predict_winning() -> None:
    for criterion in CRITERIA:
        if criterion.name != "Timing":
            best, *_, worst = (win_rate(criterion.name, label) for label in criterion.labels)
            assert best[0] > worst[1]


def test_timing_predicts_nothing() -> None:
    soon, late = (win_rate("Timing", label) for label in ("Within six months", "In a year or later"))
    assert soon[0] < late[1]
    assert late[0] < soon[1]
    assert abs(sum(soon) - sum(late)) / 2 < 0.02


def test_trade_shows_are_the_loudest_source_and_the_poorest() -> None:
    sources = {lead["Source"] for lead in LEADS}
    many = {source: portion(LEADS, lambda lead, s=source: lead["Source"] == s) for source in sources}
    good = {source: portion([x for x in LEADS if x["Source"] == source], is_won) for source in sources}
    assert max(many, key=many.__getitem__) == min(good, key=good.__getitem__) == "Trade show"
