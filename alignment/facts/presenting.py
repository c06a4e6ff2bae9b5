"""Facts about the projector in the room."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from alignment.facts.fact import Fact
from alignment.presenting import Scene


class SceneShown(Fact):
    """A facilitator put something on the projector. ``subject`` is the id of what the scene is about."""

    kind: Literal["scene shown"] = "scene shown"
    scene: Scene
    subject: str = ""


class TimerStarted(Fact):
    """A facilitator started the timer on the projector, or set it anew."""

    kind: Literal["timer started"] = "timer started"
    ends_at: datetime


class TimerStopped(Fact):
    """A facilitator took the timer off the projector."""

    kind: Literal["timer stopped"] = "timer stopped"
