"""What the host can configure, read from environment variables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "local"


class WrongSetting(ValueError):
    """An environment variable has a value that cannot be used; the message says what to write."""


@dataclass(frozen=True)
class Settings:
    """Where everything is kept and how the server is reached. ``folder`` holds record, leads and key."""

    database_url: str
    folder: Path = HERE
    public_url: str | None = None
    upload_megabytes: int = 50
    host_key: str | None = None
    demo_days: int = 1
    webhook_private: bool = False

    @property
    def leads(self) -> Path:
        """The folder of the lead sets."""
        return self.folder / "leads"

    @property
    def secret_key(self) -> Path:
        """The file with the key that signs cookies."""
        return self.folder / "secret.key"


def settings() -> Settings:
    """The settings as they are now; ``WrongSetting`` if one cannot be used."""
    folder = Path(_text("FOLDER") or HERE).expanduser().absolute()
    return Settings(
        database_url=_text("DATABASE_URL") or f"sqlite:///{folder / 'record.sqlite3'}",
        folder=folder,
        public_url=(_text("PUBLIC_URL") or "").rstrip("/") or None,
        upload_megabytes=_whole("UPLOAD_MB", 50),
        host_key=_text("HOST_KEY"),
        webhook_private=_text("WEBHOOK_PRIVATE") == "1",
    )


def _text(name: str) -> str | None:
    return os.environ.get(f"COMMON_TERMS_{name}", "").strip() or None


def _whole(name: str, usual: int) -> int:
    text = _text(name) or str(usual)
    if not text.isascii() or not text.isdigit() or not int(text):
        raise WrongSetting(f"COMMON_TERMS_{name} is {text!r}; write a whole number such as {usual}.")
    return int(text)
