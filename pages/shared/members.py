"""The people of a workshop, for its host: who is here, and changing one of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from alignment.actions.people import change_team, name_decider, remove_participant, set_facilitator
from alignment.people import Participant, Team
from pages.shared import session
from pages.shared.people import TEAM_WORDS, with_team
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import moment

WHO = "people.one"


def show_people(here: Here) -> None:
    """Everybody who came, in the order of joining; those removed last."""
    people = sorted(here.workshop.participants.values(), key=lambda p: (not p.here, p.joined_at))
    zone = session.time_zone()
    rows = [
        {
            "Name": p.name,
            "Team": p.team.value.capitalize(),
            "Role": _role(here, p),
            "Joined": moment(p.joined_at, zone),
        }
        for p in people
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", alt="Who is in the workshop")


def _role(here: Here, person: Participant) -> str:
    if not person.here:
        return "Removed"
    roles = {"Facilitator": person.facilitator, "Decider": here.workshop.decider_id == person.id}
    return ", ".join(role for role, so in roles.items() if so) or "Participant"


def _do(action: object, said: str, *args: object) -> None:
    with session.attempt("people.one"):
        session.act(action, *args)  # type: ignore[arg-type]
        session.said(said)


def move(person_id: str) -> None:
    """Put somebody into the chosen team."""
    _do(
        change_team,
        "Moved. Their votes count in the new team.",
        person_id,
        session.typed(f"{WHO}.team.{person_id}", None),
    )


def ask_about_one(here: Here) -> None:
    """What the host can do about one person."""
    st.subheader("Change one person")
    names = {person.id: f"{person.name} ({person.team.value})" for person in here.workshop.people}
    chosen = st.selectbox("Person", list(names), format_func=names.__getitem__, key=f"{WHO}.id")
    person = here.workshop.participants[chosen]
    st.markdown(with_team(person))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Team",
            list(Team),
            format_func=TEAM_WORDS.__getitem__,
            key=f"{WHO}.team.{person.id}",
            width=240,
            index=list(Team).index(person.team),
        )
        st.button("Move", key=f"{WHO}.move", on_click=move, args=(person.id,))
    _ask_roles(here, person)
    session.show_refusal("people.one")
    _ask_removal(person)


def _ask_roles(here: Here, person: Participant) -> None:
    with st.container(horizontal=True):
        word = "Take back facilitator" if person.facilitator else "Make facilitator"
        st.button(
            word,
            key=f"{WHO}.facilitator",
            on_click=_do,
            icon=":material/record_voice_over:",
            args=(set_facilitator, "Done.", person.id, not person.facilitator),
        )
        if here.workshop.decider_id != person.id:
            st.button(
                "Name as decider",
                key=f"{WHO}.decider",
                on_click=_do,
                icon=":material/gavel:",
                args=(name_decider, f"{person.name} decides now.", person.id),
            )


def _ask_removal(person: Participant) -> None:
    with st.popover(f"Remove {label(person.name)}", icon=":material/person_remove:"):
        st.write(
            "What they said and voted stays in the record, and counts no more. They can come back by a link, "
            "as somebody new."
        )
        st.button(
            "Remove",
            key=f"{WHO}.remove",
            type="primary",
            on_click=_do,
            args=(remove_participant, f"{person.name} is removed.", person.id),
        )
