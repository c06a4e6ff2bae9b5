"""People: invite the teams, see who came, say who hosts and who decides."""

from __future__ import annotations

import streamlit as st

from pages.shared import invitations, members, session
from pages.shared.group_sizes import ask_smallest_group

here = session.host()
st.title("People")
st.caption("Invite the three teams, name the decider, and see who is here. A decision needs all three teams.")
invite, present = st.tabs(["Invite", f"Who is here ({len(here.workshop.people)})"])
with invite:
    invitations.ask_to_invite(here)
    invitations.show_open(here)
with present:
    members.show_people(here)
    members.ask_about_one(here)
    ask_smallest_group(here)
