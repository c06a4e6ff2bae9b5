"""Assessments as a CSV file for a CRM."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from alignment.workshop import Workshop
from data.assessments.assessment import Assessment
from data.assessments.by_version import text_of
from data.importing.set_aside import safe_cell
from definitions.texts import fold_name

BEFORE = ("Reference", "Source", "When", "By", "Channel", "Name", "Company", "E-mail")
AFTER = ("Points", "Verdict", "Version", "Fingerprint", "Note", "Id")
CONTACT = ("name", "company", "email")
ANSWER = "Answer: "


def as_csv(workshop: Workshop, assessments: Iterable[Assessment]) -> bytes:
    """UTF-8 with a byte order mark; a column for each criterion of any version, formulas made plain text."""
    criteria = criteria_of(workshop)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(name) for name in (*BEFORE, *_headings(criteria), *AFTER)])
    for each in assessments:
        writer.writerow([safe_cell(cell) for cell in _row(workshop, each, criteria)])
    return text.getvalue().encode("utf-8-sig")


def criteria_of(workshop: Workshop) -> tuple[str, ...]:
    """The names of the criteria of every published version, the newest version's first."""
    names: dict[str, None] = {}
    for version in reversed(workshop.published):
        text = text_of(workshop, version.draft.sha256)
        names |= dict.fromkeys(criterion.name for criterion in (text.criteria if text else ()))
    return tuple(names)


def _headings(criteria: Sequence[str]) -> list[str]:
    """The criteria's names; those that are called like another column are told apart."""
    taken = {fold_name(name) for name in (*BEFORE, *AFTER)}
    return [f"{ANSWER}{name}" if fold_name(name) in taken else name for name in criteria]


def _row(workshop: Workshop, each: Assessment, criteria: Sequence[str]) -> list[str]:
    by = workshop.name_of(each.by_id) if each.by_id else ""
    return [
        each.reference,
        each.source,
        each.made_at.isoformat(timespec="seconds"),
        by,
        each.channel.value,
        *(each.contact.get(field, "") for field in CONTACT),
        *(each.answers.get(name) or "" for name in criteria),
        str(each.points),
        each.verdict.value,
        str(each.version),
        each.sha256,
        each.note,
        each.id,
    ]
