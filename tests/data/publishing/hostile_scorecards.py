"""Scorecards as people could write them to break a spreadsheet or a query, and leads with any answers."""

from __future__ import annotations

from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.document import SignedDocument, sign
from definitions.scorecard import Scorecard
from definitions.texts import fold_name, line
from definitions.threshold import Threshold
from tests.definitions.documents import document, settled

HOSTILE = (
    *("=1+1", "+1", "-5", "@SUM(A1)", "10", "1e5", "1/2", "TRUE", "#N/A", "*", "?", "~*", "~", "a*", "'x"),
    *("''", 'say "x"', "*/ DROP", "-- end", "/*", "\\", "\\' OR 1=1 --", "\\n", "$$", "${x}", "{{ x }}"),
    *("a;b", "%", "_", "select", "N'x'", "`t`", "あ", "ア", "straße", "naïve", "Привет", "a_x0041_b"),
    *("\U0001f600" * 200, "x" * 200),
)
NAMES = (
    *("Budget", "budget!", "*/ name", "Order", "select", "3 months", "Größe", "汉字", "=1+1", "a\\"),
    *("points", '"quoted"', "x" * 200, "verdict", "-- name", "Budget 2", "\u202egnitset"),
)
TEXTS = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8).map(line).filter(bool)
LABELS = st.lists(TEXTS, min_size=2, max_size=6, unique_by=fold_name)
POINTS = st.integers(-20, 20)


@st.composite
def criteria(draw: st.DrawFn, name: str) -> Criterion:
    """A criterion with labels of any kind, and maybe a must-have."""
    labels = draw(LABELS)
    answers = tuple(Answer(label=label, points=draw(POINTS)) for label in labels)
    gate = draw(st.none() | st.sampled_from(labels))
    return Criterion(name=name, question=draw(TEXTS), answers=answers, gate=gate)


@st.composite
def definitions(draw: st.DrawFn) -> SignedDocument:
    """A definition with one to four criteria."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    asked = [draw(criteria(name)) for name in names]
    low = draw(st.integers(-30, 30))
    threshold = Threshold(qualified_from=low + 5, nurture_from=draw(st.sampled_from([None, low])))
    return sign(document([*map(settled, asked), settled(threshold)]), (), None)


@st.composite
def leads(draw: st.DrawFn, card: Scorecard) -> dict[str, str | None]:
    """A lead whose answers may be missing, or none of those listed."""
    return {
        c.name: draw(st.none() | st.sampled_from(c.labels) | st.sampled_from(["", "nonsense", *HOSTILE]))
        for c in card.criteria
    }
