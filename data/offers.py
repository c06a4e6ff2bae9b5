"""An offer: what was understood of a file, and the mapping that suits it as far as can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data.importing import Understood
from data.lead_file import LeadFile, lead_file
from data.leaks import Leak, leaks
from data.news import News, news, with_news
from data.renewing import renewed
from data.reuse import reusable, reuse
from data.suggestions import suggest
from definitions.criteria import Criterion
from definitions.mapping import Mapping


@dataclass(frozen=True)
class Offer:
    """What can be added as it stands; ``leaks``: the columns that look as if they were known too late.

    ``reused`` is the name of the earlier file whose mapping this is, if one had the same columns, and
    ``news`` what is new in this one. ``mapped_from``: the lead set that is being mapped again, if one is;
    ``former`` describes it.
    """

    understood: Understood
    mapping: Mapping
    leaks: tuple[Leak, ...]
    reused: str | None = None
    news: News = field(default_factory=dict)
    mapped_from: str = ""
    former: LeadFile | None = None


def offer(
    understood: Understood, criteria: Sequence[Criterion], folder: Path, earlier: Sequence[str]
) -> Offer:
    """The mapping for a file: that of the first earlier lead set with the same columns, or a suggestion."""
    former = reusable(folder, earlier, understood)
    if former is None:
        mapping = suggest(understood, criteria)
        return Offer(understood, mapping, leaks(understood, mapping))
    mapping = reuse(former, understood, criteria)
    fresh = news(folder, former, understood, mapping)
    mapping = with_news(mapping, fresh, understood, criteria)
    return Offer(understood, mapping, leaks(understood, mapping), former.file_name, fresh)


def offer_again(understood: Understood, criteria: Sequence[Criterion], folder: Path, lead_set: str) -> Offer:
    """The mapping that a lead set has, for the criteria that are on the table now."""
    former = lead_file(folder, lead_set)
    if former is None:
        mapping = suggest(understood, criteria)
    else:
        known = former.mapping.model_copy(update={"decimal": understood.options.decimal})
        mapping = renewed(Mapping.model_validate(dict(known)), understood, criteria)
    return Offer(understood, mapping, leaks(understood, mapping), mapped_from=lead_set, former=former)
