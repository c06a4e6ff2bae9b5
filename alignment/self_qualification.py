"""The public form of a workshop: whether it is open, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from definitions.self_qualification import ProspectForm


@dataclass(frozen=True)
class SelfQualification:
    """The form as it was last set up, by whom and when."""

    open: bool
    form: ProspectForm
    by: str
    at: datetime
