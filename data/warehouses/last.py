"""The last profiles of each warehouse: still there when the warehouse is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from alignment.refused import Refused
from data.warehouses.counting import count
from data.warehouses.warehouse import Warehouse
from definitions.criteria import Criterion
from definitions.profiles import Profiles


@dataclass(frozen=True)
class Counted:
    """Profiles, when they were counted, and why they could not be counted anew (``None``: they are new)."""

    profiles: Profiles
    at: datetime
    trouble: str | None = None


@dataclass
class LastProfiles:
    """What warehouses said last; one for a whole process, safe in many threads."""

    _known: dict[str, Counted] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def renew(self, warehouse: Warehouse, criteria: Sequence[Criterion], now: datetime) -> Counted:
        """Count again; if that fails, the last ones and the sentence why, or raises Refused if none."""
        key = _asked(warehouse, criteria)
        try:
            found = Counted(count(warehouse, criteria), now)
        except Refused as refusal:
            last = self.last(warehouse, criteria)
            if last is None:
                raise
            found = replace(last, trouble=str(refusal))
        with self._lock:
            self._known[key] = found
        return found

    def last(self, warehouse: Warehouse, criteria: Sequence[Criterion]) -> Counted | None:
        """What was counted last for these questions, if anything; nobody is asked."""
        with self._lock:
            return self._known.get(_asked(warehouse, criteria))


def _asked(warehouse: Warehouse, criteria: Sequence[Criterion]) -> str:
    """What was asked of whom: points, gates and thresholds make no difference."""
    questions = [(criterion.name, criterion.labels) for criterion in criteria]
    return repr((warehouse.model_dump_json(), questions))
