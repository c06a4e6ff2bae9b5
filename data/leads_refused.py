"""Why a file of leads was not taken."""

from __future__ import annotations

from alignment.refused import Refused


class LeadsRefused(Refused):
    """The leads cannot be used; the message is a sentence for the person, and nothing was kept."""
