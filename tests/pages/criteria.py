"""The page of criteria, and the answers in a form on it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

PAGE = "pages/draft/criteria.py"


def answer_fields(app: AppTest, place: str) -> list[object]:
    """The fields for the answers' labels, in order."""
    return [field for field in app.text_input if (field.key or "").startswith(f"{place}.answer.")]


def answers(app: AppTest, place: str) -> list[str]:
    """The labels typed so far, in order."""
    return [field.value for field in answer_fields(app, place)]
