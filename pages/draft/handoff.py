"""Draft: from how many points a lead goes to sales, and what sales then promises."""

from __future__ import annotations

import streamlit as st

from alignment.glossary import contents
from alignment.workshop import Workshop
from data.starter import usual_handoff
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.handoffs.findings import unknown_clauses
from definitions.phrases import points
from pages.draft import lists, opening, proposing
from pages.draft.promised import show_promised
from pages.shared import session
from pages.shared.cards import show_card

KINDS = {
    ContentKind.THRESHOLD: (
        "Threshold",
        "From how many points a lead goes to sales, and what happens below.",
    ),
    ContentKind.HANDOFF: (
        "Handoff",
        "Who has a lead when, how soon sales decides and makes contact, and what both sides promise.",
    ),
}


def show_kind(kind: ContentKind, can_draft: bool) -> None:
    """The one clause of a kind, or the way to propose it; below it those left out."""
    title, about = KINDS[kind]
    st.header(title)
    st.caption(about)
    clauses = lists.of_kind(here, kind)
    if all(clause.left_out for clause in clauses):
        if not can_draft:
            st.info("Nobody has proposed one yet.", icon=":material/hourglass_empty:")
        elif not proposing.is_open(kind):
            ask_to_begin(kind)
        proposing.ask_new(kind, f"New {kind.value}")
    for clause in clauses:
        show_card(clause.id)
    for clause in clauses:
        if kind is ContentKind.HANDOFF and not clause.left_out:
            show_promised(clause.id)


def ask_to_begin(kind: ContentKind) -> None:
    """The ways to propose the one clause of a kind: blank, and for the handoff with what is usual."""
    with st.container(horizontal=True):
        proposing.ask_to_propose(kind, f"Propose the {kind.value}")
        if kind is ContentKind.HANDOFF:
            proposing.ask_to_begin_with(kind, "Begin with the usual handoff", usual)


def usual() -> Handoff:
    """The usual handoff, without reasons that name clauses which are not here."""
    handoff, found = usual_handoff(), session.look()
    unknown = unknown_clauses(handoff, contents(found.workshop)) if found is not None else ()
    kept = tuple(reason for reason in handoff.reject_reasons if reason not in unknown)
    return handoff.model_copy(update={"reject_reasons": kept})


def show_highest(workshop: Workshop) -> None:
    """How many points the criteria can give at most."""
    contents = [clause.content for clause in workshop.clauses.values() if not clause.left_out]
    criteria = [content for content in contents if isinstance(content, Criterion)]
    if not criteria:
        st.info(
            "There are no criteria yet, so no lead can have points. Begin with those.",
            icon=":material/checklist:",
        )
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")
        return
    highest = points(sum(criterion.highest for criterion in criteria))
    gives = "The one criterion gives" if len(criteria) == 1 else f"The {len(criteria)} criteria give"
    st.markdown(f"{gives} at most **{highest}**.")


here = session.here()
st.title("Threshold and handoff")
st.caption("When a lead changes hands, and what each side promises the other.")
can_draft = lists.show_why_closed(here)
if can_draft:
    opening.ask_to_open_all(here)
show_highest(here.workshop)
for kind in KINDS:
    show_kind(kind, can_draft)
