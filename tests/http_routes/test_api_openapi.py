"""The description of the interface: it is OpenAPI, and what is answered is what it says."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import schemathesis
import streamlit as st
from hypothesis import HealthCheck, settings
from jsonschema_rs import validator_for
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks
from starlette.applications import Starlette
from starlette.testclient import TestClient

from alignment.actions.definition import share
from alignment.sharing import Sharing
from data.room import Room
from http_routes.api.keys import KEY_GUESSES
from http_routes.api.openapi import description
from http_routes.routes import routes
from tests.http_routes.conftest import Browser
from tests.http_routes.keys import bearer, key_to

LEAD = {
    "type": "object",
    "properties": {"Budget": {"enum": ["Yes", "No", None]}},
    "additionalProperties": False,
}


def for_the_test_s_definition() -> dict[str, Any]:
    """The description narrowed to one definition, so that all that fits it must be accepted."""
    narrowed = deepcopy(description())
    asked = narrowed["components"]["schemas"]["ScoreRequest"]["properties"]
    asked["lead"], asked["leads"]["items"], asked["lenient"] = LEAD, LEAD, {"const": False}
    for path in narrowed["paths"].values():
        path["parameters"][0]["schema"] = {"enum": ["s"]}
    return narrowed


def loaded(told: dict[str, Any]) -> Any:
    app = Starlette(routes=routes())
    schema = schemathesis.openapi.from_dict(told)
    schema.app = app
    return schema


ANY = loaded(description())
THIS = loaded(for_the_test_s_definition())
FEW = settings(
    max_examples=75, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def key(published: Room) -> dict[str, str]:
    """The header of a system that has a key to it."""
    return bearer(key_to(published))


@THIS.parametrize()
@FEW
def test_whatever_fits_is_answered_as_described_and_whatever_does_not_is_refused(
    case: Case, key: dict[str, str]
) -> None:
    KEY_GUESSES.forget_all()  # wrong keys are tried as well, and must be told that they are
    case.call_and_validate(headers=key)


@ANY.parametrize()
@FEW
def test_whatever_another_system_sends_is_answered_as_described(case: Case, key: dict[str, str]) -> None:
    # A lead may fit the description and still name criteria that the definition does not have.
    KEY_GUESSES.forget_all()
    load_all_checks()
    case.call_and_validate(headers=key, excluded_checks=[*CHECKS.get_by_names(["positive_data_acceptance"])])


@ANY.parametrize()
@FEW
def test_without_a_key_everything_is_refused_as_described(case: Case, published: Room) -> None:
    KEY_GUESSES.forget_all()
    answer = case.call_and_validate()
    assert answer.status_code in (401, 405)


def test_everybody_may_read_the_description(browser: Browser) -> None:
    answer = browser().get("/api/openapi.json")
    assert answer.status_code == 200
    told = answer.json()
    assert told["openapi"].startswith("3.1")
    assert told["servers"] == [{"url": "/"}]
    assert set(told["paths"]) == {"/api/definitions/{slug}", "/api/definitions/{slug}/score"}


def test_the_answers_fit_the_schemas_word_for_word(
    browser: Browser, published: Room, key: dict[str, str]
) -> None:
    client, schemas = browser(), description()["components"]["schemas"]
    score = "/api/definitions/s/score"
    answers = {
        "OneScored": client.post(score, json={"lead": {"Budget": "Yes"}}, headers=key),
        "ManyScored": client.post(score, json={"leads": [{"Budget": "No"}, {}]}, headers=key),
        "SignedDocument": client.get("/api/definitions/s", headers=key),
        "ProblemDetails": client.post(score, json={"lead": {"Budget": 1}}, headers=key),
    }
    for name, answer in answers.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
        assert list(validator_for(schema).iter_errors(answer.json())) == [], name


@pytest.fixture
def below(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The server below a base path."""
    real, base = st.get_option, "server.baseUrlPath"
    monkeypatch.setattr(st, "get_option", lambda name: "terms" if name == base else real(name))
    return TestClient(Starlette(routes=routes()))


def test_it_works_below_a_base_path(below: TestClient, published: Room) -> None:
    published.act(share, "p1", Sharing.ANYONE)
    assert below.get("/terms/api/openapi.json").json()["servers"] == [{"url": "/terms"}]
    assert below.get("/terms/api/definitions/s").status_code == 200
    assert below.get("/api/definitions/s").status_code == 404
