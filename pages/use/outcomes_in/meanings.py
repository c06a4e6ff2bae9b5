"""Which of two things happened, why leads were rejected, and by which version they were qualified."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from data.outcomes.suggestions import suggest_decision, suggest_reasons
from data.suggestions import suggest_meaning
from definitions.mapping import OutcomeMapping
from definitions.mapping_edits import Meaning, with_meaning
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import DecisionMapping, ReasonMapping
from pages.shared import session
from pages.shared.session import Here
from pages.simulate.adding import draft
from pages.simulate.adding.meanings import NOT_THERE
from pages.simulate.adding.values import ask_values, chosen_values
from pages.use.outcomes_in.draft import Coming, change, handoff

DECIDED = {"Means accepted": "accepted", "Means rejected": "rejected"}
CLOSED = {"Means won": "won", "Means lost": "lost"}


def ask_which(found: Coming) -> None:
    """Only where one moment's column is that of two events, or of one of them."""
    if _shares(found, Event.ACCEPTED, Event.REJECTED):
        _ask_decision(found)
    if _shares(found, Event.WON, Event.LOST):
        _ask_outcome(found)


def _shares(found: Coming, *ends: Event) -> bool:
    """Whether one column is the moment of two ends, or of one of them only."""
    mapped = [each.column for each in found.mapping.events if each.event in ends]
    return bool(mapped) and len(set(mapped)) == 1


def _ask_decision(found: Coming) -> None:
    mapped = found.mapping.decision
    untold = Event.ACCEPTED in found.mapping.untold
    words = "Column that says accepted or rejected"
    _ask_which_of_two(found, "decision", words, mapped, ("decided", DECIDED), _sort_decision, untold)


def _sort_decision(found: Coming, mapped: DecisionMapping) -> None:
    sorted_ = _sorted(found, mapped, "decided", DECIDED)
    change(found, decision=DecisionMapping(column=mapped.column, **sorted_))


def _ask_outcome(found: Coming) -> None:
    mapped = found.now.mapping.outcome
    untold = Event.WON in found.whole.untold
    words = "Column that says won or lost"
    _ask_which_of_two(found, "outcome", words, mapped, ("closed", CLOSED), _sort_outcome, untold)


def _sort_outcome(found: Coming, mapped: OutcomeMapping) -> None:
    changed = OutcomeMapping(column=mapped.column, **_sorted(found, mapped, "closed", CLOSED))
    draft.change(found.now, with_meaning(found.now.mapping, Meaning.OUTCOME, changed))


def _ask_which_of_two(
    found: Coming,
    what: str,
    words: str,
    mapped: DecisionMapping | OutcomeMapping | None,
    values: tuple[str, dict[str, str]],
    sort: Callable[..., None],
    untold: bool,
) -> None:
    """The column that says which of two things happened, and what means each; a warning while none does."""
    place, fields = values
    with st.container(border=True):
        _ask_column(found, what, words, mapped.column if mapped else None)
        column = found.now.column(mapped.column) if mapped else None
        if mapped is not None and column is not None:
            with st.grid(2, min_column_width=220):
                ask_values(found.now, (place,), column, _groups(mapped, fields), sort, (found, mapped))
        elif untold:
            st.warning("One column says when of both, so another must say which of the two it was.")


def _groups(mapped: DecisionMapping | OutcomeMapping, fields: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {words: getattr(mapped, field) for words, field in fields.items()}


def _sorted(
    found: Coming, mapped: DecisionMapping | OutcomeMapping, place: str, fields: dict[str, str]
) -> dict[str, tuple[str, ...]]:
    """Field -> the values that are chosen for it on the page."""
    chosen = chosen_values(found.now, (place,), mapped.column, _groups(mapped, fields))
    return {field: chosen[words] for words, field in fields.items()}


def ask_reasons(found: Coming, here: Here) -> None:
    """The reasons of rejections, sorted by the handoff's list, and the version's column."""
    st.subheader("Why leads were rejected, and by which version", anchor=False)
    with st.container(border=True):
        with st.grid(2, min_column_width=220):
            _ask_column(found, "reason", "Reason of a rejection", found.mapping.reason)
            _ask_column(found, "version", "Version of the definition", found.mapping.version)
        column = found.now.column(found.mapping.reason)
        if column is None:
            return
        if found.mapping.reasons:
            with st.grid(2, min_column_width=260):
                ask_values(found.now, ("reasons",), column, _reasons(found), _sort_reasons, (found,))
        listed = (
            "no reason of the handoff's"
            if handoff(here).reject_reasons
            else "none; the handoff lists no reason"
        )
        st.caption(f"What means {listed} keeps its own words, and no clause.")


def _reasons(found: Coming) -> dict[str, tuple[str, ...]]:
    return {_words(each): each.values for each in found.mapping.reasons}


def _words(reason: ReasonMapping) -> str:
    clause = f" (clause {reason.clause})" if reason.clause else ""
    return f"{reason.words}{clause}"


def _sort_reasons(found: Coming) -> None:
    column = found.mapping.reason or ""
    chosen = chosen_values(found.now, ("reasons",), column, _reasons(found))
    change(
        found,
        reasons=tuple(e.model_copy(update={"values": chosen[_words(e)]}) for e in found.mapping.reasons),
    )


def _ask_column(found: Coming, what: str, words: str, current: str | None) -> None:
    columns = ["", *(column.name for column in found.now.understood.columns)]
    st.selectbox(
        words,
        columns,
        index=columns.index(current) if current in columns else 0,
        format_func=lambda name: found.now.header(name) or NOT_THERE,
        key=found.now.key("outcomes", what),
        on_change=_choose,
        args=(found, what),
    )


def _choose(found: Coming, what: str) -> None:
    column = found.now.column(session.typed(found.now.key("outcomes", what), ""))
    name = column.name if column is not None else None
    if what == "decision":
        change(found, decision=suggest_decision(column) if column is not None else None)
    elif what == "outcome":
        part = suggest_meaning(column, Meaning.OUTCOME) if column is not None else None
        draft.change(found.now, with_meaning(found.now.mapping, Meaning.OUTCOME, part))
    elif what == "reason":
        reasons = suggest_reasons(column, handoff(session.here())) if column is not None else ()
        change(found, reason=name, reasons=reasons)
    else:
        change(found, version=name)
