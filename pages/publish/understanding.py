"""Understanding: everybody judges a few leads by the text in force; which team, which clause is misread."""

from __future__ import annotations

import streamlit as st

from alignment.actions.understanding import ask_understanding
from pages.publish.check.judging import PLACE, finished, latest_check, show_judging, show_last
from pages.publish.check.outcome import show_outcome
from pages.shared import session
from pages.shared.not_yet import show_not_in_force
from pages.shared.session import Here

DEFINITION = "pages/publish/definition.py"


def ask_everybody() -> None:
    """Ask everybody to judge leads by the version in force."""
    with session.attempt(PLACE):
        session.act(ask_understanding)
        session.said("Everybody is asked now. It waits for them under “Waiting for you”.")


def show_not_asked(here: Here) -> None:
    """Nobody was asked about this version: a facilitator asks, the others are told."""
    if not here.me.facilitator:
        st.info(
            "Nobody has been asked about this version yet. A facilitator begins it.",
            icon=":material/school:",
        )
        return
    with st.container(border=True, key="understanding.empty"):
        st.markdown(
            "**Signed is not yet understood.** Everybody judges five leads with the text beside them. You "
            "see by team how many are right, and which clause is misread. Nobody's own answers are shown."
        )
        st.button(
            "Ask everybody", key="understanding.ask", type="primary", icon=":material/campaign:",
            on_click=ask_everybody,
        )  # fmt: skip
        session.show_refusal(PLACE)


here = session.here()
st.title("Understanding")
st.caption("Does everybody read the signed text alike? Each judges a few leads by it, and is told at once.")
if here.workshop.in_force is None:
    show_not_in_force("The check follows when all have signed.", "school")
else:
    check = latest_check(here)
    if check is None:
        show_not_asked(here)
    elif finished(here, check):
        show_last(here, check)
        show_outcome()
    else:
        st.write(
            "Judge by the text, not by your gut. Only you see your answers; the group sees shares by team."
        )
        st.page_link(DEFINITION, label="Open the definition", icon=":material/description:")
        show_judging()
