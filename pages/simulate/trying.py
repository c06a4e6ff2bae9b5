"""What the parts of the what-if page share: who is here, the leads, the draft and what is tried."""

from __future__ import annotations

from dataclasses import dataclass

from alignment.present import Present
from alignment.workshop import Workshop
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
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

    @property
    def known(self) -> bool:
        """Whether any lead has an outcome."""
        return bool(self.profiles.won.any() or self.profiles.lost.any())

    @property
    def acts(self) -> bool:
        """Whether the person here may propose and keep things."""
        return self.found.me.votes or self.found.me.facilitator
