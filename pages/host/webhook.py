"""The webhook, for the host: which address is told of a publication, and whether it was."""

from __future__ import annotations

import streamlit as st

from alignment.actions.connections import DEMO_SENDS_NOTHING, remove_webhook, set_webhook
from alignment.connections import Webhook
from data.settings import settings
from data.webhooks.asking import send_test
from data.webhooks.signing import signing_secret
from pages.host.deliveries import show_deliveries
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import day

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


def send_trial() -> None:
    """Send a message that says it is a test."""
    with session.attempt(PLACE):
        here = session.here()
        send_test(here.room, here.me.id)


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
            st.button(
                "Send a test", key="connections.webhook.test", icon=":material/send:", on_click=send_trial
            )
            with st.popover("Remove", icon=":material/link_off:", width="content"):
                st.write("Nobody is told of the next publication. What is still on its way is dropped.")
                st.button(
                    "Remove the address", key="connections.webhook.remove", type="primary", on_click=remove
                )
    show_deliveries()
