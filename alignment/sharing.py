"""Who may read a published definition."""

from __future__ import annotations

from enum import StrEnum


class Sharing(StrEnum):
    """Who may open the definition's address."""

    PARTICIPANTS = "participants only"
    ANYONE = "anyone with the link"
