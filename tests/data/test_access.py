"""Tokens, the cookie, tickets, the host key, and the brake on guessing."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.access import (
    GUESSES,
    Guesses,
    Identity,
    host_key,
    host_key_is_right,
    link_token,
    make_ticket,
    needs_host_key,
    new_token,
    open_cookie,
    seal_cookie,
    split_link,
    take_ticket,
    tickets,
    token_hash,
    with_current,
    without,
)
from data.access.secret_key import _kept, secret_key

ANN, BEN = Identity("w1", "p1"), Identity("w2", "p7")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, and no settings from outside."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    for name in ("HOST_KEY", "PUBLIC_URL"):
        monkeypatch.delenv(f"COMMON_TERMS_{name}", raising=False)
    GUESSES.forget_all()
    return tmp_path


def test_a_token_has_256_bits_and_only_its_hash_is_kept() -> None:
    token = new_token()
    assert len(token) == 43
    assert new_token() != token
    assert token not in token_hash(token)
    assert len(token_hash(token)) == 64


def test_a_link_tells_its_workshop_and_token() -> None:
    token = new_token()
    assert split_link(link_token("a-B_9", token)) == ("a-B_9", token)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "w.",
        "w.short",
        f"w.{'x' * 44}",
        f".{'x' * 43}",
        f"w/.{'x' * 43}",
        f"w.{'x' * 43}\n",
        "w" * 999,
    ],
)
def test_what_cannot_be_a_link_is_none(text: str) -> None:
    assert split_link(text) is None


def test_a_cookie_gives_back_who_one_is() -> None:
    assert open_cookie(seal_cookie((ANN, BEN))) == (ANN, BEN)


def test_a_cookie_changed_anywhere_is_worth_nothing() -> None:
    sealed = seal_cookie((ANN,))
    for place in range(len(sealed)):
        other = "A" if sealed[place] != "A" else "B"
        assert open_cookie(sealed[:place] + other + sealed[place + 1 :]) in ((), (ANN,))
        # The last character of Base64 may carry spare bits; it never makes somebody else of one.
    assert open_cookie(sealed[:-5]) == ()


@pytest.mark.parametrize("text", [None, "", "x", "..", "é", "W10", "\x00"])
def test_what_is_no_cookie_of_ours_is_nobody(text: str | None) -> None:
    assert open_cookie(text) == ()


def test_a_cookie_of_another_server_is_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal_cookie((ANN,))
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(folder / "other"))
    assert open_cookie(sealed) == ()


def test_a_cookie_does_not_outlive_half_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    sealed, now = seal_cookie((ANN,)), time.time()
    for days, known in ((179, (ANN,)), (181, ())):
        monkeypatch.setattr("time.time", lambda days=days: now + days * 86_400)
        assert open_cookie(sealed) == known


def test_a_cookie_keeps_the_twenty_latest_workshops() -> None:
    many = tuple(Identity(f"w{n}", "p1") for n in range(30))
    assert open_cookie(seal_cookie(many)) == many[:20]


def test_one_is_one_person_a_workshop() -> None:
    other = Identity("w1", "p2")
    assert with_current((BEN, ANN), other) == (other, BEN)
    assert without((BEN, ANN), "w2") == (ANN,)


def test_the_secret_is_readable_by_its_owner_only_and_stays(folder: Path) -> None:
    first = secret_key()
    assert (folder / "secret.key").stat().st_mode & 0o777 == 0o600
    assert os.listdir(folder) == ["secret.key"]
    _kept.cache_clear()
    assert secret_key() == first


def test_servers_that_start_at_once_share_one_secret(folder: Path) -> None:
    path = folder / "secret.key"
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(_kept.__wrapped__, [path] * 64))
    assert len(keys) == 1


def test_a_damaged_secret_is_said_and_not_used(folder: Path) -> None:
    (folder / "secret.key").write_text("short")
    with pytest.raises(RuntimeError, match=r"secret\.key is damaged"):
        seal_cookie((ANN,))


def test_a_ticket_is_good_once() -> None:
    ticket = make_ticket(ANN)
    assert take_ticket(ticket) == ANN
    assert take_ticket(ticket) is None
    assert take_ticket("made up") is None


def test_a_ticket_is_too_old_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "SECONDS", -1.0)
    assert take_ticket(make_ticket(ANN)) is None


def test_on_this_computer_opening_a_workshop_needs_no_key() -> None:
    for address in ("localhost", "127.0.0.1", "::1"):
        assert not needs_host_key(address, {"Host": "localhost:8501"})


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "", None, "192.168.0.7", "example.org"])
def test_a_server_that_others_reach_needs_the_key(address: str | None) -> None:
    assert needs_host_key(address, {})


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "10.0.0.1"},
        {"x-forwarded-proto": "https"},
        {"Forwarded": "for=10.0.0.1"},
        {"Host": "terms.example.org"},
        {"host": "192.168.0.7:8501"},
    ],
)
def test_behind_a_proxy_or_under_another_name_the_key_is_needed(headers: dict[str, str]) -> None:
    assert needs_host_key("localhost", headers)


@pytest.mark.parametrize(("name", "value"), [("HOST_KEY", "k"), ("PUBLIC_URL", "https://terms.example.org")])
def test_a_host_who_sets_a_key_or_a_public_address_wants_it_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"COMMON_TERMS_{name}", value)
    assert needs_host_key("localhost", {})


def test_the_host_key_opens_and_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_HOST_KEY", "sesame-é")
    assert host_key_is_right(" sesame-é ", "here") is True
    assert host_key_is_right("sesam", "here") is False
    assert host_key_is_right("", "here") is False


def test_a_key_is_made_and_printed_once_if_none_is_set(capsys: pytest.CaptureFixture[str]) -> None:
    from data.access import host_key as module_function

    assert module_function() == host_key()
    assert len(host_key()) == 43
    assert capsys.readouterr().err.count("Host key") <= 1


def test_guessing_the_host_key_is_slowed_down() -> None:
    answers = [host_key_is_right("wrong", "there") for _ in range(21)]
    assert answers == [False] * 20 + [None]
    assert host_key_is_right(host_key(), "there") is None
    assert host_key_is_right(host_key(), "elsewhere") is True


def test_a_client_that_guessed_too_often_may_try_again_after_a_minute() -> None:
    now = [0.0]
    guesses = Guesses(per_client=2, in_all=3, clock=lambda: now[0])
    guesses.was_wrong("a")
    now[0] = 30
    guesses.was_wrong("a")
    assert not guesses.may_try("a")
    assert guesses.may_try("b")
    now[0] = 61
    assert guesses.may_try("a")


def test_too_many_wrong_guesses_in_all_slow_everybody_down() -> None:
    now = [0.0]
    guesses = Guesses(per_client=2, in_all=3, clock=lambda: now[0])
    for client in ("a", "b", "c", "d"):
        guesses.was_wrong(client)
    assert not guesses.may_try("e")
    now[0] = 61
    assert guesses.may_try("e")


def test_a_clock_set_back_a_little_throws_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    now = time.time()
    sealed = seal_cookie((ANN,))
    monkeypatch.setattr("time.time", lambda: now - 5)
    assert open_cookie(sealed) == (ANN,)
