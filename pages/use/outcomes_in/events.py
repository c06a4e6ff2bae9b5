"""Which column says when each thing happened, and what was understood of its dates."""

from __future__ import annotations

from zoneinfo import available_timezones

import streamlit as st

from alignment.refused import Refused
from data.meaning_suggestions import date_order
from data.outcomes.looking import SAMPLE, Look, look_at
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import EventMapping
from definitions.phrases import listed, number
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.simulate.adding.meanings import NOT_THERE, ORDERS
from pages.use.outcomes_in.draft import Coming, change, handoff

ASKED = {
    Event.INQUIRY: "The lead came in",
    Event.MQL: "Qualified (MQL)",
    Event.ACCEPTED: "Accepted by sales (SAL)",
    Event.REJECTED: "Rejected by sales",
    Event.RECYCLED: "Recycled to marketing",
    Event.CONTACTED: "First contact",
    Event.SQL: "Sales qualified (SQL)",
    Event.OPPORTUNITY: "Opportunity",
    Event.WON: "Won",
    Event.LOST: "Lost",
}


def ask_events(found: Coming, here: Here) -> None:
    """A field for each event, what was read of it, and how its dates are written."""
    st.subheader("When it happened", anchor=False)
    with st.container(border=True):
        st.caption("Each may be missing. One column can say when of two, such as accepted or rejected.")
        with st.grid(3, min_column_width=220):
            for event in Event:
                _ask_column(found, event, here)
        if found.mapping.events:
            _ask_writing(found)
            _show_read(found)


def _ask_column(found: Coming, event: Event, here: Here) -> None:
    columns = ["", *(column.name for column in found.now.understood.columns)]
    mapped = found.mapping.of(event)
    st.selectbox(
        ASKED[event],
        columns,
        index=columns.index(mapped.column) if mapped is not None and mapped.column in columns else 0,
        format_func=lambda name: found.now.header(name) or NOT_THERE,
        key=found.now.key("event", event.name),
        on_change=_choose_column,
        args=(found, event, handoff(here).hours.time_zone),
    )


def _choose_column(found: Coming, event: Event, zone: str) -> None:
    column = found.now.column(session.typed(found.now.key("event", event.name), ""))
    others = {each.event: each for each in found.mapping.events if each.event is not event}
    if column is not None:
        zone = next((each.zone for each in others.values()), zone)
        others[event] = EventMapping(event=event, column=column.name, order=date_order(column), zone=zone)
    change(found, events=tuple(others[each] for each in Event if each in others))


def _ask_writing(found: Coming) -> None:
    """How dates are written in each column, and the zone of moments that name none."""
    columns = {each.column: each for each in found.mapping.events}
    zone = found.mapping.events[0].zone
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"Moments that name no time zone are of {label(zone)}.", width="content")
        with st.popover("Change how dates are read", type="tertiary", key=found.now.key("change", "dates")):
            zones = sorted(available_timezones())
            st.selectbox(
                "Time zone", zones, index=zones.index(zone) if zone in zones else None,
                key=found.now.key("zone"), on_change=_choose_zone, args=(found,),
            )  # fmt: skip
            for name, mapped in columns.items():
                st.selectbox(
                    found.now.header(name), list(ORDERS), index=list(ORDERS).index(mapped.order),
                    format_func=lambda order: ORDERS[order], key=found.now.key("order", name),
                    on_change=_choose_order, args=(found, name),
                )  # fmt: skip


def _choose_zone(found: Coming) -> None:
    zone = session.typed(found.now.key("zone"), found.mapping.events[0].zone)
    change(found, events=tuple(each.model_copy(update={"zone": zone}) for each in found.mapping.events))


def _choose_order(found: Coming, column: str) -> None:
    order = session.typed(found.now.key("order", column), None)
    changed = (
        each.model_copy(update={"order": order}) if order and each.column == column else each
        for each in found.mapping.events
    )
    change(found, events=tuple(changed))


def _show_read(found: Coming) -> None:
    """What was understood, a line for each column."""
    rows = found.now.understood.rows_kept
    lines: dict[str, list[str]] = {}
    for each in found.mapping.events:
        lines.setdefault(each.column, []).append(ASKED[each.event])
    said = [_line(found, column, events) for column, events in lines.items()]
    st.markdown("\n".join(said))
    if rows > SAMPLE:
        st.caption(f"Seen in the first {number(SAMPLE)} of {number(rows)} rows.")


def _line(found: Coming, column: str, events: list[str]) -> str:
    mapped = next(each for each in found.mapping.events if each.column == column)
    head = f"- **{listed(events)}**: {label(found.now.header(column))}"
    try:
        return f"{head}, {_said(_looked(str(found.now.understood.raw), mapped, found), mapped)}"
    except Refused as refusal:
        return f"{head}. {refusal}"


def _looked(raw: str, mapped: EventMapping, found: Coming) -> Look:
    return _look(raw, mapped.model_dump_json(), found.now.mapping.missing_in(mapped.column), found, mapped)


@st.cache_data(max_entries=256, show_spinner=False)
def _look(raw: str, how: str, markers: tuple[str, ...], _found: Coming, _mapped: EventMapping) -> Look:
    """Looked at once for each way of reading a column."""
    return look_at(_found.now.understood, _mapped, markers)


def _said(look: Look, mapped: EventMapping) -> str:
    read = look.filled - look.unread
    said = [f"{number(read)} of {number(look.filled)} dates read"]
    if look.days:
        said.append(f"{number(look.days)} of them without a time of day, which no clock can count")
    if 0 < look.zoneless < read:
        said.append(f"{number(look.zoneless)} name no time zone")
    end = (
        f" :material/warning: Not read: {listed([label(each) for each in look.examples])}."
        if look.unread
        else ""
    )
    return f"{', '.join(said)}.{end}"
