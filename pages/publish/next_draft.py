"""The way to the next version: a draft of the whole text or of a few clauses, and the review that is due."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import open_draft, widen_draft
from alignment.actions.reading import hold_review
from alignment.challenging import ids_in_force, open_challenges
from alignment.narrowing import about
from alignment.upkeep import review_due, review_is_due, review_is_near
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import day


def begin_next() -> None:
    """Open the next draft from the version in force, of the clauses chosen or of the whole text."""
    with session.attempt("next"):
        workshop = session.act(open_draft, session.typed("next.clauses", ()))
        following = workshop.version
        session.said(f"Version {following} is being drafted. Version {following - 1} stays in force.")


def ask_for_next(here: Here) -> None:
    """For a facilitator: begin the next version, of the whole text or of a few clauses."""
    if not here.me.facilitator:
        return
    clauses, version = here.workshop.clauses, here.workshop.version
    challenged = dict.fromkeys(challenge.clause_id for challenge in open_challenges(here.workshop))
    st.subheader("Change it")
    st.write(
        f"A new draft begins from this text. Version {version} stays in force until the next one is signed."
    )
    st.multiselect(
        "Only these clauses (none: the whole text)",
        ids_in_force(here.workshop),
        default=[clause_id for clause_id in challenged if clause_id in ids_in_force(here.workshop)],
        key="next.clauses",
        placeholder="The whole text",
        format_func=lambda clause_id: clauses[clause_id].name,
    )
    st.button("Open a new draft", key="next.go", icon=":material/edit_document:", on_click=begin_next)
    session.show_refusal("next")


def widen() -> None:
    """Put every clause on the table in the present draft."""
    with session.attempt("widen"):
        session.act(widen_draft)
        session.said("Every clause can be changed in this draft now.")


def show_what_it_is_about(here: Here) -> None:
    """In a draft of a few clauses: which they are, and for a facilitator the way to the whole text."""
    if not here.workshop.only:
        return
    st.info(
        f"{plain(about(here.workshop))} Everything else stays as it is in force.",
        icon=":material/filter_center_focus:",
    )
    if here.me.facilitator:
        st.button("Open the whole text", key="widen.go", icon=":material/open_in_full:", on_click=widen)
        session.show_refusal("widen")


def review_words(here: Here) -> str:
    """When the definition is due for a review, or was."""
    due = review_due(here.workshop)
    if due is None:
        return ""
    verb = "was" if review_is_due(here.workshop, here.now) else "is"
    return f"Version {here.workshop.version} {verb} due for review on {day(due, session.time_zone())}."


def keep_it() -> None:
    """The definition was reviewed and stays as it is."""
    with session.attempt("upkeep"):
        session.act(hold_review, session.typed("upkeep.note"))
        session.said("The review is on record. The next one is due later.")


def show_review(here: Here) -> None:
    """When the next review is; when it is near, a facilitator says that it was held and nothing changes."""
    if not review_is_near(here.workshop, here.now):
        st.caption(review_words(here))
        return
    st.warning(review_words(here), icon=":material/event_repeat:")
    if not here.me.facilitator:
        return
    with st.form("upkeep"):
        st.text_input("What you looked at (optional)", key="upkeep.note")
        st.form_submit_button(
            "Reviewed, nothing to change", key="upkeep.go", icon=":material/task_alt:", on_click=keep_it
        )
    session.show_refusal("upkeep")


def challenged_words(here: Here) -> str:
    """Which clauses are challenged, in Markdown for one line; empty if none is."""
    ids = dict.fromkeys(challenge.clause_id for challenge in open_challenges(here.workshop))
    names = [label(here.workshop.clauses[clause_id].name) for clause_id in ids]
    return f"Challenged: {', '.join(names)}" if names else ""
