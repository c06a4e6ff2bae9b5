"""What is timed on each page: running it whole, and what people do on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle

from benchmarks.streamlit_client import Run, Session
from pages.shared.menu import SCREENS
from pages.simulate.tabs import TABS

P95_MS, HANDLE_MS = 100.0, 60.0
Timed = Iterator[Run]
"""One run after another, each of the same kind, for as long as somebody asks."""


@dataclass(frozen=True)
class Visit:
    """What somebody does on a page again and again. ``person`` counts in the order of joining.

    ``p95_ms``: how long 95 in 100 may take at most, in milliseconds.
    """

    page: str
    what: str
    does: Callable[[Session, Run], Timed]
    stage: str = "drafting"
    person: int = 1
    p95_ms: float = P95_MS


def whole(session: Session, _: Run) -> Timed:
    """Run the page again."""
    while True:
        yield session.rerun()


def vote(session: Session, shown: Run) -> Timed:
    """Change a vote in a card; only the last of the three clicks is timed, which writes it."""
    place = _first(shown, "ballot.", ".change").removesuffix(".change")
    for stance in cycle(("With reservations", "Agree")):
        changing = session.click(f"{place}.change")
        session.set({f"{place}.stance": [_option(changing, f"{place}.stance", stance)]})
        voted = session.click(f"{place}.vote")
        if f"{place}.change" in voted.widgets:  # else it was refused: that is how they had voted before
            yield voted


def stance(session: Session, shown: Run) -> Timed:
    """Choose how to vote in a card."""
    place = _first(shown, "ballot.", ".change").removesuffix(".change")
    changing = session.click(f"{place}.change")
    for word in cycle(("Disagree", "Agree")):
        yield session.set({f"{place}.stance": [_option(changing, f"{place}.stance", word)]})


def vote_on_next(session: Session, shown: Run) -> Timed:
    """Vote on what waits, one clause after another."""
    while any(key.endswith(".vote") for key in shown.widgets):
        place = _first(shown, "ballot.", ".vote").removesuffix(".vote")
        session.set({f"{place}.stance": [_option(shown, f"{place}.stance", "Agree")]})
        shown = session.click(f"{place}.vote")
        yield shown


def discussion(session: Session, shown: Run) -> Timed:
    """Open and fold a discussion; only the opening is timed."""
    key = _first(shown, "discussion.")
    while True:
        yield session.set({key: True})
        session.set({key: False})


def slide(session: Session, shown: Run) -> Timed:
    """Move the threshold."""
    key = _first(shown, "what_if.threshold.")
    for points in cycle(range(12, 28)):
        yield session.set({key: [float(points)]})


def slide_in(tab: str) -> Callable[[Session, Run], Timed]:
    """Move the threshold while a tab is open."""

    def does(session: Session, shown: Run) -> Timed:
        session.set({"what_if.tab": tab})
        yield from slide(session, shown)

    return does


def points(session: Session, shown: Run) -> Timed:
    """Give an answer other points."""
    unfolded = session.set({_first(shown, "what_if.criterion.c"): True})
    key = _first(unfolded, "what_if.points.")
    for worth in cycle(range(1, 9)):
        yield session.set({key: worth})


def tabs(session: Session, _: Run) -> Timed:
    """Go from tab to tab; what a tab counts once for a lead set is counted by then."""
    for name in TABS:
        session.set({"what_if.tab": name})
    for name in cycle(TABS):
        yield session.set({"what_if.tab": name})


def change(ends: str, *values: object) -> Callable[[Session, Run], Timed]:
    """Give a field one value after another, such as a page's number or words to search for."""

    def does(session: Session, shown: Run) -> Timed:
        key = _first(shown, "", ends)
        for value in cycle(values):
            yield session.set({key: value})

    return does


def _first(run: Run, begins: str, ends: str = "") -> str:
    """The key of the first widget on a page that begins and ends so."""
    found = (key for key in run.widgets if key.startswith(begins) and key.endswith(ends))
    key = next(found, None)
    if key is None:
        raise LookupError(f"no widget {begins}…{ends} among {sorted(run.widgets)}")
    return key


def _option(run: Run, key: str, word: str) -> str:
    """What a browser sends for the button with a word in a row of buttons."""
    option = next(option for option in run.widgets[key].options if word in option.content)
    return f"{option.content_icon} {option.content}".strip()


VISITS = (
    *(Visit(screen.address, "page", whole) for screen in SCREENS),
    Visit("criteria", "vote in a card", vote),
    Visit("criteria", "choose a stance", stance),
    Visit("criteria", "open a discussion", discussion),
    Visit("criteria", "search", change("criterion.search", "point", "")),
    Visit("criteria", "next page", change("criterion.page", 2, 3, 1)),
    Visit("glossary", "next page", change("term.page", 2, 3, 1)),
    Visit("what-if", "move the threshold", slide),
    Visit("what-if", "threshold, 20,000 profiles", slide, stage="simulating", p95_ms=HANDLE_MS),
    Visit("what-if", "threshold and who flips", slide_in("Who flips"), stage="simulating", p95_ms=HANDLE_MS),
    Visit("what-if", "points, 20,000 profiles", points, stage="simulating"),
    Visit("what-if", "tabs, 20,000 profiles", tabs, stage="simulating"),
    Visit("ballots", "page, nothing voted yet", whole, person=40),
    Visit("ballots", "vote", vote_on_next, person=40),
    Visit("ballots", "change a vote", vote),
    Visit("decisions", "next page", change("disputes.page", 2, 3, 1)),
    Visit("record", "filter", change("record.kind", "Ballot opened", "Everything")),
    Visit("record", "next page", change("record.page", 2, 3, 1)),
    Visit("sign-off", "page, frozen", whole, stage="frozen"),
    Visit("sign-off", "page, published", whole, stage="published"),
    Visit("definition", "page, published", whole, stage="published"),
    Visit("home", "page, published", whole, stage="published"),
)
