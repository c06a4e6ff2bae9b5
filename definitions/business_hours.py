"""Business hours: the days and hours at which somebody is at work, in one time zone."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from definitions.texts import line, says_nothing

MOST_CLOSED_DAYS = 100


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"there is no time zone called {name}")
    return name


ZoneName = Annotated[str, AfterValidator(_zone)]
Place = Annotated[str, AfterValidator(line), Field(max_length=20, exclude_if=says_nothing)]
Weekday = Annotated[int, Field(ge=0, le=6)]


class BusinessHours(BaseModel):
    """When the clocks of the handoff run. ``days``: 0 is Monday; ``opens`` and ``closes`` are local times.

    ``country`` (ISO 3166) and ``subdivision`` name whose public holidays do not count; ``closed``: further
    days that do not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    time_zone: ZoneName = "UTC"
    days: tuple[Weekday, ...] = Field(default=(0, 1, 2, 3, 4), min_length=1, max_length=7)
    opens: time = time(9)
    closes: time = time(17)
    country: Place = ""
    subdivision: Place = ""
    closed: tuple[date, ...] = Field(default=(), max_length=MOST_CLOSED_DAYS, exclude_if=says_nothing)

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("work must end after it begins on a day")
        if list(self.days) != sorted(set(self.days)):
            raise ValueError("each day of the week can be named once, in order")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.time_zone)
