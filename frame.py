"""What every visit runs first: the page's settings, who is here, the menu, and then the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.shared import demo, live, menu, saying, session, sidebar
from pages.shared.entering import enter

# A file of our own: an icon by name would be fetched from another host by each visitor's browser.
ICON = Path(__file__).parent / "http_routes" / "assets" / "icon.svg"

st.set_page_config(page_title="Common Terms", page_icon=str(ICON), layout="wide")
saying.say()
found = session.look()
page = menu.navigate(found.me if found else None, found.workshop if found else None)
session.go_on()
alone = menu.stands_alone(page)
if found is not None:
    if not alone:
        sidebar.show(found)
    if found.room.damage is not None:
        st.error(
            "The record of this workshop was damaged. It is shown as far as it can be trusted, and nothing "
            "can be changed until it is restored from a backup.",
            icon=":material/gpp_bad:",
        )
    if found.workshop.demo and not alone:
        demo.show_bar(found)
ticket = session.ticket()
if ticket is not None:
    enter(ticket, when_done=session.ticket_taken, when_failed=session.ticket_failed)
session.show_unknown()
if found is not None:
    live.listen(*menu.topics(page), head=found.workshop.head, whole_page=True, key="live.frame")
    saying.drawn(found.workshop.head, menu.topics(page))
page.run()  # last: a page may stop the run
