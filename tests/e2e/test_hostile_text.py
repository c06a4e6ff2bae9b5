"""Whatever people type is shown as it was typed, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from data.access import Identity
from data.rooms import forget_rooms
from tests.e2e.browsers import PHONE, People, settled
from tests.e2e.server import running_server
from tests.pages.hostile import TEXTS, Hostile, drafting, published

pytestmark = pytest.mark.browser

BLOCKS = (
    "a heading",
    "a list",
    "a numbered list",
    "a quote",
    "a rule",
    "a table",
    "a code block",
    "blanks",
    "several lines",
)
KINDS = {
    **{kind: text for kind, text in TEXTS.items() if kind not in BLOCKS},
    "blocks": "\n\n".join(TEXTS[kind] for kind in BLOCKS),
}
CARDS = ("open", "disputed", "ruled", "gone")
WHILE_DRAFTING = {
    "/": ("workshop", "company", "offering", "host", "open", "term"),
    "/own-words": ("asked term", *(f"own words of {team}" for team in ("marketing", "sales", "executives"))),
    "/criteria": (
        *(f"{card}{part}" for card in CARDS for part in ("", " best", " worst", " why")),
        *("new question", "ruled question", "gone question", "ruling", "left out because"),
        *("host", "sales", "executives"),
    ),
    "/glossary": ("term", "definition", "synonym"),
    "/ballots": ("open", "open best", "open why", "new question", "disputed"),
    "/decisions": (
        *("disputed", "disputed question", "disputed why", "disputed agreement", "disputed objection"),
        *("ruled", "ruling", "ruled objection"),
    ),
    "/record": (
        *(
            "open reservation",
            "disputed agreement",
            "disputed objection",
            "disputed comment",
            "disputed note",
        ),
        *("ruled comment", "ruled note", "ruling", "left out because", "revision note"),
    ),
    "/sign-off": ("open", "disputed"),
}
"""Which fields' texts a page shows to the person of the executives."""
ONCE_PUBLISHED = {
    "/definition": (
        *("company", "offering", "host", "sales", "executives", "term", "definition", "synonym"),
        *("agreed", "agreed question", "agreed why", "agreed best", "agreed worst"),
    ),
    "/record": ("declined because",),
}


@pytest.fixture(scope="module")
def people(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[People]:
    """Visitors of one server, whose workshops the tests make."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch, running_server(folder) as server:
        patch.setenv("COMMON_TERMS_FOLDER", str(folder))
        forget_rooms()
        yield People(browser, server.url)
        forget_rooms()


@pytest.fixture(autouse=True)
def nothing_happens(people: People) -> Iterator[None]:
    """No script fails, no other server is asked, whatever was typed."""
    people.faults.clear()
    yield
    people.leave()
    assert people.faults == []


def dense(text: str) -> str:
    """The text without blanks, since a line may break anywhere, and without invisible signs.

    Signs that turn the direction round are named in our own sentences, such as [U+202E].
    """
    named = re.sub(r"\[U\+(20\w\w)\]", lambda sign: chr(int(sign[1], 16)), text)
    return "".join(re.sub("[\u200b\u2060\u2066-\u2069]", "", named).split())


def enter(people: People, made: Hostile, **options: object) -> Page:
    """The browser of the person of the executives; a text that runs as a script opens a dialog."""
    page = people(Identity(made.room.id, made.id_of("executives")), **options)  # type: ignore[arg-type]
    page.on("dialog", lambda dialog: people.faults.append(f"a dialog: {dialog.message}"))
    return page


def missing(page: Page, path: str, made: Hostile, fields: tuple[str, ...]) -> list[str]:
    """The fields whose texts a page does not show, after some time to show them."""
    page.goto(path)
    settled(page)
    for _ in range(100):
        words = dense(page.locator("body").inner_text())
        left = [field for field in fields if dense(made.typed[field]) not in words]
        if not left:
            break
        page.wait_for_timeout(100)
    return left


@pytest.mark.parametrize("kind", KINDS)
def test_a_workshop_full_of_it_shows_it_as_it_was_typed(people: People, kind: str) -> None:
    drafts, final = drafting(KINDS[kind]), published(KINDS[kind])
    for made, pages in ((drafts, WHILE_DRAFTING), (final, ONCE_PUBLISHED)):
        page = enter(people, made)
        wrong = {path: missing(page, path, made, fields) for path, fields in pages.items()}
        assert {path: fields for path, fields in wrong.items() if fields} == {}


def test_lines_and_blanks_stay_where_they_were_typed(people: People) -> None:
    made = drafting("one  two\n    three\n\n\n- four\n\tfive")
    page = enter(people, made)
    page.goto("/decisions")
    settled(page)
    page.get_by_text("disputed objection").first.wait_for()
    words = page.locator("body").inner_text().replace("\u2060", "").replace("\u00a0", " ")
    lines = [line.rstrip() for line in words.split("\n")]
    start = lines.index("one  two") if "one  two" in lines else 0
    assert lines[start + 1 : start + 5] == ["    three", "", "", "- four"]
    assert lines[start + 5].startswith("    five disputed")


@pytest.mark.parametrize("kind", ["a long word", "addresses", "a table"])
def test_on_a_phone_it_makes_no_page_scroll_sideways(people: People, kind: str) -> None:
    for made, pages in ((drafting(TEXTS[kind]), WHILE_DRAFTING), (published(TEXTS[kind]), ONCE_PUBLISHED)):
        page = enter(people, made, size=PHONE)
        for path in pages:
            page.goto(path)
            settled(page)
            page.wait_for_timeout(300)
            wide = page.locator('[data-testid="stMain"]').evaluate("it => it.scrollWidth - it.clientWidth")
            assert wide <= 0, path
