"""Who has read the definition in force: whoever says so, and whoever signed it."""

from __future__ import annotations

from alignment.drafts import Published
from alignment.people import Participant
from alignment.workshop import Workshop


def has_read(workshop: Workshop, version: Published, person: Participant) -> bool:
    """Whether a person has read a version."""
    return person.id in version.draft.signatures or person.id in workshop.read.get(version.version, {})


def unread(workshop: Workshop) -> tuple[Participant, ...]:
    """Who has not read the version in force, in the order of joining; nobody while none is in force."""
    version = workshop.in_force
    if version is None:
        return ()
    return tuple(person for person in workshop.people if not has_read(workshop, version, person))
