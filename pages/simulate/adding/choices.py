"""What was chosen about a file, when it was read in another way since."""

from __future__ import annotations

from data.offers import Offer
from definitions.mapping_choices import Choices
from definitions.mapping_edits import with_kept
from pages.simulate.adding import desk

MOST = 9
"""Readings of one file before the latest whose choices are remembered."""


def take_over(fresh: Offer) -> None:
    """Begin with what is offered, and what was chosen when the file was read in other ways."""
    before: Offer | None = desk.noted("offer")
    choices: tuple[Choices, ...] = desk.noted("choices") or ()
    if before is not None:
        made = (desk.noted("mapping"), desk.noted("kept"))
        latest = Choices(_headers(before), before.mapping, *made)
        choices = (*(each for each in choices[-MOST:] if not latest.covers(each)), latest)
    mapping, kept, headers = fresh.mapping, fresh.mapping.kept, _headers(fresh)
    for each in choices:
        mapping, kept = each.carried(mapping, headers), each.kept_of(kept, headers)
    desk.note("turn", desk.noted("turn", 0) + 1)
    noted = {"offer": fresh, "choices": choices, "kept": kept, "mapping": with_kept(mapping, kept)}
    for name, value in noted.items():
        desk.note(name, value)


def _headers(found: Offer) -> dict[str, str]:
    return {column.name: column.header for column in found.understood.columns}
