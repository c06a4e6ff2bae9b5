"""The table of all screens: where each is, what it is called, and whose menu it is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from alignment.people import Participant
from alignment.topics import STANDING, WORKSHOP
from alignment.workshop import Workshop
from pages.shared.text import label


def _everybody(person: Participant) -> bool:
    return True


def _hosts(person: Participant) -> bool:
    return person.facilitator


def _voters(person: Participant) -> bool:
    return person.votes


@dataclass(frozen=True)
class Screen:
    """One screen. ``section`` is empty for screens that are reached by a button, not by the menu.

    One that stands ``alone`` has the whole window to itself: no menu beside it. One whose cards notice
    ``by_cards`` where a clause stands need not run whole when only that has changed.
    """

    file: str
    title: str
    icon: str
    section: str
    in_menu: Callable[[Participant], bool] = _everybody
    alone: bool = False
    by_cards: bool = False

    @property
    def address(self) -> str:
        """The screen's own part of the address."""
        return self.file.removeprefix("pages/").removesuffix(".py").split("/")[-1].replace("_", "-")

    def page(self, default: bool, visible: bool) -> StreamlitPage:
        """The screen as Streamlit navigates to it."""
        return st.Page(
            self.file,
            title=self.title,
            icon=f":material/{self.icon}:",
            url_path=self.address,
            default=default,
            visibility="visible" if visible else "hidden",
        )


WELCOME = Screen("pages/start/welcome.py", "Start", "door_open", "")
PREPARE = "Prepare"
HOME = Screen("pages/start/home.py", "Home", "home", PREPARE, by_cards=True)
SCREENS = (
    WELCOME,
    HOME,
    Screen("pages/start/own_words.py", "Own words", "edit_note", PREPARE, by_cards=True),
    Screen("pages/start/calibrate.py", "Calibrate", "fact_check", PREPARE, by_cards=True),
    Screen("pages/start/inbox.py", "Waiting for you", "inbox", "", by_cards=True),
    Screen("pages/start/me.py", "You and your devices", "devices", ""),
    Screen("pages/draft/criteria.py", "Criteria", "checklist", "Draft"),
    Screen("pages/draft/problems.py", "Problems and solutions", "lightbulb", "Draft"),
    Screen("pages/draft/handoff.py", "Threshold and handoff", "handshake", "Draft"),
    Screen("pages/draft/glossary.py", "Glossary", "menu_book", "Draft"),
    Screen("pages/simulate/leads.py", "Leads", "groups", "Simulate"),
    Screen("pages/simulate/what_if.py", "What if", "tune", "Simulate"),
    Screen("pages/decide/ballots.py", "Vote", "how_to_vote", "Decide", _voters, by_cards=True),
    Screen("pages/decide/decisions.py", "Disputes", "gavel", "Decide"),
    Screen("pages/decide/bridge.py", "Bridge", "handshake", "Decide"),
    Screen("pages/decide/running.py", "Run the room", "settings_remote", "Decide", _hosts, by_cards=True),
    Screen(
        "pages/decide/presenter.py", "Presenter screen", "present_to_all", "Decide", alone=True, by_cards=True
    ),
    Screen("pages/publish/sign_off.py", "Sign off", "signature", "Publish"),
    Screen("pages/publish/definition.py", "Definition", "description", "Publish"),
    Screen("pages/publish/understanding.py", "Understanding", "school", "Publish", by_cards=True),
    Screen("pages/use/qualify.py", "Qualify a lead", "rule", "Use"),
    Screen("pages/use/score_file.py", "Score a file", "table_view", "Use"),
    Screen("pages/use/assessments.py", "Assessments", "lists", "Use"),
    Screen("pages/use/inbox_of_leads.py", "Leads for sales", "forward_to_inbox", "Use"),
    Screen("pages/use/outcomes.py", "Outcomes", "flag", "Use"),
    Screen("pages/use/self_qualification.py", "Self-qualification", "public", "Use"),
    Screen("pages/use/measure.py", "Measure", "monitoring", "Use"),
    Screen("pages/host/people.py", "People", "group_add", "Host", _hosts),
    Screen("pages/host/connections.py", "Connections", "webhook", "Host", _hosts),
    Screen("pages/host/record.py", "Record", "history", "Host"),
)


def navigate(person: Participant | None, workshop: Workshop | None) -> StreamlitPage:
    """The page that was asked for. A stranger's menu is empty; every page guards itself all the same."""
    first = WELCOME if person is None else HOME
    sections: dict[str, list[StreamlitPage]] = {"": []}
    for screen in SCREENS:
        visible = bool(screen.section) and person is not None and screen.in_menu(person)
        heading = _heading(screen.section, workshop) if visible else ""
        sections.setdefault(heading, []).append(screen.page(default=screen is first, visible=visible))
    page = st.navigation(sections, expanded=True)
    # Only now is it known which page was asked for; the later word on the menu's place counts.
    return st.navigation(sections, position="hidden") if stands_alone(page) else page


def topics(page: StreamlitPage) -> tuple[str, ...]:
    """The topics for which a page runs whole."""
    by_cards = any(screen.by_cards and screen.address == page.url_path for screen in SCREENS)
    return (WORKSHOP,) if by_cards or page.url_path == "" else (WORKSHOP, STANDING)


def stands_alone(page: StreamlitPage) -> bool:
    """Whether a page is shown without the menu."""
    return any(screen.alone and screen.address == page.url_path for screen in SCREENS)


def _heading(section: str, workshop: Workshop | None) -> str:
    """A section's heading; the first one tells which workshop this is."""
    if section != PREPARE or workshop is None:
        return section
    return f"**{label(workshop.name)}**"
