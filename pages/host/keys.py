"""The keys of other systems, for the host: make one, see when it was used, take it back."""

from __future__ import annotations

import json
import shlex

import streamlit as st

from alignment.actions.connections import make_key, revoke_key
from alignment.composing import frozen_document
from alignment.connections import Key
from data.access import link_token, new_token, token_hash
from data.access.key_uses import KEY_USES
from pages.shared import session
from pages.shared.links import address_of
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import ago, day

NAME = "connections.key.name"
NONE_YET = "No other system has a key yet. Make one for each system, so that you can take back one alone."
ONCE = "Copy the key now and keep it like a password: only its fingerprint is kept here."


def make() -> None:
    """A new key; it is shown until the host has copied it, and kept nowhere."""
    with session.attempt("connections.key"):
        token = new_token()
        workshop = session.act(make_key, session.typed(NAME), token_hash(token))
        session.note(_shown(list(workshop.keys)[-1]), link_token(workshop.id, token))
        session.fill(NAME, "")


def copied(key_id: str) -> None:
    """The key need not be shown any more."""
    session.note(_shown(key_id), None)


def revoke(key_id: str) -> None:
    """Take a key back."""
    with session.attempt("connections.key"):
        session.act(revoke_key, key_id)
        session.note(_shown(key_id), None)
        session.said("The key is revoked.")


def _shown(key_id: str) -> str:
    return f"connections.key.{session.workshop_id()}.{key_id}"


def ask_for_key() -> None:
    """A name makes a key."""
    with (
        st.form("connections.key.form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input("Which system is the key for?", key=NAME, placeholder="CRM", max_chars=200)
        st.form_submit_button("Make a key", key="connections.key.make", icon=":material/key:", on_click=make)
    session.show_refusal("connections.key")


def show_keys(here: Here) -> None:
    """The keys that open something, newest first, and those that were taken back."""
    keys = list(here.workshop.keys.values())[::-1]
    if not any(key.open for key in keys):
        st.info(NONE_YET, icon=":material/key:")
    for key in keys:
        if key.open:
            _show_key(here, key)
    zone = session.time_zone()
    gone = [f"{label(key.name)} ({day(key.revoked_at, zone)})" for key in keys if key.revoked_at is not None]
    if gone:
        st.caption(f"Revoked: {', '.join(gone)}")


def _show_key(here: Here, key: Key) -> None:
    with st.container(border=True):
        made = day(key.made_at, session.time_zone())
        used = KEY_USES.last(key.token_hash)
        last = f"last used {ago(used, here.now)}" if used is not None else "not used since the server started"
        st.markdown(f"**{label(key.name)}**")
        st.caption(f"Made by {label(here.workshop.name_of(key.by))} on {made} · {last}")
        token = session.noted(_shown(key.id))
        if token:
            _show_once(here, key, token)
        with st.popover("Revoke", icon=":material/key_off:", width="content"):
            st.write("Whoever comes with this key is refused from now on. This cannot be undone.")
            st.button(
                f"Revoke {label(key.name)}",
                key=f"connections.key.revoke.{key.id}",
                type="primary",
                on_click=revoke,
                args=(key.id,),
            )


def _show_once(here: Here, key: Key, token: str) -> None:
    st.warning(ONCE, icon=":material/content_copy:")
    st.code(token, language=None, wrap_lines=True)
    st.markdown("Try it in a terminal, once the key is in the variable `COMMON_TERMS_KEY`:")
    st.code(example(here), language="bash", wrap_lines=True)
    st.button(
        "I have copied the key",
        key=f"connections.key.copied.{key.id}",
        icon=":material/check:",
        on_click=copied,
        args=(key.id,),
    )


def example(here: Here) -> str:
    """A call that scores a lead by the first question of the definition in force."""
    address = address_of(f"api/definitions/{here.workshop.slug}/score")
    body = json.dumps({"lead": _lead(here)}, ensure_ascii=False)
    return (
        f"curl {shlex.quote(address)} \\\n"
        '  -H "Authorization: Bearer $COMMON_TERMS_KEY" \\\n'
        "  -H 'Content-Type: application/json' \\\n"
        f"  -d {shlex.quote(body)}"
    )


def _lead(here: Here) -> dict[str, str]:
    in_force = here.workshop.in_force
    if in_force is None:
        return {}
    first = frozen_document(in_force.draft).criteria[0]
    return {first.name: first.labels[0]}
