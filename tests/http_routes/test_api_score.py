"""Scoring leads for another system: verdicts, receipts, and everything that is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from alignment.actions.definition import share
from alignment.sharing import Sharing
from data.room import Room
from data.rooms import forget_rooms, rooms
from http_routes.api import body
from tests.alignment.stages import Stage, room_at
from tests.http_routes.conftest import Browser
from tests.http_routes.keys import bearer, key_to, problem

SCORE = "/api/definitions/s/score"


def test_a_lead_gets_its_verdict_points_receipt_and_what_would_change_it(
    published: Room, crm: TestClient
) -> None:
    answer = crm.post(SCORE, json={"lead": {"Budget": "Yes"}})
    assert answer.status_code == 200
    budget = next(c for c in published.workshop().clauses.values() if c.name == "Budget")
    in_force = published.workshop().in_force
    assert in_force is not None
    assert answer.json() == {
        "definition": {"slug": "s", "version": 1, "sha256": in_force.draft.sha256},
        "result": {
            "verdict": "qualified",
            "points": 5,
            "lines": [
                {"criterion": "Budget", "id": budget.id, "answer": "Yes", "points": 5, "gate_passed": True}
            ],
            "changes": [{"criterion": "Budget", "answer": "No", "verdict": "not qualified"}],
        },
    }


def test_many_leads_are_answered_in_their_order_without_changes(crm: TestClient) -> None:
    leads = [{"Budget": "No"}, {"Budget": "Yes"}, {"Budget": None}, {}]
    results = crm.post(SCORE, json={"leads": leads}).json()["results"]
    assert [result["verdict"] for result in results] == ["not qualified", "qualified", *["not qualified"] * 2]
    assert [result["lines"][0]["answer"] for result in results] == ["No", "Yes", None, None]
    assert all("changes" not in result for result in results)
    assert crm.post(SCORE, json={"leads": []}).json()["results"] == []


def test_a_criterion_is_named_by_its_id_or_its_name_however_it_is_typed(
    published: Room, crm: TestClient
) -> None:
    budget = next(c.id for c in published.workshop().clauses.values() if c.name == "Budget")
    for name in ("Budget", " BUDGET ", budget):
        assert crm.post(SCORE, json={"lead": {name: "yes"}}).json()["result"]["points"] == 5


@pytest.mark.parametrize(
    ("lead", "criterion", "words"),
    [
        ({"Bugdet": "Yes"}, "Bugdet", "no criterion of this name"),
        ({"Budget": "Perhaps"}, "Budget", "“Perhaps” is no answer"),
        ({"Budget": 7}, "Budget", "not by a number"),
        ({"Budget": True}, "Budget", "text, a number or null"),
        ({"Budget": ["Yes"]}, "Budget", "text, a number or null"),
        ({"Budget": "Yes", "budget": "No"}, "budget", "answered twice"),
        ({"Budget": ""}, "Budget", "is no answer"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_place_and_the_answers(
    crm: TestClient, lead: dict[str, Any], criterion: str, words: str
) -> None:
    answer = crm.post(SCORE, json={"leads": [{}, lead]})
    (fault,) = problem(answer)["errors"]
    assert answer.status_code == 422
    assert (fault["lead"], fault["criterion"]) == (1, criterion)
    assert words in fault["detail"]
    if lead.keys() == {"Budget"}:
        assert fault["answers"] == ["Yes", "No"]


def test_lenient_takes_an_unknown_answer_for_none_but_no_unknown_criterion(crm: TestClient) -> None:
    for given in ("Perhaps", 7, ""):
        result = crm.post(SCORE, json={"lead": {"Budget": given}, "lenient": True}).json()["result"]
        assert (result["lines"][0]["answer"], result["points"]) == (None, 0)
    assert crm.post(SCORE, json={"lead": {"Bugdet": "Yes"}, "lenient": True}).status_code == 422


@pytest.mark.parametrize("sent", [b"", b"{", b"\xff\xfe", b'{"lead": {"Budget": "\\ud800"}}', b"[" * 9999])
def test_what_is_no_json_is_a_400(crm: TestClient, sent: bytes) -> None:
    answer = crm.post(SCORE, content=sent, headers={"Content-Type": "application/json"})
    assert (answer.status_code, problem(answer)["title"]) == (400, "Bad Request")


@pytest.mark.parametrize(
    "sent",
    [
        b"{}",
        b"[]",
        b'"x"',
        b'{"lead": {}, "leads": []}',
        b'{"lead": []}',
        b'{"lead": {}, "lenient": 1}',
        b'{"lead": {}, "more": 1}',
        b'{"lead": {"Budget": NaN}}',
        b'{"lead": {"Budget": 1e999}}',
        b'{"lead": {"Budget": ' + b"9" * 4000 + b"}}",
    ],
)
def test_what_is_no_request_is_a_422(crm: TestClient, sent: bytes) -> None:
    answer = crm.post(SCORE, content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert problem(answer)["errors"]


def test_more_leads_than_one_call_takes_are_refused(crm: TestClient) -> None:
    assert crm.post(SCORE, json={"leads": [{}] * 10_000}).status_code == 200
    answer = crm.post(SCORE, json={"leads": [{}] * 10_001})
    assert answer.status_code == 422
    assert "10000" in problem(answer)["errors"][0]["detail"]


def test_of_many_faults_the_first_are_told(crm: TestClient) -> None:
    answer = crm.post(SCORE, json={"leads": [{"Budget": "?"}] * 500})
    assert len(problem(answer)["errors"]) == 20


@pytest.mark.parametrize("said", [True, False])
def test_a_body_that_is_too_large_is_refused_whether_or_not_its_length_is_said(
    crm: TestClient, said: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "MOST_BYTES", 100)
    sent = b'{"lead": {"Budget": "' + b"x" * 100 + b'"}}'
    content = sent if said else iter([sent[:60], sent[60:]])
    answer = crm.post(SCORE, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    problem(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        {},
    ],
)
def test_a_body_of_another_kind_is_refused(crm: TestClient, headers: dict[str, str]) -> None:
    answer = crm.post(SCORE, content=b"{}", headers=headers)
    assert answer.status_code == 415
    problem(answer)


def test_json_may_say_that_it_is_utf_8(crm: TestClient) -> None:
    headers = {"Content-Type": 'Application/JSON; charset="UTF-8"'}
    assert crm.post(SCORE, content=b'{"lead": {}}', headers=headers).status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_other_methods_are_told_which_one_there_is(crm: TestClient, method: str) -> None:
    answer = crm.request(method, SCORE)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_before_anything_is_published_there_is_nothing_to_score_by(room: Room, browser: Browser) -> None:
    answer = browser().post("/api/definitions/acme/score", json={"lead": {}}, headers=bearer(key_to(room)))
    assert answer.status_code == 409
    assert "Nothing is published yet" in problem(answer)["detail"]


def test_version_1_is_scored_by_while_version_2_is_drafted(browser: Browser) -> None:
    drafting = rooms().keep("w", room_at(Stage.REDRAFTING).record)
    answer = browser().post(SCORE, json={"lead": {"Budget": "Yes"}}, headers=bearer(key_to(drafting)))
    assert answer.json()["definition"]["version"] == 1


def test_an_unknown_address_below_the_interface_says_so_in_the_same_form(browser: Browser) -> None:
    for path in ("/api/", "/api/definitions", "/api/definitions/s/score/x", "/api/x"):
        for method in ("GET", "POST", "DELETE"):
            answer = browser().request(method, path)
            assert answer.status_code == 404
            problem(answer)


def test_while_the_database_is_away_another_system_is_told_to_come_again(
    crm: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMON_TERMS_DATABASE_URL", f"sqlite:///{tmp_path}")
    forget_rooms()
    for answer in (crm.post(SCORE, json={"lead": {}}), crm.get("/api/definitions/s")):
        assert answer.status_code == 503
        assert "Nothing is lost" in problem(answer)["detail"]


def test_from_a_damaged_record_nothing_is_scored(published: Room, crm: TestClient) -> None:
    published.act(share, "p1", Sharing.ANYONE)
    with rooms().ledger.engine.begin() as database:
        change = "UPDATE facts SET body = body || ' ' WHERE workshop_id = :w AND seq = :seq"
        database.execute(sa.text(change), {"w": published.id, "seq": published.head})
    forget_rooms()
    answer = crm.post(SCORE, json={"lead": {}})
    assert answer.status_code == 503
    assert "damaged" in problem(answer)["detail"]


@pytest.mark.parametrize("time", [1, 2])
def test_large_requests_take_turns_and_are_all_answered(crm: TestClient, time: int) -> None:
    leads = [{"Budget": "Yes" if number % 2 else "No"} for number in range(10_000)]
    results = crm.post(SCORE, json={"leads": leads}).json()["results"]
    assert [result["verdict"] for result in results] == ["not qualified", "qualified"] * 5_000
