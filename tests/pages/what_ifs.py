"""The what-if page as somebody sees it: with the sample leads, with a tab open, and its numbers."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from data.room import Room
from tests.pages.rooms import screen

PAGE = "pages/simulate/what_if.py"
SLIDER = "what_if.threshold.0.25"
BEST = {"Budget": "Ready", "Role": "Decision maker", "Need": "Clear", "Timing": "Within six months"}


def with_sample(room: Room, name: str = "Sal") -> AppTest:
    """Somebody's page after one click on the sample leads."""
    return screen(room, name, PAGE).button(key="what_if.sample").click().run()


def numbers(app: AppTest) -> dict[str, str]:
    """The large numbers, by what they are called."""
    return {metric.label: metric.value for metric in app.metric}


def tab(app: AppTest, name: str) -> AppTest:
    """Open one of the tabs."""
    app.session_state["what_if.tab"] = name
    return app.run()


def opened(room: Room, tab: str, name: str = "Sal") -> AppTest:
    """Somebody's page with one tab open."""
    app = screen(room, name, PAGE)
    app.session_state["what_if.tab"] = tab
    return app.run()
