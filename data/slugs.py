"""The last part of a definition's address."""

from __future__ import annotations

import re
import secrets
import unicodedata


def make_slug(company: str) -> str:
    """A readable beginning and ten random characters, such as ``brightwater-pumps-k3v9q2m7xa``."""
    letters = unicodedata.normalize("NFKD", company).encode("ascii", "ignore").decode().casefold()
    readable = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40].strip("-")
    random = "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(10))
    return f"{readable}-{random}" if readable else random
