"""One card a criterion: the column that answers it, and which of its values or numbers are which answer."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.present import present
from alignment.workshop import Workshop
from data.answer_counts import answer_counts
from data.importing import Column
from data.suggestions import suggest_answers
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping
from definitions.mapping_edits import with_criterion, with_insisted
from definitions.phrases import listed, number
from pages.draft.lists import page_of
from pages.shared import session
from pages.shared.text import label, plain
from pages.simulate.adding import draft
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.fresh import brought_news, show_fresh
from pages.simulate.adding.numbers import ask_ranges, by_number
from pages.simulate.adding.values import Groups, ask_values, chosen_values

NOT_THERE = "No column"
MOST_NAMED = 8


def ask_matching(now: Draft, workshop: Workshop) -> None:
    """The cards of the criteria on the table, a few a page."""
    st.subheader("How the leads answer the criteria", anchor=False)
    found = present(workshop)
    if found is None:
        st.info("There are no criteria yet. Add the leads now, and add the file again later to match it.")
        return
    ask_cards(now, list(zip(found.criteria, found.scorecard.criteria, strict=True)))


def ask_cards(now: Draft, cards: list[tuple[Clause, Criterion]]) -> None:
    """A card a criterion, those with new values first, a few a page."""
    matched = sum(_mapped(now, criterion).column is not None for _, criterion in cards)
    st.caption(
        f"Matched with a column: {matched} of {len(cards)}. "
        "What matches no answer is not answered: 0 points, and a gate is not passed."
    )
    if not matched:
        st.info("No column was recognised as an answer. Choose one below for at least one of the criteria.")
    if suspects := draft.leaks(now):
        names = listed([label(leak.header) for leak in suspects[:MOST_NAMED]])
        st.markdown(f":material/schedule: Not suggested, because it looks known only afterwards: {names}.")
    slot = st.container()
    page = page_of(len(cards), now.key("page"))
    with slot:
        for clause, criterion in sorted(cards, key=lambda card: not brought_news(now, card[1].name))[page]:
            _show_card(now, clause, criterion)


def _mapped(now: Draft, criterion: Criterion) -> CriterionMapping:
    """How a criterion is mapped, every one of its answers named."""
    mapped = now.mapping.of(criterion.name) or CriterionMapping(criterion=criterion.name)
    known = {each.answer: each for each in mapped.answers}
    answers = tuple(known.get(words, AnswerMapping(answer=words)) for words in criterion.labels)
    return mapped.model_copy(update={"answers": answers})


def _show_card(now: Draft, clause: Clause, criterion: Criterion) -> None:
    mapped = _mapped(now, criterion)
    column = now.column(mapped.column)
    with st.container(border=True, key=f"match-{clause.id}"):
        st.markdown(f"**{label(criterion.name)}**  \n{plain(criterion.question)}")
        _ask_column(now, clause, criterion, column)
        if column is None:
            st.caption("No lead answers this: 0 points for everybody, and a gate stops every lead.")
            return
        if _ask_insisted(now, clause, column):
            return
        show_fresh(now, column, _groups(mapped))
        if by_number(now, clause.id, column, mapped):
            ask_ranges(now, clause.id, column, mapped)
        else:
            with st.grid(3, min_column_width=220):
                place = ("value", clause.id)
                ask_values(now, place, column, _groups(mapped), _sort, (now, clause.id, mapped))
        _show_counts(now, column, mapped)


def _ask_column(now: Draft, clause: Clause, criterion: Criterion, column: Column | None) -> None:
    columns = ["", *(each.name for each in now.understood.columns)]
    st.selectbox(
        "Column",
        columns,
        index=columns.index(column.name) if column is not None else 0,
        format_func=lambda name: now.header(name) or NOT_THERE,
        key=now.key("match", clause.id),
        on_change=_choose_column,
        args=(now, clause.id, criterion),
        width=360,
    )


def _choose_column(now: Draft, clause_id: str, criterion: Criterion) -> None:
    column = now.column(session.typed(now.key("match", clause_id), ""))
    if column is None:
        mapped = CriterionMapping(criterion=criterion.name)
    else:
        mapped = suggest_answers(criterion, column, now.mapping.decimal)
    draft.change(now, with_criterion(now.mapping, mapped))


def _ask_insisted(now: Draft, clause: Clause, column: Column) -> bool:
    """Warn of a column that is known too late; gives whether it is refused as yet."""
    why = next((leak.sentence for leak in draft.leaks(now) if leak.column == column.name), None)
    if why is None:
        return False
    st.warning(plain(why), icon=":material/schedule:")
    insisted = column.name in now.mapping.insisted
    st.checkbox(
        "Use it all the same",
        value=insisted,
        key=now.key("insist", clause.id, column.name),
        on_change=_insist,
        args=(now, clause.id, column.name),
    )
    return not insisted


def _insist(now: Draft, clause_id: str, column: str) -> None:
    insisted = session.typed(now.key("insist", clause_id, column), False)
    draft.change(now, with_insisted(now.mapping, column, insisted))


def _groups(mapped: CriterionMapping) -> Groups:
    return {each.answer: each.values for each in mapped.answers}


def _sort(now: Draft, clause_id: str, mapped: CriterionMapping) -> None:
    """The values of this criterion's column were sorted otherwise."""
    chosen = chosen_values(now, ("value", clause_id), mapped.column or "", _groups(mapped))
    answers = tuple(each.model_copy(update={"values": chosen[each.answer]}) for each in mapped.answers)
    changed = mapped.model_copy(update={"answers": answers})
    draft.change(now, with_criterion(now.mapping, changed))


def _show_counts(now: Draft, column: Column, mapped: CriterionMapping) -> None:
    """How many leads give each answer, and what is left over."""
    labels = [each.answer for each in mapped.answers]
    *given, without = answer_counts(now.understood.raw, now.mapping, mapped, labels)
    counts = [f"{label(words)}: {number(count)}" for words, count in zip(labels, given, strict=True)]
    used = {value for each in mapped.answers for value in each.values}
    ranged = any(each.ranges for each in mapped.answers)
    rest = [] if ranged else [f"{value} ({number(n)})" for value, n in column.top if value not in used][:5]
    left = f", such as {label(', '.join(rest))}" if rest else ""
    st.caption(f"{' · '.join(counts)} · not answered: {number(without)}{left}")
