"""What changed between two versions, as a page to read and to print."""

from __future__ import annotations

import re

from data.publishing.comparison import NOTHING, comparison
from definitions.document import SignedDocument, sign
from definitions.glossary import Term
from tests.data.publishing.reading import Page, html_text
from tests.data.publishing.rich import MQL, first_version, rich
from tests.data.publishing.typed import TYPED
from tests.definitions.documents import NEED, NOON, THRESHOLD, document, settled


def version(definition: str) -> SignedDocument:
    """A definition with a term that says this."""
    term = Term(name="MQL", definition=definition)
    return sign(document([settled(NEED), settled(THRESHOLD), settled(term)]), [], NOON)


def marked(page: bytes, tag: str) -> list[str]:
    """The pieces of a page that came, or went."""
    return [
        re.sub("<.*?>", "", piece) for piece in re.findall(f"<{tag}>(.*?)</{tag}>", page.decode(), re.DOTALL)
    ]


def test_it_names_both_versions_and_every_clause_that_changed() -> None:
    text = html_text(comparison(sign(first_version(), [], NOON), rich()))
    assert "What changed from version 1 to version 2" in text
    for part in ("Threshold", "Goes to sales from:", "New: MQL", "New: Readings come too late"):
        assert part in text
    assert "Budget" not in text


def test_what_went_is_struck_through_and_what_came_is_underlined_word_by_word() -> None:
    page = comparison(
        version("A lead that marketing hands to sales."), version("A lead that marketing gives to us.")
    )
    assert [piece.strip() for piece in marked(page, "del")][1:] == ["hands", "sales"]
    assert [piece.strip() for piece in marked(page, "ins")][1:] == ["gives", "us"]
    assert "A lead that marketing handsgives to salesus." in html_text(page)


def test_whatever_was_typed_shows_as_typed_and_nothing_of_it_is_obeyed() -> None:
    page = comparison(version(TYPED), version(f"{TYPED}\nand more [x]{{.ins}} \ufdd2bare\ufdd4"))
    text = html_text(page)
    assert "[x]{.ins} \ufffdbare\ufffd" in text
    assert "alert('x')" in text
    assert not {"script", "img", "b", "em"} & set(Page(page).tags)
    assert all(piece.strip() for piece in marked(page, "ins"))


def test_a_change_over_several_lines_is_marked_as_one() -> None:
    page = comparison(version("one\ntwo\nthree"), version("one\n2\n\n3"))
    assert [piece.strip() for piece in marked(page, "del")][1:] == ["two\nthree"]
    assert html_text(page).count("one") == 1


def test_two_versions_that_say_the_same_say_so() -> None:
    assert NOTHING in html_text(comparison(version(MQL.definition), version(MQL.definition)))
