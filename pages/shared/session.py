"""Who is here and what they do: with ``saying`` the only place that touches ``st.session_state``."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import streamlit as st

from alignment.actions.action import Facts
from alignment.people import Participant
from alignment.refused import Refused
from alignment.workshop import Workshop
from data.access import COOKIE_NAME, Identity, make_ticket, open_cookie
from data.ledger import AWAY, TRY_AGAIN
from data.room import Room
from data.rooms import rooms
from pages.shared import gate
from pages.shared.saying import said as said
from pages.shared.saying import say_in_card
from pages.shared.text import plain

IDENTITY = "identity"
"""The key under which a session knows who is here; a browser cannot set it, tests do."""
_ONE_RUN = 0.1
"""Seconds. Each card of a page looks; what this process writes or hears of is seen at once all the same."""
_TICKET = "ticket"
_DESTINATION = "destination"
_ATTEMPTING = "attempting"
_REFUSALS = "refusals"
_NOTES = "notes"
_UNKNOWN = "unknown to the browser"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Here:
    """The person in front of the screen, the workshop as it stands, and the time it was read."""

    room: Room
    workshop: Workshop
    me: Participant
    now: datetime


def known() -> tuple[Identity, ...]:
    """Everybody this browser is, the current one first."""
    cookie = open_cookie(st.context.cookies.get(COOKIE_NAME))
    current = st.session_state.get(IDENTITY)
    return cookie if current is None else (current, *(each for each in cookie if each != current))


def look() -> Here | None:
    """Who is here, or ``None`` for a stranger and for somebody who was removed. Says what is left to say.

    While the database is away nobody can be told: an attempt is refused, a page says so and goes no further.
    """
    attempting = st.session_state.get(_ATTEMPTING)
    try:
        found = _found()
        if found is not None and not attempting:
            say_in_card(found.room)
        return found
    except AWAY as error:
        _log.exception("The database does not answer")
        if attempting:
            raise Refused(TRY_AGAIN) from error
    st.error(TRY_AGAIN, icon=":material/cloud_off:")
    return st.stop()


def _found() -> Here | None:
    identity = st.session_state.get(IDENTITY) or next(iter(known()), None)
    room = rooms().enter(identity.workshop_id, within=_ONE_RUN) if identity is not None else None
    if identity is None or room is None:
        return None
    workshop = room.workshop(within=_ONE_RUN)
    me = workshop.participants.get(identity.participant_id)
    if me is None or not me.here:
        return None
    st.session_state[IDENTITY] = identity
    return Here(room, workshop, me, room.clock())


def here() -> Here:
    """Who is here; a stranger meets the gate and the page goes no further."""
    found = look()
    if found is None:
        gate.show_gate()
        st.stop()
    return found


def host() -> Here:
    """Who is here, if they host; everybody else is told so and the page goes no further."""
    found = here()
    if not found.me.facilitator:
        gate.show_hosts_only()
        st.stop()
    return found


def become(identity: Identity) -> None:
    """From now on this session is somebody; the browser gets its cookie with the next run."""
    st.session_state[IDENTITY] = identity
    st.session_state[_TICKET] = make_ticket(identity)


def workshop_id() -> str | None:
    """The workshop this session is in."""
    current: Identity | None = st.session_state.get(IDENTITY)
    return current.workshop_id if current is not None else None


def enter_as(workshop_id: str, participant_id: str) -> None:
    """Become somebody and go to their workshop's home. Only in a callback."""
    become(Identity(workshop_id, participant_id))
    go_to("pages/start/home.py")


def go_to(page: str) -> None:
    """Go to a page with the next ``go_on``. Only in a callback."""
    st.session_state[_DESTINATION] = page


def go_on() -> None:
    """Go where this session was sent; the pages there are must be known by now."""
    destination: str | None = st.session_state.pop(_DESTINATION, None)
    if destination is not None:
        st.switch_page(destination)


def ticket() -> str | None:
    """The ticket this browser has yet to turn into a cookie."""
    return st.session_state.get(_TICKET)


def ticket_taken() -> None:
    """The browser has its cookie."""
    st.session_state.pop(_TICKET, None)
    st.session_state.pop(_UNKNOWN, None)


def ticket_failed() -> None:
    """The browser could not get its cookie, though it tried several times."""
    st.session_state.pop(_TICKET, None)
    st.session_state[_UNKNOWN] = True


def show_unknown() -> None:
    """Say that this browser will not know the person again, if so."""
    if st.session_state.get(_UNKNOWN):
        gate.show_unknown_after_a_reload()


def forget() -> None:
    """This session is nobody any more."""
    st.session_state.pop(IDENTITY, None)


@contextmanager
def attempt(place: str) -> Iterator[None]:
    """Try something; a refusal is kept to be shown at ``place`` and nothing that was typed is lost."""
    st.session_state[_REFUSALS] = {}
    st.session_state[_ATTEMPTING] = True
    try:
        yield
    except Refused as refusal:
        st.session_state[_REFUSALS] = {place: str(refusal)}
    finally:
        st.session_state[_ATTEMPTING] = False


def act(action: Callable[..., Facts], *args: Any, **fields: Any) -> Workshop:
    """Let the person here do an action; raises ``Refused``."""
    found = look()
    if found is None:
        raise Refused("You are not in this workshop any more. Nothing was changed.")
    return found.room.act(action, found.me.id, *args, **fields)


def refusal(place: str) -> str | None:
    """Why the last attempt at a place was refused."""
    return st.session_state.get(_REFUSALS, {}).get(place)


def show_refusal(place: str) -> None:
    """Say why the last attempt at a place was refused, if it was."""
    why = refusal(place)
    if why is not None:
        st.error(plain(why), icon=":material/block:")


def typed(key: str, default: Any = "") -> Any:
    """What stands in a field now."""
    found = st.session_state.get(key)
    return default if found is None else found


def clear(*keys: str) -> None:
    """Forget fields that are not shown next; one that stays is emptied by ``fill``. Only in a callback."""
    for key in keys:
        st.session_state.pop(key, None)


def fill(key: str, value: Any) -> None:
    """Put something into a field. Only in a callback or before it is shown."""
    st.session_state[key] = value


def note(name: str, value: Any) -> None:
    """Remember something about this person's screen, such as which card is being edited."""
    st.session_state.setdefault(_NOTES, {})[name] = value


def noted(name: str, default: Any = None) -> Any:
    """What was remembered about this person's screen."""
    return st.session_state.get(_NOTES, {}).get(name, default)


def time_zone() -> str:
    """The visitor's time zone, UTC if the browser does not say."""
    return st.context.timezone or "UTC"
