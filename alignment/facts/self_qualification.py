"""Facts about the public form with which prospects qualify themselves."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.self_qualification import ProspectForm


class SelfQualificationChanged(Fact):
    """A facilitator opened or closed the form, or changed what it asks and says."""

    kind: Literal["self-qualification changed"] = "self-qualification changed"
    open: bool
    form: ProspectForm
