"""For a clause before the decider: until when, what each ruling would do, and what each team would lose."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from alignment.clauses import Clause
from alignment.comparing import SCORED
from alignment.escalating import ROUNDS, BeforeDecider
from alignment.options import Option, options
from alignment.outcomes import Outcome
from alignment.people import VOTING_TEAMS
from definitions.calibration.losses import Loss
from definitions.phrases import SMALL_NUMBERS, listed
from definitions.scores import unanswered
from definitions.simulation import figures
from pages.decide.disputed_leads import Judged, judged, show_disputed_leads
from pages.decide.outcome import outcome
from pages.shared import session
from pages.shared.lead_sets import profiles_of
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import ago, day


def show_due(found: Here, clause: Clause, waits: BeforeDecider) -> None:
    """Until when the decider has time, and how the clause came there."""
    late = " :red-badge[:material/event_busy: Overdue]" if waits.overdue(found.now) else ""
    how = f"after {SMALL_NUMBERS[ROUNDS]} rounds without agreement"
    if waits.by is not None:
        how = f"put before the decider by {label(found.workshop.name_of(waits.by))}"
    st.markdown(
        f":material/event: **To be ruled by {day(waits.due, session.time_zone())}**{late} "
        f":small[:gray[{how}, {ago(waits.since, found.now)}]]"
        + (f"\n\n{plain(waits.note)}" if waits.note else "")
    )


def show_weighing(found: Here, clause: Clause) -> None:
    """Each way to rule, folded for all but the decider: what it does to leads, what each team loses."""
    decides = found.workshop.decider_id == found.me.id
    key = f"weighing.{clause.id}"
    fold = st.expander(
        "What each ruling would do, and what each team would lose",
        key=key,
        icon=":material/balance:",
        expanded=decides,
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        ways = options(found.workshop, clause, found.now)
        known = judged(found.workshop)
        for column, way in zip(st.columns(len(ways), gap="medium"), ways, strict=True):
            with column:
                _show_way(found, clause, way, known)
        if known is not None and clause.kind in SCORED:
            st.caption(f"Judged leads are those of the calibration “{label(known.calibration.name)}”.")
            show_disputed_leads(known, [(title(clause, way), way.scorecard) for way in ways])


def title(clause: Clause, way: Option) -> str:
    """A way to rule, in a few words."""
    if way.outcome is Outcome.LEFT_OUT:
        return "Left out"
    return "Stands as worded" if way.revision == clause.revision.number else f"Wording {way.revision} stands"


def _show_way(found: Here, clause: Clause, way: Option, known: Judged | None) -> None:
    lines = [f"**{title(clause, way)}**"]
    done = _done(found, way) if clause.kind in SCORED else ""
    if done:
        lines.append(label(done))
    lost = known.losses(way.scorecard) if known is not None and way.scorecard is not None else ()
    lines += [_team(way, place, lost) for place in range(len(VOTING_TEAMS))]
    st.markdown("\n\n".join(lines))


def _done(found: Here, way: Option) -> str:
    """What it does to the newest leads; empty where the leads do not tell."""
    if way.scorecard is None:
        return "Nothing can be scored without it, so no definition can be signed."
    if not found.workshop.lead_sets:
        return ""
    newest = next(reversed(found.workshop.lead_sets.values())).fact
    profiles = profiles_of(newest.lead_set, way.scorecard.criteria)
    if isinstance(profiles, str):
        return ""
    if len(unanswered(profiles, way.scorecard)) == len(way.scorecard.criteria):
        return ""
    words = outcome(figures(profiles, way.scorecard))
    return f"{words[0].upper()}{words[1:]}, on {newest.name}."


def _team(way: Option, place: int, lost: Sequence[Loss]) -> str:
    """What one team would lose: its votes and its judgements."""
    team = VOTING_TEAMS[place]
    against, sided = way.against[team]
    parts = [f"{against} of {sided} voted for something else"] if sided else []
    if place < len(lost) and lost[place].leads:
        parts.append(_lost(lost[place]))
    return f"**{team.value.capitalize()}** {label('; '.join(parts) or 'took no position')}."


def _lost(loss: Loss) -> str:
    parts = [f"loses {loss.missed} it wants"] if loss.missed else []
    parts += [f"gets {loss.unwanted} it does not want"] if loss.unwanted else []
    return f"{listed(parts) or 'loses none'}, of {loss.leads} judged leads"
