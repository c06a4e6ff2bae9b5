"""What is new to somebody since they last caught up, and the button that says they have read it."""

from __future__ import annotations

import streamlit as st

from alignment.actions.discussion import catch_up
from alignment.news import News, Why, news
from alignment.telling import tell
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import ago

PLACE = "inbox.news"
MOST = 10
LONGEST = 240


@st.fragment
def show_news() -> None:
    """What others did since the person here caught up, what concerns them first."""
    found = session.look()
    if found is None:
        return
    fresh = news(found.workshop, found.room.record(), found.me)
    st.subheader(f"New since your last visit: {len(fresh)}" if fresh else "New since your last visit")
    session.show_refusal(PLACE)
    if not fresh:
        st.write("Nothing new.")
        return
    order = list(Why)
    first = sorted(fresh, key=lambda each: order.index(each.why))[:MOST]
    st.markdown("\n\n".join(_line(found, each) for each in first))
    if len(fresh) > MOST:
        words = f"And {len(fresh) - MOST} more, in the record"
        st.page_link("pages/host/record.py", label=words, icon=":material/history:")
    st.button(
        "I have read this",
        key=f"{PLACE}.read",
        icon=":material/done_all:",
        on_click=_read,
        args=(found.workshop.head,),
    )


def _line(found: Here, each: News) -> str:
    words = tell(found.workshop, each.entry, found.me, found.now)
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    who = label(found.workshop.name_of(each.entry.actor))
    mark = f" :orange-badge[{each.why.value}]" if each.why is not Why.NONE else ""
    return f"**{who}** {label(short)} :gray[{ago(each.entry.at, found.now)}]{mark}"


def _read(upto: int) -> None:
    with session.attempt(PLACE):
        session.act(catch_up, upto)
