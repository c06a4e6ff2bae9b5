"""What a choice of leads lets through, in words."""

from __future__ import annotations

from collections.abc import Iterator

from definitions.measures.cells import Filter
from definitions.phrases import in_line, listed
from definitions.understood import period

MOST_NAMED = 3


def chosen(wanted: Filter) -> str:
    """For the end of "the leads ..."; empty where all are chosen."""
    return listed(list(_chosen(wanted)))


def _chosen(wanted: Filter) -> Iterator[str]:
    if wanted.months:
        yield f"that began in {period(sorted(wanted.months))}"
    for words, names in (
        ("from", wanted.sources),
        ("qualified by:", wanted.qualified_by),
        ("under version", wanted.versions),
    ):
        shown = [in_line(name) for name in sorted(names)[:MOST_NAMED]]
        more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
        if names:
            yield f"{words} {listed([*shown, *more])}"
