"""From a what-if to the draft: what differs, what it changes, and proposing it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.clauses import propose_clause, revise_clause
from alignment.people import Participant
from alignment.present import Present
from alignment.workshop import Phase, Workshop
from definitions.criteria import Criterion
from definitions.differences import differences
from definitions.findings import flips_sentence
from definitions.flips import flips
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from definitions.what_if import changed_criteria
from definitions.wording import threshold_sentence
from pages.shared import session
from pages.shared.text import label, plain
from pages.simulate.trial import back_to_the_table, keep, trial

Revision = tuple[str, int, Criterion]


def show_proposals(
    workshop: Workshop, me: Participant, present: Present, tried: Scorecard, profiles: Profiles
) -> None:
    """What is tried beside what is on the table, with the buttons to propose it."""
    points = changed_criteria(present.scorecard, tried)
    moved = tried.threshold != present.scorecard.threshold or present.threshold is None
    if points or tried.threshold != present.scorecard.threshold:
        st.markdown(
            f"**Against the draft.** {flips_sentence(flips(profiles, present.scorecard, tried), profiles)}"
        )
        st.markdown(_listed(present, tried))
    elif moved:
        st.caption(
            "Nobody has proposed a threshold yet; this one is four fifths of the most points there are."
        )
    else:
        st.caption("This is the draft as it stands. Move the handle or change points to try something else.")
    why_not = _why_not(workshop, me)
    if why_not:
        st.caption(why_not)
    _ask(workshop, present, tried, bool(moved and not why_not), bool(points and not why_not))
    session.show_refusal("what_if.threshold")
    session.show_refusal("what_if.points")


def _ask(workshop: Workshop, present: Present, tried: Scorecard, threshold: bool, points: bool) -> None:
    with st.container(horizontal=True):
        if threshold:
            _button(
                "Propose this threshold", "threshold", _propose_threshold, _threshold_args(present, tried)
            )
        if points:
            args = (_revisions(present, tried),)
            _button("Propose these points", "points", _propose_points, args, first=not threshold)
        if trial(workshop.id).tries_something:
            st.button(
                "Back to the draft",
                key="what_if.back",
                type="tertiary",
                icon=":material/undo:",
                on_click=back_to_the_table,
                args=(workshop.id,),
            )


def _button(
    words: str, what: str, propose: Callable[..., None], args: tuple[object, ...], first: bool = True
) -> None:
    st.button(
        words,
        key=f"what_if.propose_{what}",
        type="primary" if first else "secondary",
        icon=":material/how_to_vote:",
        on_click=propose,
        args=args,
    )


def _why_not(workshop: Workshop, me: Participant) -> str:
    """Why nothing can be proposed here, as a sentence; empty if something can be."""
    if workshop.phase is Phase.FROZEN:
        return "The draft is frozen for signing, so nothing can be proposed; you can still try things here."
    if workshop.phase is Phase.PUBLISHED:
        return "The definition is published. You can try things here, and propose them in a new draft."
    if not (me.votes or me.facilitator):
        return "You can try things here; proposing is for members of the three teams."
    return ""


def _listed(present: Present, tried: Scorecard) -> str:
    lines = []
    if tried.threshold != present.scorecard.threshold:
        lines.append(f"- {label(threshold_sentence(tried.threshold))}")
    for before, after in changed_criteria(present.scorecard, tried):
        words = (f"{label(d.what)} {label(d.before)} → {label(d.after)}" for d in differences(before, after))
        lines.append(f"- {plain(before.name)}: {', '.join(words)}")
    return "\n".join(lines)


def _threshold_args(present: Present, tried: Scorecard) -> tuple[str | None, int, Threshold]:
    clause = present.threshold
    return (clause.id, clause.revisions[-1].number, tried.threshold) if clause else (None, 0, tried.threshold)


def _revisions(present: Present, tried: Scorecard) -> tuple[Revision, ...]:
    pairs = zip(present.criteria, tried.criteria, strict=True)
    return tuple((c.id, c.revisions[-1].number, wanted) for c, wanted in pairs if wanted != c.content)


def _propose_threshold(clause_id: str | None, based_on: int, threshold: Threshold) -> None:
    with session.attempt("what_if.threshold"):
        if clause_id is None:
            workshop = session.act(propose_clause, threshold)
        else:
            workshop = session.act(revise_clause, clause_id, based_on, threshold)
        keep(workshop.id, trial(workshop.id).without_bands())
        session.said("The threshold is proposed. The teams can vote on it.")


def _propose_points(revisions: tuple[Revision, ...]) -> None:
    with session.attempt("what_if.points"):
        for clause_id, based_on, criterion in revisions:
            workshop = session.act(revise_clause, clause_id, based_on, criterion)
            keep(workshop.id, trial(workshop.id).without(criterion.name))
        session.said("The points are proposed. The teams can vote on them.")
