"""The place of a handoff's calendar: one whose public holidays are known when it is proposed.

It is asked here and not when a text is read: what was signed stays readable, whatever places later versions
of the holidays' package know.
"""

from __future__ import annotations

from alignment.refused import NotUnderstood
from definitions.contents import Content
from definitions.handoff import Handoff
from definitions.public_holidays import check_place


def refuse_unknown_place(content: Content) -> None:
    """Refuse a handoff whose calendar names a place of which no public holidays are known."""
    if not isinstance(content, Handoff) or content.business_hours is None:
        return
    try:
        check_place(content.business_hours.country, content.business_hours.subdivision)
    except ValueError as error:
        sentence = str(error)
        raise NotUnderstood(f"{sentence[0].upper()}{sentence[1:]}.") from error
