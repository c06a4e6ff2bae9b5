"""From a what-if to the draft: what differs, what it changes, and proposing it."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from alignment.actions.revising import Wanted, revise_all
from alignment.present import Present
from alignment.workshop import Phase
from definitions.differences import differences
from definitions.findings import flips_sentence
from definitions.flips import flips
from definitions.scorecard import Scorecard
from definitions.what_if import changed_criteria
from definitions.wording import threshold_sentence
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.simulate.trial import back_to_the_table, trial
from pages.simulate.trying import Trying


class WhyNot(NamedTuple):
    """Why nothing can be proposed: while frozen, once published, and to who is in none of the teams."""

    frozen: str
    published: str
    others: str


TRYING = WhyNot(
    "The draft is frozen for signing, so nothing can be proposed; you can still try things here.",
    "The definition is published. You can try things here, and propose them in a new draft.",
    "You can try things here; proposing is for members of the three teams.",
)


def show_proposals(trying: Trying) -> None:
    """What is tried beside what is on the table, with the button that proposes all of it at once."""
    workshop, present, tried = trying.workshop, trying.present, trying.tried
    if tried != present.scorecard:
        found = flips(trying.profiles, present.scorecard, tried)
        st.markdown(f"**Against the draft.** {flips_sentence(found, trying.profiles)}")
        st.markdown(_listed(present, tried))
    elif present.threshold is None:
        st.caption(
            "Nobody has proposed a threshold yet; this one is four fifths of the most points there are."
        )
    else:
        st.caption("This is the draft as it stands. Move the handle or change points to try something else.")
    why_not = why_not_propose(trying.found)
    if why_not:
        st.caption(why_not)
    with st.container(horizontal=True):
        wanted = () if why_not else wanted_clauses(present, tried)
        if wanted:
            st.button(
                _words(present, tried),
                key="what_if.propose",
                type="primary",
                icon=":material/how_to_vote:",
                on_click=_propose,
                args=(wanted,),
            )
        if trial(workshop.id).tries_something:
            st.button(
                "Back to the draft",
                key="what_if.back",
                type="tertiary",
                icon=":material/undo:",
                on_click=back_to_the_table,
                args=(workshop.id,),
            )
    session.show_refusal("what_if.propose")


def _words(present: Present, tried: Scorecard) -> str:
    """What the button proposes."""
    points = bool(changed_criteria(present.scorecard, tried))
    moved = tried.threshold != present.scorecard.threshold
    if points and moved:
        return "Propose these points and this threshold"
    return "Propose these points" if points else "Propose this threshold"


def why_not_propose(here: Here, words: WhyNot = TRYING) -> str:
    """Why nothing can be proposed here, as a sentence; empty if something can be."""
    if here.workshop.phase is Phase.FROZEN:
        return words.frozen
    if here.workshop.phase is Phase.PUBLISHED:
        return words.published
    return "" if here.me.votes or here.me.facilitator else words.others


def _listed(present: Present, tried: Scorecard) -> str:
    lines = []
    if tried.threshold != present.scorecard.threshold:
        lines.append(f"- {label(threshold_sentence(tried.threshold))}")
    for before, after in changed_criteria(present.scorecard, tried):
        words = (f"{label(d.what)} {label(d.before)} → {label(d.after)}" for d in differences(before, after))
        lines.append(f"- {plain(before.name)}: {', '.join(words)}")
    return "\n".join(lines)


def wanted_clauses(present: Present, tried: Scorecard) -> tuple[Wanted, ...]:
    """Every clause that would have to say something else, the threshold last."""
    pairs = zip(present.criteria, tried.criteria, strict=True)
    wanted = [Wanted(c.id, c.revisions[-1].number, content) for c, content in pairs if content != c.content]
    clause = present.threshold
    if clause is None:
        if tried.threshold == present.scorecard.threshold and wanted:
            return tuple(wanted)
        wanted.append(Wanted(None, 0, tried.threshold))
    elif tried.threshold != present.scorecard.threshold:
        wanted.append(Wanted(clause.id, clause.revisions[-1].number, tried.threshold))
    return tuple(wanted)


def _propose(wanted: tuple[Wanted, ...]) -> None:
    with session.attempt("what_if.propose"):
        workshop = session.act(revise_all, wanted)
        back_to_the_table(workshop.id)
        session.said("It is proposed. The teams can vote on it.")
