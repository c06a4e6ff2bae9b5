"""The projector: what it shows, and its timer."""

from __future__ import annotations

from datetime import datetime, timedelta

from alignment.actions.action import By, Facts, action
from alignment.facts import SceneShown, TimerStarted, TimerStopped
from alignment.people import Participant
from alignment.presenting import Scene
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop

LONGEST_MINUTES = 60


@action(By.FACILITATOR)
def show_scene(
    workshop: Workshop, actor: Participant, scene: Scene, subject: str = "", *, now: datetime
) -> Facts:
    """Put something on the projector; the timer of what was there before ends."""
    if scene is Scene.CLAUSE and subject not in workshop.clauses:
        raise NotUnderstood("There is no such clause to show.")
    if scene is Scene.CALIBRATION and subject not in workshop.calibrations:
        raise NotUnderstood("There is no such calibration to show.")
    if scene in (Scene.NOTHING, Scene.JOINING) and subject:
        raise NotUnderstood("This scene is about the whole room.")
    on = workshop.presenting
    if (on.scene, on.subject) == (scene, subject):
        raise NotNow("That is on the projector already.")
    return (SceneShown(scene=scene, subject=subject),)


@action(By.FACILITATOR)
def start_timer(workshop: Workshop, actor: Participant, minutes: int, *, now: datetime) -> Facts:
    """Count down on the projector, from now. Nothing happens by itself when the time is up."""
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise NotUnderstood(f"A timer runs for 1 to {LONGEST_MINUTES} minutes.")
    return (TimerStarted(ends_at=now + timedelta(minutes=minutes)),)


@action(By.FACILITATOR)
def stop_timer(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Take the timer off the projector."""
    if workshop.presenting.timer_ends_at is None:
        raise NotNow("No timer is running.")
    return (TimerStopped(),)
