"""The business problems at hand while a lead is asked about them: searched, and the ones it has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from definitions.problems import Problem
from definitions.texts import fold_name
from pages.shared import session
from pages.shared.text import label, plain
from pages.use.qualifying.draft import Qualifying, keep, qualifying

MOST_SHOWN = 5
SEARCH = "qualify.problems.search"


def show_problems(now: Qualifying) -> None:
    """The problems that match what is sought, each to be chosen or given up."""
    problems, chosen = now.text.problems, now.draft.problems
    if not problems:
        st.caption("The definition lists no business problems.")
        return
    with st.container(border=True, key="qualify.problems"):
        st.markdown("**Which of these problems does the contact have?**")
        sought = ""
        if len(problems) > MOST_SHOWN:
            sought = st.text_input(
                "Search the problems", key=SEARCH, type="search", live=True,
                placeholder="Search the problems", label_visibility="collapsed",
            ) or ""  # fmt: skip
        found = _matching(problems, sought)
        first = [problem for problem in problems if problem.name in chosen]
        shown = first + [problem for problem in found if problem.name not in chosen][:MOST_SHOWN]
        for problem in shown:
            _show(problem, problem.name in chosen)
        left = len(found) - sum(problem in found for problem in shown)
        if left:
            st.caption(f"and {left} more: search to find them")


def _matching(problems: Sequence[Problem], sought: str) -> list[Problem]:
    words = fold_name(sought).split()
    texts = {p.name: fold_name(f"{p.name} {p.signs} {p.solution}") for p in problems}
    return [problem for problem in problems if all(word in texts[problem.name] for word in words)]


def _show(problem: Problem, chosen: bool) -> None:
    signs = f"A contact who has it: {plain(problem.signs)}  \n" if problem.signs else ""
    with st.container(gap="xsmall", key=f"qualify.problem.card.{problem.name}"):
        # A button and no checkbox: with the focus in a checkbox the keys for the answers would do nothing.
        st.button(
            f"**{label(problem.name)}**{' · chosen' if chosen else ''}",
            key=f"qualify.problem.{problem.name}",
            icon=":material/check_box:" if chosen else ":material/check_box_outline_blank:",
            type="tertiary",
            on_click=_turn,
            args=(problem.name,),
            wrap=True,
        )
        st.caption(f"{signs}What we do: {plain(problem.solution)}")


def _turn(name: str) -> None:
    now = qualifying(session.here())
    if now is None:
        return
    chosen = now.draft.problems
    chosen = tuple(each for each in chosen if each != name) if name in chosen else (*chosen, name)
    keep(now.here, replace(now.draft, problems=chosen))
