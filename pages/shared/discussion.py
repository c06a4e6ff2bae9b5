"""What people say about a clause, folded until asked for: reasons, comments, earlier wordings."""

from __future__ import annotations

import streamlit as st

from alignment.actions.clauses import comment
from alignment.clauses import Ballot, Clause, Comment, Revision
from alignment.people import Participant
from alignment.standing import sees_result
from alignment.wordings import earlier
from pages.shared import session
from pages.shared.changes import show_changes
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import ago


def show_discussion(found: Here, clause: Clause) -> None:
    """The discussion with its number of contributions; built only when it is open."""
    reasons = _reasons(found, clause)
    number = len(reasons) + len(clause.comments)
    words = f"Discussion · {number}" if number else "Discussion"
    key = f"discussion.{clause.id}"
    _keep_open(key, words)
    fold = st.expander(words, key=key, icon=":material/forum:", type="compact", on_change="rerun")
    if not fold.open:
        return
    with fold:
        lines = [_reason(person, ballot) for person, ballot in reasons]
        lines += [_comment(found, said) for said in clause.comments]
        st.markdown("\n\n".join(lines) or "Nobody has said anything yet.")
        _ask_comment(found, clause)
        _show_earlier(found, clause)


def _keep_open(key: str, words: str) -> None:
    """With another number on it the fold is a new one to Streamlit, and would close on whoever reads."""
    if session.noted(key, words) != words:
        session.fill(key, session.typed(key, False))
    session.note(key, words)


def _reasons(found: Here, clause: Clause) -> list[tuple[Participant, Ballot]]:
    if clause.round is None or not sees_result(clause.round, found.me, found.now):
        return []
    cast = ((found.workshop.participants[ballot.by], ballot) for ballot in clause.round.ballots.values())
    return [(person, ballot) for person, ballot in cast if ballot.reason and person.votes]


def _reason(person: Participant, ballot: Ballot) -> str:
    lifted = ", objection lifted" if ballot.lifted else ""
    return f"{name(person)} voted *{ballot.stance.value}{lifted}*  \n{plain(ballot.reason)}"


def _comment(found: Here, said: Comment) -> str:
    person = found.workshop.participants[said.by]
    return f"{name(person)} :small[{ago(said.at, found.now)}]  \n{plain(said.text)}"


def name(person: Participant) -> str:
    """A person in bold, with their team."""
    return f"**{label(person.name)}** {team_badge(person.team)}"


def _ask_comment(found: Here, clause: Clause) -> None:
    if not (found.me.votes or found.me.facilitator):
        st.caption("Observers read along; the three teams discuss.")
        return
    key = f"comment.{clause.id}"
    with st.form(f"{key}.form", border=False):
        st.text_area("Your comment", key=f"{key}.text", height=80, persist_state="session")
        st.form_submit_button("Comment", key=f"{key}.send", on_click=_say, args=(clause.id,))
    session.show_refusal(key)


def _say(clause_id: str) -> None:
    key = f"comment.{clause_id}"
    with session.attempt(key):
        session.act(comment, clause_id, session.typed(f"{key}.text"))
        session.said("Your comment is there for everybody to read.")
        session.fill(f"{key}.text", "")


def _show_earlier(found: Here, clause: Clause) -> None:
    following = clause.revisions[-1]
    for revision in earlier(clause):
        st.markdown(_revised(found, following))
        show_changes(revision.content, following.content)
        following = revision


def _revised(found: Here, revision: Revision) -> str:
    by = label(found.workshop.name_of(revision.by))
    note = f": {plain(revision.note)}" if revision.note else ""
    return f"**Wording {revision.number}** by {by}, {ago(revision.at, found.now)}{note}"
