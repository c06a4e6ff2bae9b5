"""What somebody looks at on the page of measures: a set of outcomes, and which of its leads count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from definitions.handoff import Handoff
from definitions.measures.cells import Filter
from definitions.measures.counting import Counted
from definitions.measures.journeys import Journeys
from definitions.measures.needs import Measure, missing
from pages.shared.session import Here
from pages.use.measuring.loading import Measured


@dataclass(frozen=True, eq=False)
class View:
    """Who looks, at what, and which leads they chose."""

    here: Here
    measured: Measured
    wanted: Filter

    @cached_property
    def counted(self) -> Counted:
        """The leads that were chosen."""
        return self.everything.only(self.wanted) if self.filtered else self.everything

    @cached_property
    def any_version(self) -> Counted:
        """The same choice of leads under all versions, for comparing them."""
        wanted = replace(self.wanted, versions=frozenset())
        return self.counted if wanted == self.wanted else self.everything.only(wanted)

    @property
    def everything(self) -> Counted:
        """All leads of the set."""
        return self.measured.counted

    @property
    def journeys(self) -> Journeys:
        """The leads one by one."""
        return self.everything.journeys

    @property
    def handoff(self) -> Handoff:
        """What the leads are held against."""
        return self.measured.handoff

    @property
    def filtered(self) -> bool:
        """Whether some leads were chosen out of all."""
        return self.wanted != Filter()

    def lacks(self, measure: Measure) -> str:
        """Why a measure cannot be had of this set; empty where it can."""
        return missing(self.journeys, measure)
