"""Business hours: the days and hours at which somebody is at work, in one time zone."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from typing import Annotated, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from definitions.public_holidays import public_holidays
from definitions.texts import line, says_nothing

MOST_CLOSED_DAYS = 100
MIDNIGHT = time(0)
SHORTEST_DAY = 60
"""Minutes: with less, a clock of a few hours would run for years."""


@cache
def time_zones() -> frozenset[str]:
    """The names of all time zones; finding them takes milliseconds, as they are files."""
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in time_zones():
        raise ValueError(f"there is no time zone called {name}")
    return name


def _minute(of_day: time) -> time:
    if of_day.tzinfo is not None or of_day.second or of_day.microsecond:
        raise ValueError("is a time of day to the minute, such as 09:00")
    return of_day


ZoneName = Annotated[str, AfterValidator(_zone)]
Place = Annotated[str, AfterValidator(line), Field(max_length=20, exclude_if=says_nothing)]
Weekday = Annotated[int, Field(ge=0, le=6)]
Minute = Annotated[time, AfterValidator(_minute)]


class BusinessHours(BaseModel):
    """When the clocks of the handoff run. ``days``: 0 is Monday; ``opens`` and ``closes`` are local times.

    A day that closes at 0:00 goes on until midnight. ``country`` (ISO 3166) and ``subdivision`` name whose
    public holidays do not count; ``closed``: further days that do not. Whether the place's holidays are known
    is asked when it is proposed (alignment/places.py), so that what was signed can always be read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    time_zone: ZoneName = "UTC"
    days: tuple[Weekday, ...] = Field(default=(0, 1, 2, 3, 4), min_length=1, max_length=7)
    opens: Minute = time(9)
    closes: Minute = time(17)
    country: Place = ""
    subdivision: Place = ""
    closed: tuple[date, ...] = Field(default=(), max_length=MOST_CLOSED_DAYS, exclude_if=says_nothing)

    @model_validator(mode="after")
    def _can_be_worked_by(self) -> Self:
        if self.minutes_a_day < SHORTEST_DAY:
            raise ValueError("work must end at least an hour after it begins on a day")
        if list(self.days) != sorted(set(self.days)):
            raise ValueError("each day of the week can be named once, in order")
        if list(self.closed) != sorted(set(self.closed)):
            raise ValueError("each closed day can be named once, in order")
        if self.subdivision and not self.country:
            raise ValueError("a part of a country needs its country")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def minutes_a_day(self) -> int:
        """How long a day's work is by the clock on the wall."""
        closes = 24 * 60 if self.closes == MIDNIGHT else _of_day(self.closes)
        return closes - _of_day(self.opens)

    @property
    def hours_a_week(self) -> float:
        """How many hours a week without holidays has."""
        return len(self.days) * self.minutes_a_day / 60

    def works_on(self, day: date) -> bool:
        """Whether there is work on a day: one of the week's, no public holiday and not closed."""
        if day.weekday() not in self.days or day in self.closed:
            return False
        return day not in public_holidays(self.country, self.subdivision, day.year)


def _of_day(when: time) -> int:
    return when.hour * 60 + when.minute
