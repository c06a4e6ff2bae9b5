"""Home: where the workshop stands, what waits for you, and the next step for the group."""

from __future__ import annotations

import streamlit as st

from alignment.progress import Step, done, next_for_group, standing_sentence
from alignment.telling import tell
from alignment.upkeep import review_is_near
from alignment.waiting import Waiting, waiting_for
from pages.publish.next_draft import challenged_words, review_words
from pages.shared import live, session
from pages.shared.errands import WAYS, in_words
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.then_and_now import show_then_and_now
from pages.shared.times import ago

PLACES = {
    Step.INVITE: "pages/host/people.py",
    Step.OWN_WORDS: "pages/start/own_words.py",
    Step.CALIBRATE: "pages/start/calibrate.py",
    Step.DRAFT: "pages/draft/criteria.py",
    Step.VOTE: "pages/decide/ballots.py",
    Step.SIMULATE: "pages/simulate/what_if.py",
    Step.DECIDE: "pages/decide/decisions.py",
    Step.SIGN: "pages/publish/sign_off.py",
    Step.PUBLISH: "pages/publish/definition.py",
    Step.MEASURE: "pages/use/measure.py",
}
MOST_ERRANDS = 6
MOST_NEWS = 8


def show_steps(here: Here) -> None:
    """The steps of the workshop, with what is done."""
    finished = done(here.workshop, here.now)
    badges = [
        f":green-badge[:material/check: {step.value}]" if step in finished else f":gray-badge[{step.value}]"
        for step in Step
    ]
    st.markdown(" ".join(badges))


def show_waiting(here: Here) -> None:
    """What waits for the person here, as links that lead straight there."""
    st.subheader("Waiting for you")
    errands = waiting_for(here.workshop, here.me, here.now)
    for errand in errands[:MOST_ERRANDS]:
        _show_errand(here, errand)
    if len(errands) > MOST_ERRANDS:
        words = f"And {len(errands) - MOST_ERRANDS} more"
        st.page_link("pages/start/inbox.py", label=words, icon=":material/inbox:")
    if not errands:
        st.write("Nothing. " + ("Have a look at what the others say." if here.workshop.clauses else ""))


def _show_errand(here: Here, errand: Waiting) -> None:
    way = WAYS[errand.errand]
    st.page_link(way.page, label=in_words(here.workshop, errand), icon=way.icon)


def show_next(here: Here) -> None:
    """The one thing that brings the group forward."""
    following = next_for_group(here.workshop, here.now)
    with st.container(border=True):
        st.markdown("**Next for the group**")
        st.markdown(plain(following.sentence))
        place = PLACES[following.step]
        if following.step is not Step.INVITE or here.me.facilitator:
            st.page_link(place, label="Go there", icon=":material/arrow_forward:")


def show_upkeep(here: Here) -> None:
    """When the definition in force is due for a review soon, and which of its clauses are challenged."""
    if review_is_near(here.workshop, here.now):
        st.page_link(
            PLACES[Step.SIGN], label=review_words(here), icon=":material/event_repeat:", width="content"
        )
    challenged = challenged_words(here)
    if challenged:
        st.page_link(PLACES[Step.PUBLISH], label=challenged, icon=":material/front_hand:", width="content")


def show_news(here: Here) -> None:
    """What happened lately."""
    st.subheader("Lately")
    lines = []
    for entry in here.room.record()[: -MOST_NEWS - 1 : -1]:
        words = tell(here.workshop, entry, here.me, here.now)
        short = words if len(words) <= 160 else f"{words[:160]}…"
        lines.append(
            f"**{label(here.workshop.name_of(entry.actor))}** {label(short)} :gray[{ago(entry.at, here.now)}]"
        )
    st.markdown("\n\n".join(lines))
    st.page_link("pages/host/record.py", label="Everything that happened", icon=":material/history:")


@st.fragment
def show_home() -> None:
    """The whole of home, kept up to date by itself."""
    found = session.look()
    if found is None:
        return
    st.markdown(f"### {standing_sentence(found.workshop, found.now)}")
    show_steps(found)
    show_next(found)
    show_upkeep(found)
    left, right = st.columns(2, gap="large")
    with left:
        show_waiting(found)
    with right:
        show_news(found)
    live.listen("*", head=found.workshop.head, key="live.home")


here = session.here()
st.title(label(here.workshop.name))
st.caption(f"{label(here.workshop.company)} · {label(here.workshop.offering)}")
show_home()
show_then_and_now(here, "home.before_after")
