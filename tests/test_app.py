"""The server as ``streamlit run app.py`` starts it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st
from starlette.testclient import TestClient

import app
from data.rooms import forget_rooms, rooms


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The whole app in this process, with an empty folder; Streamlit starts once in a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMON_TERMS_FOLDER", str(tmp_path_factory.mktemp("app")))
        patch.setenv("COMMON_TERMS_UPLOAD_MB", "200")
        forget_rooms()
        with TestClient(app.app) as started:
            yield started
        forget_rooms()


def test_it_says_that_it_is_well(client: TestClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_our_own_addresses_and_streamlits_live_on_one_server(client: TestClient) -> None:
    assert client.get("/_stcore/health").status_code == 200
    assert client.get("/join/nothing.nothing").status_code == 404
    assert "text/html" in client.get("/criteria").headers["content-type"]


def test_the_server_takes_files_as_large_as_the_host_allows(client: TestClient) -> None:
    assert st.get_option("server.maxUploadSize") == 200


def test_starting_and_looking_makes_no_workshop(client: TestClient) -> None:
    client.get("/")
    assert list(rooms().ledger.openings()) == []
