"""An offer: what was understood of a file, and the mapping that suits it as far as can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.importing import Understood
from data.leaks import Leak, leaks
from data.reuse import reusable, reuse
from data.suggestions import suggest
from definitions.criteria import Criterion
from definitions.mapping import Mapping


@dataclass(frozen=True)
class Offer:
    """What can be added as it stands; ``leaks``: the columns that look as if they were known too late.

    ``reused`` is the name of the earlier file whose mapping this is, if one had the same columns.
    """

    understood: Understood
    mapping: Mapping
    leaks: tuple[Leak, ...]
    reused: str | None = None


def offer(
    understood: Understood, criteria: Sequence[Criterion], folder: Path, earlier: Sequence[str]
) -> Offer:
    """The mapping for a file: that of the first earlier lead set with the same columns, or a suggestion."""
    former = reusable(folder, earlier, understood)
    mapping = reuse(former, understood, criteria) if former is not None else suggest(understood, criteria)
    return Offer(understood, mapping, leaks(understood, mapping), former.file_name if former else None)
