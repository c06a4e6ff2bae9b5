"""A mapping as a file that people write and keep: columns by their names, answers by their labels.

{"decimal": ",", "criteria": {"Size": {"column": "Staff", "answers": {"Large": ["big", {"at_least": 500}]}}}}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.importing.understood import Column, Understood
from data.leads_refused import LeadsRefused
from data.scoring.by_label import answered_by, by_label, spellings
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping
from definitions.mapping_edits import with_criterion, with_missing
from definitions.numbers import DecimalMark
from definitions.phrases import quoted
from definitions.ranges import Range
from definitions.texts import fold_name

MOST_BYTES = 10_000_000


class ColumnFile(BaseModel):
    """The column of a criterion; what means its answers, beside their own labels; what stands for nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    column: str
    answers: dict[str, tuple[Annotated[str | Range, Field(union_mode="left_to_right")], ...]] = Field(
        default_factory=dict
    )
    missing: tuple[str, ...] = ()


class MappingFile(BaseModel):
    """The columns of the criteria; those not named are found by their names."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    criteria: dict[str, ColumnFile] = Field(default_factory=dict)
    decimal: DecimalMark | None = None


def read_mapping(path: Path) -> MappingFile:
    """The mapping in a file; raises LeadsRefused if it is none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise LeadsRefused(f"{path.name} is too large for a mapping.")
        return MappingFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise LeadsRefused(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = " > ".join(str(part) for part in first["loc"])
        raise LeadsRefused(f"{path.name} is no mapping: {where or 'the file'}: {first['msg']}.") from error


def mapped_by(file: MappingFile, understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """What a file's columns mean: as the mapping says, else by names and labels.

    Raises LeadsRefused when it names a criterion, an answer or a column that is not there.
    """
    mapping = by_label(understood, criteria)
    if file.decimal is not None:
        mapping = mapping.model_copy(update={"decimal": file.decimal})
    for name, said in file.criteria.items():
        criterion = _called(name, criteria)
        column = _column(said.column, understood)
        known = answered_by(criterion, column, spellings(understood, column))
        mapping = with_criterion(mapping, _with_said(known, criterion, said))
        mapping = with_missing(mapping, column.name, (*mapping.missing_in(column.name), *said.missing))
    return mapping


def mapping_file(mapping: Mapping, understood: Understood) -> bytes:
    """The mapping of a file that was understood, to be used again for the next of its kind."""
    headers = {column.name: column.header for column in understood.columns}
    criteria = {
        mapped.criterion: ColumnFile(
            column=headers[mapped.column],
            answers={each.answer: (*each.values, *each.ranges) for each in mapped.answers},
            missing=mapping.missing_in(mapped.column),
        )
        for mapped in mapping.criteria
        if mapped.column is not None
    }
    file = MappingFile(criteria=criteria, decimal=mapping.decimal)
    return (json.dumps(file.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()


def _with_said(known: CriterionMapping, criterion: Criterion, said: ColumnFile) -> CriterionMapping:
    """The criterion's mapping with what the file says; a text it names elsewhere is no label's any more."""
    meanings = {fold_name(label): label for label in criterion.labels}
    told = {_label(answer, meanings, criterion): means for answer, means in said.answers.items()}
    taken = {text for means in told.values() for text in means if isinstance(text, str)} | {*said.missing}
    ranged = any(isinstance(each, Range) for means in told.values() for each in means)
    answers = [_answer(each, told.get(each.answer, ()), taken, ranged) for each in known.answers]
    try:
        return CriterionMapping(criterion=known.criterion, column=known.column, answers=tuple(answers))
    except ValidationError as error:
        raise LeadsRefused(f"In {quoted(criterion.name)} a value means two answers.") from error


def _answer(
    known: AnswerMapping, means: Iterable[str | Range], taken: set[str], ranged: bool
) -> AnswerMapping:
    """An answer with its texts and ranges; where the file names ranges, they are all there are."""
    texts = tuple(dict.fromkeys(each for each in means if isinstance(each, str)))
    ranges = tuple(each for each in means if isinstance(each, Range))
    own = tuple(text for text in known.values if text not in taken)
    return AnswerMapping(
        answer=known.answer, values=(*texts, *own), ranges=ranges if ranged else known.ranges
    )


def _label(answer: str, meanings: dict[str, str], criterion: Criterion) -> str:
    if fold_name(answer) not in meanings:
        raise LeadsRefused(f"{quoted(criterion.name)} has no answer {quoted(answer)}.")
    return meanings[fold_name(answer)]


def _called(name: str, criteria: Sequence[Criterion]) -> Criterion:
    found = next((each for each in criteria if fold_name(each.name) == fold_name(name)), None)
    if found is None:
        raise LeadsRefused(f"The definition has no criterion {quoted(name)}.")
    return found


def _column(name: str, understood: Understood) -> Column:
    found = next((each for each in understood.columns if fold_name(each.header) == fold_name(name)), None)
    if found is None:
        raise LeadsRefused(f"The file has no column {quoted(name)}.")
    return found
