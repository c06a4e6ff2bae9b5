"""What the parts of the what-if page share: who is here, the leads, the draft and what is tried."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from alignment.present import Present
from alignment.workshop import Workshop
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.scores import unanswered
from definitions.simulation import Curve, Figures, curve, figures
from pages.shared.session import Here


@dataclass(frozen=True)
class Trying:
    """One run of the page: ``tried`` is the scorecard of the handle, ``draft`` the one on the table."""

    found: Here
    present: Present
    tried: Scorecard
    profiles: Profiles
    lead_set: str

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands."""
        return self.found.workshop

    @property
    def draft(self) -> Scorecard:
        """The scorecard on the table."""
        return self.present.scorecard

    @cached_property
    def curve(self) -> Curve:
        """What is tried, at every threshold."""
        return curve(self.profiles, self.tried)

    @property
    def draft_figures(self) -> Figures:
        """What the draft would have done; moving the handle asks nothing new of it."""
        return _figures(self.profiles, self.draft)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The draft's criteria that no lead answers."""
        return _lacking(self.profiles, self.draft)

    @property
    def known(self) -> bool:
        """Whether any lead has an outcome."""
        return bool(self.profiles.won.any() or self.profiles.lost.any())

    @property
    def acts(self) -> bool:
        """Whether the person here may propose and keep things."""
        return self.found.me.votes or self.found.me.facilitator


@lru_cache(maxsize=8)
def _figures(profiles: Profiles, scorecard: Scorecard) -> Figures:
    return figures(profiles, scorecard)


@lru_cache(maxsize=8)
def _lacking(profiles: Profiles, scorecard: Scorecard) -> tuple[str, ...]:
    return unanswered(profiles, scorecard)
