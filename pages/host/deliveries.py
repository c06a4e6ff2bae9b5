"""The last messages to another system, for the host: which arrived, and sending one again."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from data.webhooks.asking import deliveries, send_again
from data.webhooks.outbox import Delivery, State
from pages.shared import session
from pages.shared.session import Here
from pages.shared.times import moment

PLACE = "connections.messages"
BADGES = {
    State.WAITING: ("waiting", ":material/schedule:", "orange"),
    State.DELIVERED: ("delivered", ":material/check:", "green"),
    State.GIVEN_UP: ("given up", ":material/close:", "red"),
}
LOOK_SECONDS = 2.0
SOON_SECONDS = 90.0


def again(message_id: str) -> None:
    """Send a message that was given up once more."""
    with session.attempt(PLACE):
        here = session.here()
        send_again(here.room, here.me.id, message_id)


def show_deliveries() -> None:
    """What was sent; the list looks again by itself while something is to be sent soon."""
    here = session.here()
    looking = _is_moving(here, deliveries(here.room))
    st.fragment(_list_deliveries, run_every=LOOK_SECONDS if looking else None)(looking)


def _is_moving(here: Here, sent: list[Delivery]) -> bool:
    soon = here.now.timestamp() + SOON_SECONDS
    return any(each.state is State.WAITING and each.next_try < soon for each in sent)


def _list_deliveries(looking: bool) -> None:
    here = session.look()
    if here is None or here.workshop.webhook is None or not here.me.facilitator:
        return
    sent = deliveries(here.room)
    if looking and not _is_moving(here, sent):
        st.rerun()  # the whole page, whose next list looks no more
    st.markdown("**Last messages**")
    session.show_refusal(PLACE)
    if not sent:
        st.caption("Nothing was sent yet. Send a test to see that the address takes messages.")
    for message in sent:
        _show_delivery(here, message)


def _show_delivery(here: Here, message: Delivery) -> None:
    word, icon, colour = BADGES[message.state]
    zone = session.time_zone()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(word, icon=icon, color=colour)
        st.markdown(f"{_about(here, message)} · {moment(_time(message.made_at), zone)}")
        if message.state is State.GIVEN_UP:
            st.button(
                "Send again",
                key=f"connections.again.{message.id}",
                icon=":material/replay:",
                on_click=again,
                args=(message.id,),
            )
    if message.said:
        tried = f"after {message.attempts} attempts" if message.attempts > 1 else "at the first attempt"
        next_try = f" Next attempt {moment(_time(message.next_try), zone)}."
        then = next_try if message.state is State.WAITING else ""
        st.caption(f"{message.said.capitalize()}, {tried}.{then}")


def _about(here: Here, message: Delivery) -> str:
    if message.seq == 0:
        return "Test"
    fact = here.room.record()[message.seq - 1].fact
    return f"Version {getattr(fact, 'version', '?')}"


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
