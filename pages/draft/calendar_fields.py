"""The calendar of the handoff's clocks: time zone, days, hours, public holidays and closed days."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import streamlit as st

from alignment.actions.action import built
from definitions.business_hours import BusinessHours, time_zones
from definitions.closed_days import ClosedDays, closed_lines
from definitions.handoffs.calendar import WEEKDAYS
from definitions.public_holidays import countries, subdivisions
from pages.shared import session

NOWHERE = ""
_LOOK = {"persist_state": "session", "on_change": "ignore"}


def fill(place: str, when: BusinessHours | None) -> None:
    """Put a calendar into the fields; without one, the usual one where the visitor is. Only in a callback."""
    here = session.time_zone()
    usual = BusinessHours(time_zone=here if here in time_zones() else "UTC")
    agreed, when = when is not None, when or usual
    session.fill(f"{place}.calendar", agreed)
    session.fill(f"{place}.days", list(when.days))
    for field in ("time_zone", "opens", "closes", "country", "subdivision"):
        session.fill(f"{place}.{field}", getattr(when, field))
    session.fill(f"{place}.closed", closed_lines(when.closed))


def ask(place: str) -> None:
    """Whether the clocks have a calendar; if so, its fields."""
    st.toggle(
        "Say when these hours run",
        key=f"{place}.calendar",
        help="Time zone, working days and public holidays. Otherwise: Monday to Friday, 9:00 to 17:00, UTC.",
        persist_state="session",
    )
    if not session.typed(f"{place}.calendar", False):
        return
    st.pills(
        "Working days",
        list(range(len(WEEKDAYS))),
        selection_mode="multi",
        format_func=lambda day: WEEKDAYS[day][:3],
        key=f"{place}.days",
        **_LOOK,
    )
    _ask_times(place)
    _ask_holidays(place)


def _ask_times(place: str) -> None:
    begins, ends, zone = st.columns([1, 1, 2])
    step = timedelta(minutes=15)
    begins.time_input("From", value=None, key=f"{place}.opens", step=step, **_LOOK)
    midnight = "0:00 stands for midnight."
    ends.time_input("To", value=None, key=f"{place}.closes", step=step, help=midnight, **_LOOK)
    now = str(session.typed(f"{place}.time_zone", "UTC"))
    zone.selectbox("Time zone", list(dict.fromkeys((*_zones(), now))), key=f"{place}.time_zone", **_LOOK)


def _ask_holidays(place: str) -> None:
    where, part = st.columns(2)
    names = countries()
    country = where.selectbox(
        "Without the public holidays of",
        [NOWHERE, *names],
        key=f"{place}.country",
        format_func=lambda code: names.get(code, "Nowhere: holidays count"),
        on_change=_elsewhere,
        args=(place,),
        persist_state="session",
    )
    parts = subdivisions(country or NOWHERE)
    if parts:
        part.selectbox(
            "There, in",
            [NOWHERE, *parts],
            key=f"{place}.subdivision",
            format_func=lambda code: parts.get(code, "All of the country"),
            **_LOOK,
        )
    st.text_area(
        "Further closed days, one a line",
        key=f"{place}.closed",
        placeholder="2026-12-24 to 2027-01-01",
        height=80,
        **_LOOK,
    )


def _elsewhere(place: str) -> None:
    session.fill(f"{place}.subdivision", NOWHERE)


def read(place: str) -> BusinessHours | None:
    """The calendar as typed, if one is wanted; refused in plain words if it cannot be one."""
    if not session.typed(f"{place}.calendar", False):
        return None
    fields = ("time_zone", "opens", "closes", "country", "subdivision")
    return built(
        BusinessHours,
        days=sorted(session.typed(f"{place}.days", [])),
        closed=built(ClosedDays, closed_days=session.typed(f"{place}.closed")).closed_days,
        **{field: session.typed(f"{place}.{field}", None) for field in fields[:3]},
        **{field: session.typed(f"{place}.{field}", NOWHERE) for field in fields[3:]},
    )


@cache
def _zones() -> tuple[str, ...]:
    """The zones that are named by a place, and UTC first."""
    return ("UTC", *sorted(zone for zone in time_zones() if _is_place(zone)))


def _is_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/"))
