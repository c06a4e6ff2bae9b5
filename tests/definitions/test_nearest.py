"""What a lead would need to qualify, against trying every other combination of answers."""

from hypothesis import given
from hypothesis import strategies as st

from definitions.criteria import AnsweredBy
from definitions.nearest import Way, nearest, way_sentence
from definitions.scorecard import Scorecard
from tests.definitions.cards import LABELS, NAMES, SCORECARDS, Lead, classic, every_lead, qualifies

LEADS = st.fixed_dictionaries({name: st.sampled_from((None, *LABELS)) for name in NAMES})


def place(label: str | None) -> int:
    return LABELS.index(label) if label is not None else len(LABELS)


def changed(lead: Lead, way: Way) -> Lead:
    return {**lead, **{step.criterion: step.after for step in way.steps}}


@given(SCORECARDS, LEADS)
def test_a_way_qualifies_the_lead_with_the_fewest_other_answers_and_the_shortest_comes_first(
    scorecard: Scorecard, lead: Lead
) -> None:
    ways = nearest(scorecard, lead, fixed=())
    others = [other for other in every_lead(scorecard) if qualifies(scorecard, other)]
    distances = [
        (sum(other[n] != lead[n] for n in NAMES), sum(abs(place(other[n]) - place(lead[n])) for n in NAMES))
        for other in others
        if all(other[n] is not None or lead[n] is None for n in NAMES)
    ]
    if qualifies(scorecard, lead) or not distances:
        assert ways == ()
        return
    for way in ways:
        assert qualifies(scorecard, changed(lead, way))
        assert all(step.before == lead[step.criterion] for step in way.steps)
    assert (len(ways[0].steps), ways[0].length) == min(distances)
    assert [way.length for way in ways] == sorted(way.length for way in ways)


@given(SCORECARDS, LEADS)
def test_what_is_fixed_never_changes(scorecard: Scorecard, lead: Lead) -> None:
    for way in nearest(scorecard, lead, fixed=("A",)):
        assert "A" not in {step.criterion for step in way.steps}
        assert qualifies(scorecard, changed(lead, way))


def test_what_a_data_source_said_cannot_change_but_what_it_does_not_know_can_be_found_out() -> None:
    scorecard = classic()
    size = scorecard.criteria[4].model_copy(update={"answered_by": AnsweredBy.DATA, "gate": "50,000 or more"})
    scorecard = Scorecard((*scorecard.criteria[:4], size), scorecard.threshold)
    lead = {"Budget": "Ready", "Role": "Decision maker", "Need": "Clear", "Timing": "Within six months"}
    assert nearest(scorecard, {**lead, "Size": "Under 100"}) == ()
    (way,) = nearest(scorecard, lead)
    assert way_sentence(way) == "Size “50,000 or more” (not known yet)."


def test_the_ways_are_said_in_the_scorecards_order() -> None:
    lead = {"Budget": "None", "Role": "Recommender", "Need": "Not clear", "Size": "50,000 or more"}
    assert way_sentence(nearest(classic(), lead)[0]) == (
        "Budget “Being formulated” instead of “None”, Need “Clear” instead of “Not clear” and "
        "Timing “Within six months” (not known yet)."
    )
