"""Facts about what people have read."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact


class CaughtUp(Fact):
    """Somebody has read what is new, up to the fact of this number."""

    kind: Literal["caught up"] = "caught up"
    upto: int
