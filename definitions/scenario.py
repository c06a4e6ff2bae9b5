"""A scenario: a what-if as it is kept in the record."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from definitions.criteria import MOST_ANSWERS, MOST_POINTS
from definitions.texts import ShortText
from definitions.threshold import MOST
from definitions.what_if import Bands, WhatIf

MOST_CRITERIA = 500
Points = Annotated[int, Field(ge=-MOST_POINTS, le=MOST_POINTS)]
Total = Annotated[int, Field(ge=-MOST, le=MOST)]


class Scenario(BaseModel):
    """Other points, gates and bands than on the table; what it does not name stays as it is there.

    ``qualified_from``: ``None`` for the bands on the table. ``points``: criterion -> answer -> points.
    ``gates``: criterion -> lowest answer that qualifies, ``None`` for no gate.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    qualified_from: Total | None = None
    nurture_from: Total | None = None
    points: Annotated[
        dict[ShortText, Annotated[dict[ShortText, Points], Field(max_length=MOST_ANSWERS)]],
        Field(max_length=MOST_CRITERIA),
    ] = {}
    gates: Annotated[dict[ShortText, ShortText | None], Field(max_length=MOST_CRITERIA)] = {}

    @property
    def what_if(self) -> WhatIf:
        """The what-if to try it again."""
        bands = None if self.qualified_from is None else Bands(self.qualified_from, self.nurture_from)
        return WhatIf(bands, self.points, self.gates)


def fields_of(what_if: WhatIf) -> dict[str, object]:
    """A what-if as the fields of its scenario."""
    bands = what_if.bands
    return {
        "qualified_from": bands.qualified_from if bands else None,
        "nurture_from": bands.threshold.nurture_from if bands else None,
        "points": {name: dict(points) for name, points in what_if.points.items()},
        "gates": dict(what_if.gates),
    }
