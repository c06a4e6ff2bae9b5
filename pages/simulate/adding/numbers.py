"""Numbers that mean an answer: from where to where, with what is claimed twice or by no answer."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from data.importing import Column, Type
from definitions.mapping import AnswerMapping, CriterionMapping
from definitions.mapping_edits import with_criterion, with_missing
from definitions.numbers import read_number
from definitions.phrases import listed, number
from definitions.range_faults import gaps, overlaps
from definitions.ranges import Range
from pages.shared import session
from pages.shared.text import label
from pages.simulate.adding import draft
from pages.simulate.adding.draft import Draft

BY_VALUE, BY_NUMBER = "By value", "By number"
MANY = 12
"""From so many different numbers on they are sorted by ranges unless somebody wants it otherwise."""


def by_number(now: Draft, clause_id: str, column: Column, mapped: CriterionMapping) -> bool:
    """Whether this column's numbers are sorted by ranges; can be chosen where most values are numbers."""
    if column.numeric < 0.5:
        return False
    ranged = any(each.ranges for each in mapped.answers)
    usual = ranged or (column.type is Type.NUMBER and column.distinct > MANY)
    chosen = st.segmented_control(
        "Sort the values",
        [BY_VALUE, BY_NUMBER],
        default=BY_NUMBER if usual else BY_VALUE,
        required=True,
        key=now.key("way", clause_id, column.name),
        label_visibility="collapsed",
    )
    return chosen == BY_NUMBER


def ask_ranges(now: Draft, clause_id: str, column: Column, mapped: CriterionMapping) -> None:
    """From where to where each answer reaches."""
    st.caption(f"The column’s numbers go from {label(column.least or '?')} to {label(column.most or '?')}.")
    for place, each in enumerate(mapped.answers):
        known = each.ranges[0] if each.ranges else None
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for end, words in (("at_least", "from"), ("below", "below")):
                st.number_input(
                    f"{label(each.answer)}: {words}",
                    value=getattr(known, end, None),
                    key=now.key(end, clause_id, column.name, each.answer),
                    on_change=_change,
                    args=(now, clause_id, mapped, place),
                    placeholder="no end",
                    format="%g",
                    width=220,
                )
        session.show_refusal(_place(clause_id, each))
    _ask_missing(now, clause_id, column)
    _show_faults(mapped)


def _ask_missing(now: Draft, clause_id: str, column: Column) -> None:
    """Numbers that only say that nothing is known, such as 999."""
    counts, missing = dict(column.top), now.mapping.missing_in(column.name)
    st.multiselect(
        "Stands for nothing",
        list(dict.fromkeys((*missing, *counts))),
        default=list(missing),
        format_func=lambda value: f"{value} ({number(counts.get(value, 0))})",
        key=now.key("missing", clause_id, column.name),
        on_change=_change_missing,
        args=(now, clause_id, column.name),
        placeholder="No value",
        select_all=False,
    )


def _change_missing(now: Draft, clause_id: str, column: str) -> None:
    markers = session.typed(now.key("missing", clause_id, column), [])
    draft.change(now, with_missing(now.mapping, column, markers))


def _change(now: Draft, clause_id: str, mapped: CriterionMapping, place: int) -> None:
    each = mapped.answers[place]
    column = mapped.column or ""
    ends = {e: session.typed(now.key(e, clause_id, column, each.answer), None) for e in ("at_least", "below")}
    with session.attempt(_place(clause_id, each)):
        ranges = (built(Range, **ends),) if any(end is not None for end in ends.values()) else ()
        answers = [_without_numbers(answer, now) for answer in mapped.answers]
        answers[place] = answers[place].model_copy(update={"ranges": ranges})
        changed = mapped.model_copy(update={"answers": tuple(answers)})
        draft.change(now, with_criterion(now.mapping, changed))


def _without_numbers(answer: AnswerMapping, now: Draft) -> AnswerMapping:
    """The answer without single numbers, which would count before any range."""
    words = tuple(value for value in answer.values if read_number(value, now.mapping.decimal) is None)
    return answer.model_copy(update={"values": words})


def _place(clause_id: str, each: AnswerMapping) -> str:
    return f"leads.range.{clause_id}.{each.answer}"


def _show_faults(mapped: CriterionMapping) -> None:
    for twice in overlaps(mapped.answers):
        st.warning(
            f"{label(twice.first)} and {label(twice.second)} both claim {_words(twice.claimed)}; "
            f"they count as {label(twice.first)}."
        )
    open_between = [_words(each) for each in gaps(mapped.answers)]
    if open_between:
        st.caption(f"No answer covers {listed(open_between)}.")


def _words(each: Range) -> str:
    if each.at_least is None:
        return f"below {each.below:g}"
    end = "and above" if each.below is None else f"to below {each.below:g}"
    return f"{each.at_least:g} {end}"
