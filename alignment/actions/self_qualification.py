"""The public form with which prospects qualify themselves: open it, close it, change what it asks."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.composing import frozen_document
from alignment.facts import SelfQualificationChanged
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop
from definitions.self_qualification import ProspectForm, outdated


@action(By.FACILITATOR)
def change_self_qualification(
    workshop: Workshop, actor: Participant, open_: bool, form: ProspectForm, *, now: datetime
) -> Facts:
    """Open or close the form for prospects, and set what it asks; it asks by the definition in force."""
    if workshop.in_force is None:
        raise NotNow("No definition is in force yet. Prospects can be asked once one is signed.")
    before = workshop.self_qualification
    if before is not None and (before.open, before.form) == (open_, form):
        raise NotNow("That is so already.")
    criteria = frozen_document(workshop.in_force.draft).criteria
    wrong = outdated(form, criteria) if open_ else ()
    if wrong:
        raise NotUnderstood(
            f"The definition in force does not ask this, or not with these answers: {', '.join(wrong[:3])}. "
            "Choose the question again."
        )
    return (SelfQualificationChanged(open=open_, form=form),)
