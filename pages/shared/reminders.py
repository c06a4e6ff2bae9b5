"""For a facilitator: one message to all that says for whom the group waits, to copy."""

from __future__ import annotations

import streamlit as st

from alignment.reminding import reminder_to_all
from alignment.waiting import Errand
from pages.shared import session
from pages.shared.links import address_of

SORTS: dict[str, frozenset[Errand]] = {
    "anything": frozenset(Errand),
    "voted": frozenset({Errand.VOTE, Errand.ANSWERED}),
    "judged": frozenset({Errand.JUDGE, Errand.UNDERSTAND}),
    "written": frozenset({Errand.WORDS}),
    "reviewed": frozenset({Errand.REVIEW}),
    "signed": frozenset({Errand.SIGN}),
    "read": frozenset({Errand.READ}),
}
KEY = "inbox.remind"


@st.fragment
def ask_whom_to_remind() -> None:
    """For whom the group waits, of those who have not voted, judged, written or signed."""
    found = session.look()
    if found is None or not found.me.facilitator:
        return
    st.subheader("Remind the others")
    chosen = st.pills(
        "Who has not",
        list(SORTS),
        key=KEY,
        default="anything",
        required=True,
        format_func=lambda sort: "done something" if sort == "anything" else sort,
    )
    text = reminder_to_all(found.workshop, address_of("inbox"), found.now, SORTS[chosen or "anything"])
    if text:
        st.caption("Copy this into a message. It tells for whom the group waits, and nothing they said.")
        st.code(text, language=None, wrap_lines=True)
    else:
        st.write("Nobody: all of them have.")
