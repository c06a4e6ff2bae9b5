"""The lead sets of a workshop: what is in each, who added it, mapping it again, and taking one out."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.leads import choose_lead_set, remove_lead_set
from alignment.workshop import LeadSetEntry
from definitions.criteria import Criterion
from definitions.phrases import number
from definitions.texts import fold_name
from definitions.understood import outcome_rate, period
from pages.shared import session
from pages.shared.lead_sets import criteria_of, is_sample
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import moment
from pages.simulate.adding.again import begin_again
from pages.simulate.warehouse.origin import ask_again, show_origin

MOST_NAMED = 12


def show_lead_sets(here: Here) -> None:
    """Every lead set, the newest first, and the way to try something on them."""
    criteria = criteria_of(here.workshop)
    for entry in reversed(here.workshop.lead_sets.values()):
        _show(here, entry, criteria)
    if here.workshop.lead_sets:
        st.page_link("pages/simulate/what_if.py", label="Try a threshold on them", icon=":material/tune:")


def _show(here: Here, entry: LeadSetEntry, criteria: tuple[Criterion, ...]) -> None:
    fact = entry.fact
    with st.container(border=True, gap="xsmall", key=f"leads-{fact.lead_set[:12]}"):
        st.markdown(f"**{label(fact.name)}**{_badges(here, entry)}")
        months = period(fact.months) or "no month known"
        aside = f" {number(fact.set_aside)} {_rows(fact.set_aside)} set aside." if fact.set_aside else ""
        st.markdown(f"{number(fact.rows)} {_leads(fact.rows)}, {months}.{aside}")
        st.markdown(outcome_rate(fact.won, fact.lost, fact.open))
        st.markdown(_answers(fact.criteria, criteria))
        st.caption(_came(here, entry))
        show_origin(entry)
        _ask_what_next(here, entry)


def _leads(count: int) -> str:
    return "lead" if count == 1 else "leads"


def _rows(count: int) -> str:
    return "row was" if count == 1 else "rows were"


def _badges(here: Here, entry: LeadSetEntry) -> str:
    """Whether these leads are in use, and whether they are made up."""
    used = here.workshop.lead_set_in_use == entry.fact.lead_set
    made_up = is_sample(entry) and "made up" not in entry.fact.name
    used_badge = " :green-badge[:material/check: In use]" if used else ""
    return f"{used_badge}{' :gray-badge[made up]' if made_up else ''}"


def _came(here: Here, entry: LeadSetEntry) -> str:
    """From where the leads came, through whom and when."""
    fact, who = entry.fact, label(here.workshop.name_of(entry.by))
    when = moment(entry.at, session.time_zone())
    source = f"From the file {label(fact.file_name)}. " if fact.file_name else ""
    if not fact.mapped_from:
        return f"{source}Added by {who} on {when}"
    former = here.workshop.lead_sets.get(fact.mapped_from)
    of = f" from {label(former.fact.name)}, added {moment(former.at, session.time_zone())}" if former else ""
    return f"{source}Mapped again on {when} by {who}{of}"


def _answers(answered: tuple[str, ...], criteria: tuple[Criterion, ...]) -> str:
    """Which criteria the leads answer and which not, or what to do if they answer none."""
    if not answered:
        return "Answers no criterion. Once there are criteria, map the leads again to match them."
    known = {fold_name(name) for name in answered}
    lacking = [criterion.name for criterion in criteria if fold_name(criterion.name) not in known]
    without = f" Not matched: {_named(lacking)}." if lacking else ""
    return f"Answers {_named(answered)}.{without}"


def _named(names: tuple[str, ...] | list[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{', '.join(label(name) for name in names[:MOST_NAMED])}{more}"


def _ask_what_next(here: Here, entry: LeadSetEntry) -> None:
    """Map again, make it the one in use, remove it; a refusal stands under them."""
    fact = entry.fact
    if session.noted("leads.removing") == fact.lead_set and here.me.facilitator:
        _ask_sure(fact.lead_set)
        return
    with st.container(horizontal=True):
        ask_again(here, entry)
        if (here.me.votes or here.me.facilitator) and fact.origin is None:
            _button("again", "Map again", "schema", fact.lead_set, begin_again, fact.lead_set, fact.name)
        if here.me.facilitator and here.workshop.lead_set_in_use != fact.lead_set:
            _button("use", "Use these", "check", fact.lead_set, _use, fact.lead_set)
        if here.me.facilitator:
            _button(
                "remove", "Remove", "delete", fact.lead_set, session.note, "leads.removing", fact.lead_set
            )
    session.show_refusal(f"leads.{fact.lead_set}")


def _button(what: str, words: str, icon: str, lead_set: str, act: Callable[..., None], *args: str) -> None:
    st.button(
        words,
        key=f"leads.{what}.{lead_set}",
        type="tertiary",
        icon=f":material/{icon}:",
        on_click=act,
        args=args,
    )


def _ask_sure(lead_set: str) -> None:
    """Remove a lead set, after asking once."""
    st.warning(
        "Nobody here can try a threshold on these leads any more. Votes and proposals stay as they are."
    )
    with st.container(horizontal=True):
        st.button("Remove these leads", key=f"leads.sure.{lead_set}", on_click=_remove, args=(lead_set,))
        st.button(
            "Keep them", key=f"leads.keep.{lead_set}", on_click=session.note, args=("leads.removing", None)
        )


def _use(lead_set: str) -> None:
    with session.attempt(f"leads.{lead_set}"):
        session.act(choose_lead_set, lead_set)
        session.said("Ballots and the what-if page begin with these leads now.")


def _remove(lead_set: str) -> None:
    session.note("leads.removing", None)
    with session.attempt(f"leads.{lead_set}"):
        session.act(remove_lead_set, lead_set)
        session.said("The leads were removed from the workshop.")
