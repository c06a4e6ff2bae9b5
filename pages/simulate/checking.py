"""Checks: what the tried scorecard says without meaning to, each with its repair as a button."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from alignment.actions.clauses import withdraw_clause
from alignment.actions.revising import Wanted, revise_all
from alignment.clauses import Clause
from definitions.checks import CheckKind, Finding, Repair, checks
from definitions.phrases import counted
from definitions.repairing import tried_repair
from definitions.scorecard import Scorecard
from definitions.texts import fold_name
from pages.shared import session
from pages.shared.text import label, plain
from pages.simulate.proposals import why_not_propose
from pages.simulate.trial import keep, trial
from pages.simulate.trying import Trying

A_PAGE = 8
PLACE = "what_if.checks"
GRAVE = frozenset({CheckKind.OUT_OF_REACH, CheckKind.EVERYBODY, CheckKind.CONTRADICTION})


def show_checks(trying: Trying) -> None:
    """The findings, the most serious first, some at a time."""
    found = found_in(trying.tried)
    if not found:
        st.markdown("**Nothing to mend: no contradiction, no gap and no overlap was found.**")
        return
    st.markdown(f"**{counted(len(found), 'finding').capitalize()} about the scorecard as tried here.**")
    why_not = why_not_propose(trying.found)
    if why_not:
        st.caption(why_not)
    session.show_refusal(PLACE)
    slot = st.container(gap="small")
    pages = -(-len(found) // A_PAGE)
    page = min(st.pagination(pages, key="what_if.checks_page"), pages) if pages > 1 else 1
    with slot:
        for place, finding in list(enumerate(found))[(page - 1) * A_PAGE : page * A_PAGE]:
            _show(trying, finding, f"{place}", may_propose=not why_not)


@lru_cache(maxsize=64)
def found_in(scorecard: Scorecard) -> tuple[Finding, ...]:
    """What the checks find; the same scorecard is checked once."""
    return checks(scorecard)


def _show(trying: Trying, finding: Finding, key: str, may_propose: bool) -> None:
    colour, icon = ("red", "error") if finding.kind in GRAVE else ("orange", "warning")
    with st.container(border=True, gap="xsmall", key=f"what_if.finding.{key}"):
        badge = f":{colour}-badge[:material/{icon}: {finding.kind.value.capitalize()}]"
        st.markdown(f"{badge} **{label(finding.clause)}**\n\n{plain(finding.sentence)}")
        if finding.repair is not None:
            _ask(trying, finding, finding.repair, key, may_propose)


def _ask(trying: Trying, finding: Finding, repair: Repair, key: str, may_propose: bool) -> None:
    """The repair in words, with a button that tries it, or proposes what cannot be tried."""
    mended = tried_repair(trial(trying.workshop.id), trying.tried, repair)
    with st.container(horizontal=True, vertical_alignment="center"):
        if mended is not None:
            args = (trying.workshop.id, mended)
            st.button("Try it", key=f"what_if.try.{key}", icon=":material/build:", on_click=keep, args=args)
        elif may_propose:
            _ask_to_propose(trying, finding, repair, key)
        st.markdown(plain(repair.words), width="stretch")


def _ask_to_propose(trying: Trying, finding: Finding, repair: Repair, key: str) -> None:
    clauses = {fold_name(clause.name): clause for clause in _clauses(trying)}
    words = "Leave it out" if repair.left_out else "Propose it"
    names = repair.left_out or tuple(content.name for content in repair.revised)
    if not all(fold_name(name) in clauses for name in names):
        return
    if repair.left_out:
        ids = tuple(clauses[fold_name(name)].id for name in repair.left_out)
        st.button(
            words,
            key=f"what_if.leave_out.{key}",
            icon=":material/block:",
            on_click=_leave_out,
            args=(ids, finding.sentence),
        )
        return
    found = ((clauses[fold_name(content.name)], content) for content in repair.revised)
    wanted = tuple(Wanted(c.id, c.revisions[-1].number, content) for c, content in found)
    st.button(
        words,
        key=f"what_if.mend.{key}",
        icon=":material/how_to_vote:",
        on_click=_propose,
        args=(wanted, finding.sentence),
    )


def _clauses(trying: Trying) -> tuple[Clause, ...]:
    threshold = trying.present.threshold
    return (*trying.present.criteria, *((threshold,) if threshold is not None else ()))


def _propose(wanted: tuple[Wanted, ...], why: str) -> None:
    with session.attempt(PLACE):
        workshop = session.act(revise_all, wanted, why)
        for each in wanted:
            keep(workshop.id, trial(workshop.id).without(each.content.name))
        session.said("The repair is proposed. The teams can vote on it.")


def _leave_out(clause_ids: tuple[str, ...], why: str) -> None:
    with session.attempt(PLACE):
        for clause_id in clause_ids:
            session.act(withdraw_clause, clause_id, why)
        session.said("It is left out. It can be brought back on the criteria page.")
