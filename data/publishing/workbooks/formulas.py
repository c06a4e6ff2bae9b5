"""The formulas: an answer's place, its points, its must-have, and the verdict.

Texts are compared by EXACT and =, which know no wildcards and no longest text as MATCH does. An answer
typed in other letter case counts, unless a spreadsheet takes two answers for the same.
"""

from __future__ import annotations

from definitions.criteria import Criterion
from definitions.scorecard import Verdict
from definitions.threshold import Threshold

YES, NO = "yes", "no"
QUALIFIED_FROM, NURTURE_FROM = "qualified_from", "nurture_from"


def name(kind: str, number: int) -> str:
    """What a criterion's range on the sheet of answers is called."""
    return f"{kind}_of_{number + 1}"


def place(cell: str, number: int) -> str:
    """The place of a cell's answer among the criterion's, best first and from 1; 0 for none."""
    labels, places, typed = name("labels", number), name("places", number), f'{cell}&""'
    exact, alike = f"EXACT({labels},{typed})", f"({labels}={typed})"
    folded = f"IF(SUMPRODUCT(1*{alike})=1,SUMPRODUCT({alike}*{places}),0)"
    return f"IF(SUMPRODUCT(1*{exact})=1,SUMPRODUCT({exact}*{places}),{folded})"


def points(cell: str, number: int) -> str:
    """The points of the answer at the place that a cell holds."""
    return f"IF({cell}=0,0,INDEX({name('points', number)},{cell}))"


def met(cell: str, criterion: Criterion) -> str:
    """Whether the answer at the place that a cell holds is good enough."""
    lowest = criterion.labels.index(criterion.gate) + 1 if criterion.gate is not None else 0
    return f'IF(AND({cell}>0,{cell}<={lowest}),"{YES}","{NO}")'


def verdict(total: str, gates: str, threshold: Threshold) -> str:
    """The verdict for the points in a cell and a text that says whether all must-haves are met."""
    nothing = f'"{Verdict.NOT_QUALIFIED}"'
    nurtured = f'IF({total}>={NURTURE_FROM},"{Verdict.NURTURE}",{nothing})'
    below = nothing if threshold.nurture_from is None else nurtured
    return f'IF({gates}="{NO}",{nothing},IF({total}>={QUALIFIED_FROM},"{Verdict.QUALIFIED}",{below}))'


def all_met(area: str) -> str:
    """Whether no cell of an area says that a must-have is not met; no area: there is none."""
    return f'IF(COUNTIF({area},"{NO}")>0,"{NO}","{YES}")' if area else f'"{YES}"'
