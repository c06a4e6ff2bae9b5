"""A clause's card: what it says, where it stands, how the teams voted, and what one can do about it."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause, Status
from alignment.narrowing import on_hand
from alignment.outcomes import Outcome
from alignment.standing import status
from alignment.wordings import last_agreed, last_voted_on
from alignment.workshop import Phase
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.phrases import number
from definitions.wording import answered_by_sentence, clause_sentence
from pages.draft import editing, moderation, opening
from pages.shared import live, session
from pages.shared.ballots import ask_own_vote
from pages.shared.changes import show_changes_since
from pages.shared.consequences import show_consequence
from pages.shared.discussion import show_discussion
from pages.shared.handoffs import handoff_details
from pages.shared.missing import ask_who_is_missing
from pages.shared.results import show_result
from pages.shared.session import Here
from pages.shared.statuses import clause_badges
from pages.shared.terms import ask_terms
from pages.shared.text import breakable, label, plain
from pages.shared.times import ago

_UNDER_VOTE = frozenset({Status.DRAFT, Status.OPEN, Status.DISPUTED})


@st.fragment
def show_card(clause_id: str) -> None:
    """The card of one clause; it keeps itself up to date."""
    found = session.look()
    clause = found.workshop.clauses.get(clause_id) if found is not None else None
    if found is None or clause is None:
        return
    with st.container(border=True, key=f"card.{clause_id}"):
        if editing.is_open(found, clause):
            editing.ask_revision(found, clause)
        else:
            _show_face(found, clause)
        live.listen(f"clause:{clause_id}", head=found.workshop.head, key=f"live.{clause_id}")


def _show_face(found: Here, clause: Clause) -> None:
    show_head(found, clause)
    show_body(found, clause)
    show_what_changed(found, clause)
    show_settlement(found, clause)
    show_consequence(found, clause)
    ask_own_vote(found, clause)
    show_discussion(found, clause)
    with st.container(horizontal=True):
        editing.ask_to_edit(found, clause)
        moderation.ask_moves(found, clause)
        ask_who_is_missing(found, clause)
        ask_terms(found, clause, "card")
    for place in (moderation.place(clause.id), opening.place(clause.id)):
        session.show_refusal(place)


def show_head(found: Here, clause: Clause) -> None:
    """Where the clause stands, whose it is, and the clause as a sentence."""
    revision = clause.revision
    by = label(found.workshop.name_of(revision.by))
    wording = f"wording {revision.number} " if revision.number > 1 else ""
    badges = clause_badges(found.workshop, clause, found.now)
    whose = f":small[:gray[{wording}by {by}, {ago(revision.at, found.now)}]]"
    st.markdown(f"{badges} **{label(clause.name)}** {whose}\n\n{plain(clause_sentence(clause.content))}")


def show_body(found: Here, clause: Clause, *, names: bool = False, result: bool = True) -> None:
    """A criterion's answers or a handoff's stages and reasons, and beside or below it the result by team."""
    content = clause.content
    if not isinstance(content, Criterion):
        if isinstance(content, Handoff) and (content.stages or content.reject_reasons):
            st.markdown(handoff_details(content))
        if result:
            show_result(found, clause, names=names)
        return
    why = f"{plain(content.why)} " if content.why else ""
    words = f"{answers_table(content)}\n\n:gray[{why}{answered_by_sentence(content.answered_by)}]"
    if clause.round is None or not result:
        st.markdown(words)
        return
    answers, teams = st.columns(2, gap="medium")
    answers.markdown(words)
    with teams:
        show_result(found, clause, names=names)


def answers_table(criterion: Criterion) -> str:
    """The answers with their points, and which of them pass the gate, as a Markdown table."""
    gated = criterion.gate is not None
    lines = ["| Answer | Points |" + (" Gate |" if gated else ""), "|:--|--:|" + (":--|" if gated else "")]
    for answer in criterion.answers:
        passes = "passes" if criterion.passes(answer.label) else "not qualified"
        lines.append(
            f"| {breakable(label(answer.label))} | {number(answer.points)} |"
            + (f" {passes} |" if gated else "")
        )
    return "\n".join(lines)


def show_what_changed(found: Here, clause: Clause) -> None:
    """After a revision: what is new since the wording that people voted on, and since the agreed one."""
    if clause.revision.number == 1 or status(found.workshop, clause, found.now) not in _UNDER_VOTE:
        return
    before, agreed = last_voted_on(clause), last_agreed(found.workshop, clause, found.now)
    if before is not None:
        show_changes_since(before, clause.revision, agreed=before is agreed)
    if agreed is not None and agreed is not before:
        show_changes_since(agreed, clause.revision, agreed=True, voted=False)


def show_settlement(found: Here, clause: Clause) -> None:
    """How the clause was settled other than by votes: carried over, left out or ruled."""
    ruling = clause.ruling
    if ruling is not None:
        by = label(found.workshop.name_of(ruling.by))
        stands = (
            f"wording {ruling.revision} stands" if ruling.revision < len(clause.revisions) else "it stands"
        )
        words = stands if ruling.outcome is Outcome.STANDS else "it is left out"
        st.markdown(f":material/gavel: **{by} ruled that {words}.** {plain(ruling.reason)}")
    elif clause.left_out:
        reason = plain(clause.withdrawn_reason or "") or "No reason was given."
        st.markdown(f":material/block: **Left out.** {reason}")
    elif clause.in_force is not None:
        if found.workshop.phase is Phase.PUBLISHED:
            return
        drafted = found.workshop.phase is Phase.DRAFTING and on_hand(found.workshop, clause.id)
        revise = "Revise it to vote on it again." if drafted else ""
        st.caption(f"Carried over as it stands in the definition in force. {revise}")
