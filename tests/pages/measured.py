"""Sets of outcomes in real workshops, for tests of the page of measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from streamlit.testing.v1 import AppTest

from alignment.actions.outcomes import add_outcome_set
from data.outcomes.keeping import happened, months_of, put
from data.outcomes.outcome_file import KeptReason, OutcomeFile
from data.outcomes.sets import added
from data.room import Room
from data.settings import settings
from definitions.handoff import ReasonKind
from definitions.measures.journeys import Coded, Journeys, Reason
from definitions.measures.outcome_mapping import OutcomesMapping
from tests.definitions.measures.made import journeys, lead
from tests.pages.rooms import HOST, HOSTILE, screen, words

PAGE = "pages/use/measure.py"
AS_OF = datetime(2026, 7, 24, tzinfo=UTC)


def add_outcomes(room: Room, found: Journeys, references: Sequence[str] = (), name: str = "Spring") -> str:
    """Keep journeys and make them known to a workshop; gives the set's hash."""
    file = OutcomeFile(
        file_name=f"{name}.csv", raw_sha256=name, headers={}, mapping=OutcomesMapping(), as_of=AS_OF,
        read=len(found), kept=len(found), set_aside=0, columns=(), counts=tuple(happened(found).items()),
        months=months_of(found), sources=found.source.names, versions=found.version.names,
        reasons=tuple(KeptReason(kind=r.kind, words=r.words, clause=r.clause) for r in found.reasons),
        criteria=found.criteria, labels=found.labels,
    )  # fmt: skip
    put(found, references, file, settings().leads)
    room.act(add_outcome_set, HOST, added(file, name))
    return file.hash


def spring(**others: Any) -> Journeys:
    """60 leads under two versions: 42 accepted, 18 rejected for no need; 20 more only inquired."""
    came = [_lead(place) for place in range(60)]
    return journeys([*came, *(lead(inquiry=place, source="search") for place in range(20))], **others)


def _lead(place: int) -> dict[Any, Any]:
    day = float(place)
    same = {"inquiry": day, "mql": day + 1, "source": ("fair", "search")[place % 2], "reference": place}
    same |= {"by": ("self-qualified", "vetted")[place % 2], "version": "1" if place < 30 else "2"}
    if place % 10 < 3:
        closed = {"won": day + 40, "revenue": 900.0} if place % 20 == 0 else {}
        return lead(**same, rejected=day + 2, reason="no need", answer="no", **closed)
    events = {"accepted": day + 2, "contacted": day + 3}
    if place % 10 > 5:
        events |= {"sql": day + 5, "opportunity": day + 9}
        events |= {"won": day + 30} if place % 2 else {"lost": day + 30}
    return lead(**same, **events, answer="yes", revenue=1_000.0 * (1 + place % 4))


def hostile() -> tuple[Journeys, list[str]]:
    """The same leads; every text in them could be taken for more than text."""
    names = tuple(f"{HOSTILE} {number}" for number in range(2))
    found = spring()
    made = spring(
        source=Coded(names, found.source.codes),
        version=Coded(names, found.version.codes),
        reasons=(Reason(ReasonKind.DEFINITIONAL, f"{HOSTILE} why", f"{HOSTILE} clause"),),
        reason=np.minimum(found.reason, 0) if found.reason is not None else None,
        criteria=(f"{HOSTILE} criterion",),
        labels=((f"{HOSTILE} yes", f"{HOSTILE} no"),),
    )
    return made, [f"=1+{row} {HOSTILE}" for row in range(len(made))]


def measure(room: Room, name: str = "Sal", tab: str = "") -> AppTest:
    """The page as somebody sees it, with a tab open."""
    app = screen(room, name, PAGE)
    if tab:
        app.session_state["measure.tab"] = tab
        app.run()
    assert not app.exception, app.exception[0]
    return app


def said(app: AppTest) -> str:
    """The words on a page, single blanks between them."""
    return " ".join(words(app).split())
