"""One attempt to tell another system something over HTTP, within ten seconds in all."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import httpx2

from data.settings import settings
from data.webhooks.places import NoPlace, addresses_of

SECONDS = 10.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """How an attempt went, in words that follow the receiver's name. ``final``: it wants no more."""

    arrived: bool
    said: str
    final: bool = False


async def send(
    url: str, body: bytes, headers: Mapping[str, str], trust: ssl.SSLContext | None = None
) -> Outcome:
    """Send a message. No redirect is followed, no proxy used, and the answer's body is not read.

    ``trust``: whose certificates are good, by default those that the system trusts.
    """
    try:
        async with asyncio.timeout(SECONDS):
            return _judged(await _posted(httpx2.URL(url), body, headers, trust))
    except NoPlace as nowhere:
        return Outcome(False, str(nowhere))
    except (TimeoutError, httpx2.TimeoutException):
        return Outcome(False, f"it did not answer within {SECONDS:.0f} seconds")
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        _log.info("A webhook could not be sent: %s", type(error).__name__)
        return Outcome(False, _why(error))


async def _posted(
    url: httpx2.URL, body: bytes, headers: Mapping[str, str], trust: ssl.SSLContext | None
) -> int:
    """The status of the answer, from the first address that takes the call."""
    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = await addresses_of(url.host, port, private=settings().webhook_private)
    sent = {**headers, "Host": url.netloc.decode("ascii")}
    async with httpx2.AsyncClient(trust_env=False, verify=trust or True, timeout=SECONDS) as client:
        for place, address in enumerate(addresses):
            # The name is not resolved again: what was checked is what is called, the name is for TLS alone.
            request = client.build_request(
                "POST",
                url.copy_with(host=address),
                content=body,
                headers=sent,
                extensions={"sni_hostname": url.host},
            )
            try:
                answer = await client.send(request, stream=True)
            except httpx2.ConnectError:
                if place == len(addresses) - 1:
                    raise
                continue
            await answer.aclose()
            return answer.status_code
    raise NoPlace("its name could not be found")


def _judged(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome(True, f"it answered {status}")
    if status == HTTPStatus.GONE:
        return Outcome(False, "it answered 410: it wants to be told no more", final=True)
    if 300 <= status < 400:
        return Outcome(False, f"it answered {status}, a redirect, which is not followed")
    return Outcome(False, f"it answered {status}")


def _why(error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate could not be verified"
    return "it could not be reached"
