"""What a ballot on points, a gate or a threshold would do to the leads in use, as one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import streamlit as st

from alignment.clauses import SETTLED, Clause
from alignment.comparing import SCORED, Compared, compared
from alignment.refused import Refused
from alignment.standing import status
from alignment.workshop import Workshop
from definitions.consequences import consequence
from definitions.contents import ContentKind
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.scores import unanswered
from definitions.texts import fold_name
from pages.shared.lead_sets import profiles_of
from pages.shared.session import Here
from pages.shared.text import label


@dataclass(frozen=True)
class _Asked:
    """A question that is answered once: told apart by its leads and wordings, not by what they say."""

    lead_set: str
    workshop_id: str
    clause_id: str
    base: int
    wordings: tuple[tuple[str, int], ...]
    about: Compared = field(compare=False)
    name: str | None = field(compare=False)


def show_consequence(found: Here, clause: Clause) -> None:
    """What the wording that is voted on changes; nothing where the leads do not tell."""
    if clause.kind not in SCORED or clause.round is None or not found.workshop.lead_sets:
        return
    if status(found.workshop, clause, found.now) in SETTLED:
        return
    about = compared(found.workshop, clause, found.now)
    if about is None:
        return
    used = found.workshop.lead_sets[found.workshop.lead_set_in_use or ""].fact
    words = _told(found.workshop, clause, about, used.lead_set)
    if words:
        against = "" if words.startswith("Changes no") else f" {_against(about)}"
        st.markdown(f":material/monitoring: **{label(words)}** :small[:gray[{label(used.name)}{against}]]")


def _told(workshop: Workshop, clause: Clause, about: Compared, lead_set: str) -> str:
    """The sentence; empty if the lead set cannot be read or does not answer the criterion."""
    base = about.base.number if about.base is not None else 0
    on_the_table = tuple(
        (c.id, c.revision.number) for c in workshop.clauses.values() if c.kind in SCORED and not c.left_out
    )
    name = clause.name if clause.kind is ContentKind.CRITERION else None
    try:
        return _sentence(_Asked(lead_set, workshop.id, clause.id, base, on_the_table, about, name))
    except Refused:
        return ""


@lru_cache(maxsize=1_024)
def _sentence(asked: _Asked) -> str:
    before, after = asked.about.before, asked.about.after
    profiles = profiles_of(asked.lead_set, (*after.criteria, *_elsewhere(before, after)))
    if isinstance(profiles, str):
        raise Refused(profiles)
    lacking = {fold_name(lack) for lack in unanswered(profiles, after)}
    silent = len(lacking) == len(after.criteria) if asked.name is None else fold_name(asked.name) in lacking
    return "" if silent else consequence(profiles, before, after)


def _against(about: Compared) -> str:
    """What the wording is compared with, in words."""
    if about.base is not None:
        return f"· against wording {about.base.number}"
    return "· against leaving it out" if about.before is not None else ""


def _elsewhere(before: Scorecard | None, after: Scorecard) -> tuple[Criterion, ...]:
    """The criteria of the earlier scorecard with answers that the present one does not have."""
    known = {fold_name(c.name): {fold_name(answer) for answer in c.labels} for c in after.criteria}
    return tuple(
        c
        for c in (before.criteria if before is not None else ())
        if not {fold_name(answer) for answer in c.labels} <= known.get(fold_name(c.name), set())
    )
