"""From the draft to a text that can be signed: why it came back, what is missing, how it will read."""

from __future__ import annotations

from collections.abc import Set

import streamlit as st

from alignment.clauses import Clause, Status
from alignment.readiness import Matter, lacks_of, preview
from alignment.standing import status, unsettled
from definitions.contents import ContentKind
from definitions.document import scorecard, sign
from definitions.phrases import counted
from pages.publish.evidence import measured_on
from pages.publish.requesting import signatories
from pages.publish.sheet import show_sheet
from pages.shared import session
from pages.shared.golden_leads import ask_to_acknowledge
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import moment

DRAFTED_ON = {
    ContentKind.CRITERION: "pages/draft/criteria.py",
    ContentKind.PROBLEM: "pages/draft/problems.py",
    ContentKind.TERM: "pages/draft/glossary.py",
    ContentKind.THRESHOLD: "pages/draft/handoff.py",
    ContentKind.HANDOFF: "pages/draft/handoff.py",
}
TO_DO = {
    Status.DRAFT: "{number} not yet put to the vote",
    Status.OPEN: "{number} being voted on",
    Status.DISPUTED: "{number} disputed",
}
PEOPLE = "pages/host/people.py"
WAYS = {
    Matter.CRITERIA: (DRAFTED_ON[ContentKind.CRITERION], "To the criteria", "checklist"),
    Matter.THRESHOLD: (DRAFTED_ON[ContentKind.THRESHOLD], "To the threshold", "handshake"),
    Matter.GOLDEN_LEADS: ("pages/simulate/what_if.py", "Look at the golden leads", "star"),
    Matter.TEAMS: (PEOPLE, "Invite people", "group_add"),
    Matter.DECIDER: (PEOPLE, "Name the decider", "gavel"),
}
"""Where what is missing is done: the page, a link's words and its icon."""
MOST_NAMES = 12


def show_sent_back(here: Here) -> None:
    """Why the last frozen text came back, if it did."""
    draft = here.workshop.declined
    if draft is None or draft.decline is None:
        return
    back = draft.decline
    did = "took the frozen draft back" if back.taken_back else "declined to sign"
    if back.reviewing:
        did = "reviewed the frozen draft and sent it back"
    when = moment(back.at, session.time_zone())
    who = label(here.workshop.name_of(back.by))
    st.warning(f"**{who}** {did} on {when}:\n\n{plain(back.reason)}", icon=":material/undo:")


def show_missing(here: Here) -> bool:
    """What still keeps the draft from being frozen, each with the way there; whether there is anything."""
    clauses, missing = unsettled(here.workshop, here.now), lacks_of(here.workshop)
    if not clauses and not missing:
        st.success("Every clause is settled: the draft can be frozen.", icon=":material/check_circle:")
        return False
    st.subheader("What is still missing")
    if missing:
        st.markdown("\n".join(f"- {plain(lack.sentence)}" for lack in missing))
        _show_ways(here, {lack.matter for lack in missing})
    for place, words, names in _groups(here, clauses):
        st.page_link(place, label=words, icon=":material/arrow_forward:")
        st.caption(names)
    return True


def _show_ways(here: Here, matters: Set[Matter]) -> None:
    """To each thing that is missing the way there, for those who can do it."""
    for matter, (place, words, icon) in WAYS.items():
        hosts = place == PEOPLE
        if matter in matters and (here.me.facilitator or not hosts):
            st.page_link(place, label=words, icon=f":material/{icon}:")
    if Matter.GOLDEN_LEADS in matters:
        ask_to_acknowledge(here)


def _groups(here: Here, clauses: tuple[Clause, ...]) -> list[tuple[str, str, str]]:
    """Unsettled clauses by where they are settled: the page, a link's words, the clauses' names."""
    groups: dict[tuple[str, Status], list[str]] = {}
    for clause in clauses:
        where = status(here.workshop, clause, here.now)
        groups.setdefault((_place(clause, where), where), []).append(label(clause.name))
    return [
        (place, TO_DO[where].format(number=counted(len(names), "clause").capitalize()), _named(names))
        for (place, where), names in groups.items()
    ]


def _place(clause: Clause, where: Status) -> str:
    if where is Status.DISPUTED:
        return "pages/decide/decisions.py"
    return "pages/decide/ballots.py" if where is Status.OPEN else DRAFTED_ON[clause.kind]


def _named(names: list[str]) -> str:
    rest = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")


def show_preview(here: Here) -> None:
    """The document as it stands now."""
    st.subheader("How it reads now")
    text = preview(here.workshop, signatories(here), here.now)
    if text is None:
        st.info(
            "The document appears here as soon as one criterion and the threshold are settled.",
            icon=":material/description:",
        )
        return
    st.caption("Only what is agreed or ruled stands in it.")
    counted_on_leads = measured_on(here.workshop, scorecard(text))
    if counted_on_leads is not None:
        text = text.model_copy(update={"evidence": counted_on_leads.evidence})
    show_sheet(sign(text, (), None))
