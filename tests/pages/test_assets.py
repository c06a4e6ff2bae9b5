"""Components of ours under keys that Streamlit takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.shared.assets import mount_key


@given(st.lists(st.text("a_-.", max_size=9), unique=True, max_size=6))
def test_a_key_never_has_two_underscores_on_end(keys: list[str]) -> None:
    assert all("__" not in mount_key(key) for key in keys)


@pytest.mark.parametrize("clause", ["a__b", "___", "_a_"])
def test_whatever_an_id_is_made_of_the_page_listens_and_keeps_drafts(clause: str) -> None:
    def page(clause: str) -> None:
        from pages.shared import live

        live.listen(f"clause:{clause}", head=1, workshop_id="w", key=f"live.{clause}")

    assert not AppTest.from_function(page, args=(clause,)).run().exception
