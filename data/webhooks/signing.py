"""Signatures by which a receiver knows that a message is ours and fresh: the Standard Webhooks form."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode

from data.access.secret_key import secret_key

PREFIX = "whsec_"


def signing_secret(workshop_id: str, webhook_id: str) -> str:
    """The secret of one webhook, made of the server's own: it is kept nowhere, and in no record."""
    purpose = f"common-terms.webhook\n{workshop_id}\n{webhook_id}".encode()
    return PREFIX + b64encode(hmac.digest(secret_key(), purpose, hashlib.sha256)).decode()


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """``v1,`` and the HMAC-SHA256, in base64, over id, time (seconds) and body, parted by dots."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    key = b64decode(secret.removeprefix(PREFIX))
    return "v1," + b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
