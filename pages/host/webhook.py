"""The webhook, for the host: which address is told of a publication, and whether it was."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from alignment.actions.connections import DEMO_SENDS_NOTHING, remove_webhook, set_webhook
from alignment.connections import Webhook
from data.settings import settings
from data.webhooks.asking import deliveries, send_again, send_test
from data.webhooks.outbox import Delivery, State
from data.webhooks.signing import signing_secret
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import day, moment

URL = "connections.webhook.url"
PLACE = "connections.webhook"
ONCE = (
    "Copy the secret now: with it the receiver checks that a message is from here, in the way of "
    "standardwebhooks.com. It is not shown again; remove the address and set it anew for another."
)
NO_ADDRESS = (
    "The messages do not say where the definition is read, as the server does not know its own address: "
    "set COMMON_TERMS_PUBLIC_URL."
)
BADGES = {
    State.WAITING: ("waiting", ":material/schedule:", "orange"),
    State.DELIVERED: ("delivered", ":material/check:", "green"),
    State.GIVEN_UP: ("given up", ":material/close:", "red"),
}
LOOK_SECONDS = 2.0
SOON_SECONDS = 90.0


def choose() -> None:
    """Tell this address from now on; its secret is shown until the host has copied it."""
    with session.attempt(PLACE):
        workshop = session.act(set_webhook, session.typed(URL))
        session.note(_secret(), workshop.webhook.id if workshop.webhook is not None else None)
        session.clear(URL)


def remove() -> None:
    """Tell nobody any more."""
    with session.attempt(PLACE):
        session.act(remove_webhook)
        session.note(_secret(), None)
        session.said("No other system is told any more.")


def copied() -> None:
    """The secret need not be shown any more."""
    session.note(_secret(), None)


def test() -> None:
    """Send a message that says it is a test."""
    with session.attempt(PLACE):
        here = session.here()
        send_test(here.room, here.me.id)


def again(message_id: str) -> None:
    """Send a message that was given up once more."""
    with session.attempt(PLACE):
        here = session.here()
        send_again(here.room, here.me.id, message_id)


def _secret() -> str:
    return f"connections.secret.{session.workshop_id()}"


def ask_webhook(here: Here) -> None:
    """The address that is told, or a field for one."""
    if here.workshop.demo:
        st.info(DEMO_SENDS_NOTHING, icon=":material/webhook:")
        return
    if here.workshop.webhook is None:
        with st.form("connections.webhook.form", border=False):
            st.text_input("Address to tell", key=URL, placeholder="https://crm.example.com/hooks/leads")
            st.form_submit_button(
                "Tell this address", key="connections.webhook.set", icon=":material/webhook:", on_click=choose
            )
        st.caption("It gets a short signed message each time a definition comes into force.")
    else:
        _show_webhook(here, here.workshop.webhook)
    session.show_refusal(PLACE)


def _show_webhook(here: Here, webhook: Webhook) -> None:
    with st.container(border=True):
        st.code(webhook.url, language=None, wrap_lines=True)
        by = label(here.workshop.name_of(webhook.by))
        st.caption(f"Set by {by} on {day(webhook.set_at, session.time_zone())}")
        if settings().public_url is None:
            st.caption(NO_ADDRESS)
        if session.noted(_secret()) == webhook.id:
            st.warning(ONCE, icon=":material/content_copy:")
            st.code(signing_secret(here.workshop.id, webhook.id), language=None, wrap_lines=True)
            st.button("I have copied the secret", key="connections.webhook.copied", on_click=copied)
        with st.container(horizontal=True):
            st.button("Send a test", key="connections.webhook.test", icon=":material/send:", on_click=test)
            with st.popover("Remove", icon=":material/link_off:", width="content"):
                st.write("Nobody is told of the next publication. What is still on its way is dropped.")
                st.button(
                    "Remove the address", key="connections.webhook.remove", type="primary", on_click=remove
                )
    show_deliveries()


def show_deliveries() -> None:
    """What was sent; the list looks again by itself while something is to be sent soon."""
    here = session.here()
    soon = here.now.timestamp() + SOON_SECONDS
    waiting = any(each.state is State.WAITING and each.next_try < soon for each in deliveries(here.room))
    st.fragment(_list_deliveries, run_every=LOOK_SECONDS if waiting else None)()


def _list_deliveries() -> None:
    here = session.look()
    if here is None or here.workshop.webhook is None or not here.me.facilitator:
        return
    sent = deliveries(here.room)
    st.markdown("**Last messages**")
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
