"""The server's secret, which signs cookies: made once, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

from data.settings import settings

_SHORTEST = 32


def secret_key() -> bytes:
    """The secret of this installation, made at first use."""
    return _kept(settings().secret_key)


@cache
def _kept(path: Path) -> bytes:
    try:
        return _read(path)
    except FileNotFoundError:
        _make(path)
        return _read(path)


def _read(path: Path) -> bytes:
    key = path.read_bytes().strip()
    if len(key) < _SHORTEST:
        raise RuntimeError(f"{path.name} is damaged. Remove it, and everybody joins again by a link.")
    return key


def _make(path: Path) -> None:
    """Written aside and linked into place, so that of two servers starting at once one wins whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_hex(32).encode())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)
        except FileExistsError:
            return
    finally:
        aside.unlink(missing_ok=True)
