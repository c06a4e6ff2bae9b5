"""Connections: keys for other systems, and the address that is told of a publication."""

from __future__ import annotations

import streamlit as st

from pages.host import keys, webhook
from pages.shared import session
from pages.shared.links import address_of

here = session.host()
st.title("Connections")
st.caption("How other systems score leads by your definition, and which one hears when it changes.")
st.subheader("Keys")
st.write(
    "With a key, a system such as your CRM asks for the verdict on its leads and reads the definition in "
    "force. It sees nothing else of the workshop and changes nothing."
)
st.link_button(
    "Description for developers", address_of("api/openapi.json"), icon=":material/api:", type="tertiary"
)
keys.ask_for_key()
keys.show_keys(here)
st.subheader("Webhook")
webhook.ask_webhook(here)
