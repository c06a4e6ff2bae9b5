"""Being known on a browser: tickets, choosing a workshop, leaving."""

from __future__ import annotations

import pytest

from data.access import COOKIE_NAME, Identity, make_ticket, open_cookie
from http_routes import known
from tests.http_routes.conftest import Browser

ANN, BEN = Identity("w1", "p1"), Identity("w2", "p7")
OTHER_SITE = {"Origin": "https://evil.example"}


def known_after(answer_headers: object) -> tuple[Identity, ...]:
    """The identities in the cookie that an answer sets."""
    cookie = str(dict(answer_headers)["set-cookie"]).partition(";")[0].removeprefix(f"{COOKIE_NAME}=")  # type: ignore[call-overload]
    return open_cookie(cookie)


def test_a_ticket_gives_the_cookie_once(browser: Browser) -> None:
    ticket = make_ticket(ANN)
    first = browser().post("/enter", data={"ticket": ticket})
    assert first.status_code == 204
    assert known_after(first.headers) == (ANN,)
    assert "httponly" in first.headers["set-cookie"].casefold()
    second = browser().post("/enter", data={"ticket": ticket})
    assert second.status_code == 403
    assert "set-cookie" not in second.headers


def test_entering_keeps_other_workshops_and_replaces_who_one_is_in_the_same(browser: Browser) -> None:
    other = Identity("w1", "p9")
    answer = browser(BEN, ANN).post("/enter", data={"ticket": make_ticket(other)})
    assert known_after(answer.headers) == (other, BEN)


def test_another_site_cannot_spend_a_ticket(browser: Browser) -> None:
    ticket = make_ticket(ANN)
    assert browser().post("/enter", data={"ticket": ticket}, headers=OTHER_SITE).status_code == 403
    assert browser().post("/enter", data={"ticket": ticket}).status_code == 204


def test_guessing_tickets_is_slowed_down(browser: Browser) -> None:
    client = browser()
    statuses = [client.post("/enter", data={"ticket": f"guess {n}"}).status_code for n in range(21)]
    assert statuses == [403] * 20 + [429]


def test_a_known_workshop_becomes_the_current_one(browser: Browser) -> None:
    answer = browser(ANN, BEN).get("/enter/w2")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert known_after(answer.headers) == (BEN, ANN)


def test_an_unknown_workshop_changes_nothing(browser: Browser) -> None:
    answer = browser(ANN).get("/enter/w3")
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["nonsense", "W10.x.y", "", "é"])
def test_a_cookie_that_we_did_not_sign_is_nobody(browser: Browser, cookie: str) -> None:
    client = browser()
    answer = client.get("/enter/w1", headers={"Cookie": f"{COOKIE_NAME}={cookie}".encode("latin-1")})  # type: ignore[dict-item]
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers


def test_leaving_forgets_one_workshop(browser: Browser) -> None:
    assert known_after(browser(ANN, BEN).post("/leave").headers) == (BEN,)
    assert known_after(browser(ANN, BEN).post("/leave", data={"workshop": "w2"}).headers) == (ANN,)


def test_leaving_the_last_workshop_removes_the_cookie(browser: Browser) -> None:
    assert "max-age=0" in browser(ANN).post("/leave").headers["set-cookie"].casefold()


def test_another_site_cannot_make_somebody_leave(browser: Browser) -> None:
    assert browser(ANN).post("/leave", headers=OTHER_SITE).status_code == 403


def test_below_a_base_path_the_cookie_is_for_that_path_only(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser()
    monkeypatch.setattr(known, "home", lambda: "/terms/")
    cookie = client.post("/enter", data={"ticket": make_ticket(ANN)}).headers["set-cookie"]
    assert "path=/terms/" in cookie.casefold()
    assert "path=/terms/" in browser(ANN).post("/leave").headers["set-cookie"].casefold()
