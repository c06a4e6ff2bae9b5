"""What is known of lead sets: immutable files named by the hash of their source and of how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alignment.actions.action import built
from alignment.facts import LeadSetAdded
from data.lead_file import lead_file
from data.lead_table import lead_table
from data.leads_refused import LeadsRefused
from data.not_understood import not_understood
from data.profiles import count_profiles
from data.reading import Question
from data.readings import questions, read_questions
from definitions.criteria import Criterion
from definitions.lead_set import LeadSet, UnknownValue

MOST_UNKNOWN_VALUES = 50


def lead_set(folder: Path, lead_set_hash: str, criteria: Sequence[Criterion], name: str = "") -> LeadSet:
    """What is known of a lead set that is kept, read by these criteria."""
    return _lead_set(folder, lead_set_hash, questions(criteria), name)


def mapped_lead_set(folder: Path, lead_set_hash: str, name: str = "") -> LeadSet:
    """What is known of a lead set, read as it was mapped; without a name it is called like its file."""
    file = lead_file(folder, lead_set_hash)
    if file is None:
        raise LeadsRefused("There is no such set of leads.")
    asked = [Question(m.criterion, tuple(a.answer for a in m.answers)) for m in file.mapping.criteria]
    return _lead_set(folder, lead_set_hash, asked, name or file.file_name)


def _lead_set(folder: Path, lead_set_hash: str, asked: Sequence[Question], name: str) -> LeadSet:
    with lead_table(folder, lead_set_hash) as table:
        read = read_questions(table, asked)
        profiles = count_profiles(table, read)
        found = [(r.name, not_understood(table, r, MOST_UNKNOWN_VALUES)) for r in read.all]
        file = table.file
    unknown = [UnknownValue(column, *value) for column, each in found for value in each.values]
    unknown.sort(key=lambda value: -value.leads)
    return LeadSet.counted(
        lead_set_hash,
        name,
        profiles,
        criteria=profiles.answered,
        not_understood=tuple(unknown[:MOST_UNKNOWN_VALUES]),
        not_understood_leads=sum(each.leads for _, each in found),
        raw_sha256=file.raw_sha256 if file else lead_set_hash,
        set_aside=file.set_aside if file else 0,
        file_name=file.file_name if file else "",
    )


def added(kept: LeadSet, mapped_from: str = "") -> LeadSetAdded:
    """The fact that makes a kept lead set known to a workshop; counts, no values. May be ``Refused``.

    ``mapped_from``: the lead set whose leads these are, when they were mapped again.
    """
    return built(
        LeadSetAdded,
        lead_set=kept.hash,
        name=kept.name,
        rows=kept.rows,
        months=kept.months,
        won=kept.won,
        lost=kept.lost,
        open=kept.open,
        criteria=kept.criteria,
        raw_sha256=kept.raw_sha256,
        set_aside=kept.set_aside,
        origin=kept.origin,
        file_name=kept.file_name,
        mapped_from=mapped_from,
    )
