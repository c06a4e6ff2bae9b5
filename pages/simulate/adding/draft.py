"""What is being added: the file, what was understood of it, and what was chosen so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from data.importing import Column, Options, Understood
from data.intake import Intake, importing_folder
from data.leaks import Leak
from data.leaks import leaks as suspects
from data.offers import Offer, offer
from data.settings import settings
from definitions.mapping import Mapping
from definitions.mapping_edits import with_kept
from pages.shared import session
from pages.shared.lead_sets import criteria_of
from pages.simulate.adding import desk
from pages.simulate.adding.choices import take_over

PATIENCE = 1.0
"""Seconds a click waits for a file to be understood; one that takes longer shows its progress."""


@dataclass(frozen=True)
class Draft:
    """A file that was understood, and its mapping as chosen so far; ``turn`` differs for each reading."""

    turn: str
    offer: Offer
    mapping: Mapping

    @property
    def understood(self) -> Understood:
        """What was understood of the file."""
        return self.offer.understood

    def column(self, name: str | None) -> Column | None:
        """The column of this name inside."""
        return next((column for column in self.understood.columns if column.name == name), None)

    def header(self, name: str | None) -> str:
        """What a column is called in the file."""
        column = self.column(name)
        return column.header if column is not None else ""

    def key(self, *parts: str) -> str:
        """A field's key, which no other file and no other reading of this one has."""
        return ".".join(("leads", self.turn, *parts))

    def key_of_file(self, *parts: str) -> str:
        """A field's key that stays the same when the file is read in another way."""
        return ".".join(
            ("leads", "file", (self.offer.mapped_from or self.understood.raw_sha256)[:16], *parts)
        )


def intake() -> Intake[Offer] | None:
    """The file that is on its way in, if there is one."""
    found: Intake[Offer] | None = desk.noted("intake")
    return found


def refused() -> str | None:
    """Why the latest file was not taken, if it was not."""
    file = intake()
    if file is not None and not file.reading and file.found is None:
        desk.note("refused", file.refusal)
        drop()
    found: str | None = desk.noted("refused")
    return found


def draft() -> Draft | None:
    """What is being added, once it is understood."""
    file = intake()
    if file is None or file.found is None:
        return None
    if desk.noted("offer") is not file.found:
        take_over(file.found)
    turn = f"{desk.mark()}{desk.noted('turn')}.{file.readings}"
    return Draft(turn, file.found, desk.noted("mapping"))


def leaks(now: Draft) -> tuple[Leak, ...]:
    """The columns that look as if they were known too late, by the outcome as it is chosen."""
    if now.mapping.outcome == now.offer.mapping.outcome:
        return now.offer.leaks
    outcome, found = desk.noted("leaks", (None, ()))
    if outcome != (now.turn, now.mapping.outcome):
        found = suspects(now.understood, now.mapping)
        desk.note("leaks", ((now.turn, now.mapping.outcome), found))
    return tuple(found)


def not_read_again() -> str | None:
    """Why the file could not be read in another way, if the latest try failed."""
    file = intake()
    return file.refusal if file is not None else None


def change(now: Draft, mapping: Mapping) -> None:
    """From now on the mapping is this, with the columns that were chosen to be kept."""
    if _is_here(now):
        desk.note("mapping", with_kept(mapping, desk.noted("kept")))


def choose_kept(now: Draft, columns: Iterable[str]) -> None:
    """Keep these columns, and those that mean something."""
    if _is_here(now):
        desk.note("kept", tuple(columns))
        change(now, now.mapping)


def _is_here(now: Draft) -> bool:
    """Whether this is still what is being added.

    A field that went with an earlier file can report once more, as if it had been changed.
    """
    latest = draft()
    return latest is not None and latest.turn == now.turn


def begin(raw: bytes, name: str, look: Callable[[Understood], Offer] | None = None) -> None:
    """Take a file and begin to read it. ``look``: what it offers, if it is no file of somebody's."""
    drop()
    desk.note("refused", None)
    found = session.here()
    criteria, earlier = criteria_of(found.workshop), tuple(reversed(found.workshop.lead_sets))
    look = look or partial(offer, criteria=criteria, folder=settings().leads, earlier=earlier)
    file = Intake(importing_folder(settings().folder), raw, name, look)
    desk.note("intake", file)
    file.read(Options(), PATIENCE)


def read_again(now: Draft, options: Options) -> None:
    """Read the file in another way; what was understood before stays if that does not work."""
    file = intake()
    if file is not None and _is_here(now):
        file.read(options, PATIENCE)


def drop() -> None:
    """Forget the file and everything chosen for it; nothing of it stays on the disk."""
    file = intake()
    if file is not None:
        file.close()
    for name in ("intake", "offer", "mapping", "kept", "choices"):
        desk.note(name, None)
    desk.note("turn", desk.noted("turn", 0) + 1)
