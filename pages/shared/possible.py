"""Whether the handoff's promises can be kept: by arithmetic, with the people and the leads there are."""

from __future__ import annotations

import streamlit as st

from alignment.workshop import Workshop
from definitions.capacity import Team
from definitions.handoff import Handoff
from definitions.profiles import Profiles
from definitions.promise import promise, promise_sentence, supply_sentence
from definitions.scorecard import Scorecard
from pages.shared.text import plain


def handoff_of(workshop: Workshop) -> Handoff | None:
    """The handoff on the table, as it is worded now."""
    contents = (clause.content for clause in workshop.clauses.values() if not clause.left_out)
    return next((content for content in contents if isinstance(content, Handoff)), None)


def show_possible(profiles: Profiles, scorecard: Scorecard, team: Team, handoff: Handoff, title: str) -> None:
    """What becomes of the clocks at the scorecard's threshold, and of marketing's volume."""
    kept = promise(profiles, scorecard, team, handoff)
    possible = kept is not None and kept.possible
    icon = ":material/check_circle:" if possible else ":material/error:"
    st.markdown(f"{icon} **{title}** {plain(promise_sentence(kept))}")
    supplied = supply_sentence(handoff, team, kept)
    if supplied:
        st.markdown(plain(supplied))
