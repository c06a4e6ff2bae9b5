"""A mapping that was made for earlier criteria, for the criteria that are on the table now."""

from __future__ import annotations

from collections.abc import Sequence

from data.importing.understood import Understood
from data.suggestions import suggest, suggest_answers
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping
from definitions.mapping_edits import with_criterion
from definitions.texts import fold_name


def renewed(mapping: Mapping, understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """The mapping by these criteria only: what was chosen stays, for what is new something is suggested."""
    present = {fold_name(criterion.name): criterion for criterion in criteria}
    known = [mapped for mapped in mapping.criteria if fold_name(mapped.criterion) in present]
    found = mapping.model_copy(update={"criteria": ()})
    for mapped in known:
        asked = present[fold_name(mapped.criterion)]
        found = with_criterion(found, _with_present_answers(mapped, asked, mapping, understood))
    lacking = [criterion for criterion in criteria if mapping.of(criterion.name) is None]
    for mapped in suggest(understood, lacking).criteria if lacking else ():
        if mapped.column in _spoken_for(found):
            mapped = CriterionMapping(criterion=mapped.criterion)
        found = with_criterion(found, mapped)
    return found


def _spoken_for(mapping: Mapping) -> frozenset[str]:
    """The columns that cannot answer one more criterion; the source can answer one."""
    answering = {mapped.column for mapped in mapping.criteria if mapped.column}
    return (mapping.used - {mapping.source or ""}) | answering


def _with_present_answers(
    mapped: CriterionMapping, criterion: Criterion, mapping: Mapping, understood: Understood
) -> CriterionMapping:
    """How a criterion is mapped, by its answers of today; values that meant something keep to it."""
    column = next((c for c in understood.columns if c.name == mapped.column), None)
    if column is None:
        return CriterionMapping(criterion=criterion.name)
    known = {fold_name(each.answer): each for each in mapped.answers}
    kept = [known[fold_name(label)] for label in criterion.labels if fold_name(label) in known]
    taken = {*mapping.missing_in(mapped.column), *(value for each in kept for value in each.values)}
    suggested = {s.answer: s for s in suggest_answers(criterion, column, mapping.decimal).answers}
    answers = (
        known[fold_name(label)].model_copy(update={"answer": label})
        if fold_name(label) in known
        else _without(suggested[label], taken)
        for label in criterion.labels
    )
    return CriterionMapping(criterion=criterion.name, column=mapped.column, answers=tuple(answers))


def _without(answer: AnswerMapping, taken: set[str]) -> AnswerMapping:
    return answer.model_copy(update={"values": tuple(v for v in answer.values if v not in taken)})
