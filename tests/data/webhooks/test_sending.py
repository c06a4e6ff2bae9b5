"""One attempt: what is not called, what is not waited for, and whose certificate is believed."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
from ipaddress import ip_address
from pathlib import Path

import pytest

from data.webhooks import sending
from data.webhooks.places import NoPlace, addresses_of, is_public
from data.webhooks.sending import Outcome, send
from tests.data.webhooks.receiving import receiver

PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "::127.0.0.1", "fe80::1"),
    *("fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:a00:1::"),
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
)
PUBLIC = (
    *("93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101", "2002:101:101::"),
    "::ffff:1.1.1.1",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_within_some_network_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_is(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "127.1", "::1", "[::ffff:127.0.0.1]".strip("[]")],
)
def test_this_computer_is_not_called_under_any_of_its_names(host: str) -> None:
    with pytest.raises(NoPlace):
        asyncio.run(addresses_of(host, 443, private=False))


def test_a_name_with_one_private_address_among_public_ones_is_not_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def found(*_: object, **__: object) -> list[tuple[object, ...]]:
        kinds = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kinds, ("1.1.1.1", 443)), (*kinds, ("10.0.0.1", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(NoPlace, match="not a public one"):
        asyncio.run(addresses_of("mixed.example", 443, private=False))
    assert asyncio.run(addresses_of("mixed.example", 443, private=True)) == ("1.1.1.1", "10.0.0.1")


def test_the_name_is_resolved_once_and_what_was_checked_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host: str, port: int, *more: object, **named: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "crm.example" else host, port, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with receiver() as system:
        port = system.url.rpartition(":")[2]
        outcome = asyncio.run(send(f"http://crm.example:{port}/x", b"{}", {}))
    assert outcome == Outcome(True, "it answered 200")
    assert asked.count("crm.example") == 1
    assert system.heard[0][1]["host"] == f"crm.example:{port}"


def test_who_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")
    monkeypatch.setattr(sending, "SECONDS", 0.2)
    with receiver(wait=1.0) as system:
        outcome = asyncio.run(send(system.url, b"{}", {}))
    assert not outcome.arrived
    assert "did not answer" in outcome.said


def test_who_is_not_there_is_said_not_to_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")
    with receiver() as system:
        pass
    assert asyncio.run(send(system.url, b"{}", {})) == Outcome(False, "it could not be reached")


def test_a_name_that_nobody_has_is_said_not_to_be_found() -> None:
    outcome = asyncio.run(send("https://nobody.invalid/x", b"{}", {}))
    assert outcome == Outcome(False, "its name could not be found")


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with receiver() as system:
        assert asyncio.run(send(system.url, b"{}", {})).arrived


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate, with its key, that a test's own authority gave to ``crm.example``."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("there is no openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    made = [
        program,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=crm.example",
    ]
    where = ["-addext", "subjectAltName=DNS:crm.example", "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run([*made, *where], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


@pytest.mark.parametrize(
    ("host", "trusted", "said"),
    [
        ("crm.example", True, "it answered 200"),
        ("other.example", True, "its certificate could not be verified"),
        ("crm.example", False, "its certificate could not be verified"),
    ],
)
def test_the_certificate_is_that_of_the_name_though_an_address_is_called(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool, said: str
) -> None:
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, port, *more, **named: real("127.0.0.1", port, **named)
    )
    ours = ssl.create_default_context(cafile=str(certificate)) if trusted else None
    with receiver(certificate=certificate) as system:
        port = system.url.rpartition(":")[2]
        assert asyncio.run(send(f"https://{host}:{port}/", b"{}", {}, ours)).said == said
