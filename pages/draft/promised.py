"""The two-sided promise on one page: both sides, the stages, and whether it can be kept."""

from __future__ import annotations

import streamlit as st

from alignment.glossary import contents
from alignment.present import present
from alignment.workshop import Workshop
from definitions.handoff import Handoff
from definitions.handoffs.findings import handoff_findings
from definitions.handoffs.wording import clock_sentence, promises
from definitions.promise import supply_sentence
from pages.shared import live, session
from pages.shared.funnel import Step, show_stages
from pages.shared.lead_sets import profiles_of
from pages.shared.possible import show_possible
from pages.shared.team_size import ask_team
from pages.shared.text import label, plain

NO_CALENDAR = "No calendar is agreed, so the clocks run Monday to Friday, 9:00 to 17:00, UTC."
NOTHING_PROMISED = "Nothing yet: no volume, no share of complete or vetted leads. Edit the handoff to add it."


@st.fragment
def show_promised(clause_id: str) -> None:
    """Everything that the handoff promises, as it is worded now; it keeps itself up to date."""
    found = session.look()
    clause = found.workshop.clauses.get(clause_id) if found is not None else None
    if found is None or clause is None or clause.left_out or not isinstance(clause.content, Handoff):
        return
    handoff = clause.content
    live.listen(f"clause:{clause_id}", head=found.workshop.head, key="live.promised")
    st.header("The promise on one page")
    st.caption(plain(clock_sentence(handoff) or NO_CALENDAR))
    for sentence in handoff_findings(handoff, contents(found.workshop)):
        st.warning(plain(sentence), icon=":material/link_off:")
    _show_sides(handoff)
    _show_stages(handoff)
    _show_whether_possible(found.workshop, handoff)


def _show_sides(handoff: Handoff) -> None:
    sides = promises(handoff)
    titles = {"Marketing promises sales": sides.marketing, "Sales promises marketing": sides.sales}
    for column, (title, sentences) in zip(st.columns(2, gap="medium"), titles.items(), strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{title}**")
            lines = "\n".join(f"- {label(sentence)}" for sentence in sentences)
            st.markdown(lines or NOTHING_PROMISED)


def _show_stages(handoff: Handoff) -> None:
    steps = [Step(stage.name, stage.owner) for stage in handoff.stages if not stage.aside]
    aside = [
        f"{stage.name} ({stage.owner})" if stage.owner else stage.name
        for stage in handoff.stages
        if stage.aside
    ]
    show_stages(steps, key="handoff.stages")
    if aside:
        st.caption(f"Aside: {label(', '.join(aside))}.")


def _show_whether_possible(workshop: Workshop, handoff: Handoff) -> None:
    """The promises against the people there are and the leads in use."""
    st.subheader("Can it be kept?", anchor=False)
    on_the_table, used = present(workshop), workshop.lead_set_in_use
    if on_the_table is None or not used:
        _show_without_leads(handoff)
        return
    team = ask_team()
    profiles = profiles_of(workshop.lead_sets[used].fact.lead_set, on_the_table.scorecard.criteria)
    if isinstance(profiles, str):
        st.error(plain(profiles), icon=":material/error:")
        return
    name = label(workshop.lead_sets[used].fact.name)
    show_possible(profiles, on_the_table.scorecard, team, handoff, f"With the leads “{name}”.")


def _show_without_leads(handoff: Handoff) -> None:
    if handoff.supply is not None and handoff.supply.leads_a_month is not None:
        st.markdown(plain(supply_sentence(handoff, ask_team(), None)))
    st.caption("With criteria and leads, this page also says whether the clocks can be kept.")
    st.page_link("pages/simulate/leads.py", label="To the leads", icon=":material/groups:")
