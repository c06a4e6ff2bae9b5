"""Every file of the definition says the same, and shows what people typed as they typed it."""

import hashlib
import io
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from pypdf import PdfReader

from data.publishing import files
from data.publishing.markdown import NOT_INTACT
from definitions.criteria import Criterion
from definitions.document import Document, SignedDocument, sign
from definitions.glossary import Term
from tests.data.publishing.reading import Page, dense, docx_styles, docx_text, html_text, pdf_text
from tests.data.publishing.typed import LINES, TYPED
from tests.definitions.documents import BUDGET, CLAUSES, NEED, NOON, document, published, settled, signature

READERS: dict[str, Callable[[SignedDocument], str]] = {
    "html": lambda signed: html_text(files.html(signed)),
    "docx": lambda signed: docx_text(files.docx(signed)),
    "pdf": lambda signed: pdf_text(files.pdf(signed)),
}
EVERY_FILE = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


def with_text(text: str) -> Document:
    """A definition in which a text stands wherever a person can type one."""
    name = text.split("\n")[0][:200]
    term = Term(name=name, definition=text, synonyms=(name,))
    criterion = Criterion(name=name, question=text, why=text, answers=BUDGET.answers)
    return document([settled(criterion), *CLAUSES, settled(term)], company=name, offering=name)


@EVERY_FILE
def test_each_file_says_what_a_qualified_lead_is(read: Callable[[SignedDocument], str]) -> None:
    text, signed = dense(read(published())), published()
    for part in (
        "What a qualified lead is at Larkfield Instruments",
        "Version 1 · in force since 20 November 2026",
        signed.sha256,
        "A qualified lead has at least 8 of the 10 points",
        "What every lead must have",
        "“Being formulated” or better",
        BUDGET.question,
        "Being formulated 3",
        "5 to 7 Nurture",
        "within 24 business hours",
        "A lead that marketing hands to sales.",
        "Also called handed-over lead.",
        "Ines Okafor ruled: Visits without money cost us too much.",
        "Tom Brandt (marketing) disagrees: We lose public bodies.",
        "It predicted nothing.",
        "I, Ines Okafor, for executives and as the decider, accept version 1",
        "Mara Lindqvist, 20 November 2026, 13:05 UTC",
    ):
        assert dense(part) in text, part


@EVERY_FILE
def test_whatever_was_typed_shows_as_typed(read: Callable[[SignedDocument], str]) -> None:
    text = read(published(with_text(TYPED)))
    for line in LINES:
        assert dense(text).count(dense(line)) >= 3, line
    assert dense(text).count(dense(LINES[0])) >= 7


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_line_breaks_and_indents_are_kept(kind: str) -> None:
    text = READERS[kind](published(with_text("one\n\n    two\nthree")))
    assert "one\n\n    two\nthree" in "\n".join(line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_text_from_right_to_left_is_whole(kind: str) -> None:
    text = "שלום (עולם)! مرحبا بك"
    assert READERS[kind](published(with_text(text))).count(text) >= 7


def test_the_pdf_has_every_letter_of_text_from_right_to_left() -> None:
    text = dense(pdf_text(files.pdf(published(with_text("שלום مرحبا")))))
    assert set("שלוםمرحبا") <= set(text)


def test_a_character_that_no_font_has_is_spelled_out_in_the_pdf() -> None:
    text = pdf_text(
        files.pdf(published(with_text("cuneiform \U00012000\U00012001, private \ue000, é\u0378")))
    )
    assert "cuneiform [U+12000][U+12001], private [U+E000], é[U+0378]" in text


@EVERY_FILE
def test_thousands_of_accents_on_one_letter_stop_no_file(read: Callable[[SignedDocument], str]) -> None:
    assert "MQL" in read(published(with_text("Z" + "\u0301" * 5_000)))


@EVERY_FILE
def test_ten_thousand_characters_are_all_there(read: Callable[[SignedDocument], str]) -> None:
    words = " ".join(f"w{number:04}" for number in range(1_700))[:10_000]
    assert dense(words) in _without_feet(read(published(with_text(words))))


def _without_feet(text: str) -> str:
    """The text without the lines at the foot of printed pages."""
    return dense("\n".join(line for line in text.split("\n") if not line.startswith("Version 1, SHA-256")))


@pytest.mark.parametrize("name", ["html", "docx", "pdf", "json", "markdown"])
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    make = getattr(files, name)
    assert make(published()) == make(published())


def test_json_is_the_document_as_signed_and_proves_its_fingerprint() -> None:
    signed = published()
    read = json.loads(files.json(signed))
    text = json.dumps(read["document"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == read["sha256"] == signed.sha256
    assert SignedDocument.model_validate(read) == signed
    assert [line["typed"] for line in read["signatures"]] == ["Ines Okafor", "Mara Lindqvist", "Jonas Weber"]


def test_the_page_is_accessible_and_fetches_nothing() -> None:
    page = Page(files.html(published(with_text(TYPED))))
    assert ("html", "lang", "en-GB") in page.attributes
    assert page.tags.count("th") == page.attributes.count(("th", "scope", "col")) > 0
    assert page.tags.count("h1") == page.tags.count("title") == page.tags.count("main") == 1
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(page.tags)
    assert all(
        value and value.startswith("#") for _, name, value in page.attributes if name in {"href", "src"}
    )


def test_word_has_real_headings_and_tables() -> None:
    styles = docx_styles(files.docx(published()))
    assert styles.count("Title") == 1
    assert styles.count("Heading1") == 11
    assert "Heading2" in styles


def test_the_pdf_is_archival_accessible_and_titled() -> None:
    reader = PdfReader(io.BytesIO(files.pdf(published())))
    assert reader.metadata is not None
    assert reader.metadata.title == "What a qualified lead is at Larkfield Instruments"
    assert reader.xmp_metadata is not None
    described = reader.xmp_metadata.stream.get_data()
    assert b"pdfuaid:part" in described
    assert b"pdfaid:part" in described


def test_a_draft_says_how_many_signatures_it_has() -> None:
    draft = document()
    text = files.markdown(sign(draft, [signature(draft, draft.signers[0], 0)], None)).decode()
    assert "draft, not in force: 1 of 3 signatures given" in text
    assert text.count("Not yet signed") == 2


def test_a_text_that_is_not_the_one_signed_carries_a_warning() -> None:
    other = published().model_copy(update={"document": document(company="Another company")})
    assert NOT_INTACT in files.markdown(other).decode()
    assert NOT_INTACT not in files.markdown(published()).decode()


def test_a_definition_without_gates_rulings_or_terms_has_no_empty_sections() -> None:
    open_question = NEED.model_copy(update={"gate": None})
    bare = document([settled(open_question), CLAUSES[2]])
    text = files.markdown(sign(bare, [], NOON + timedelta(days=1))).decode()
    for section in (
        "What every lead must have",
        "Handoff",
        "Glossary",
        "Decided by ruling",
        "Dissent on record",
    ):
        assert f"## {section}" not in text
