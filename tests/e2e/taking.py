"""Taking the definition along in a real browser: its address, its files, and what stands in them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from playwright.sync_api import APIResponse, Page, expect

from tests.data.publishing.reading import docx_text, html_text, pdf_text, seen
from tests.e2e.journey import press, see

FILES = {
    "PDF, to print and keep": "pdf",
    "Word": "docx",
    "Web page": "html",
    "Markdown": "md",
    "JSON, as it was signed": "json",
}
READERS = {"pdf": pdf_text, "docx": docx_text, "html": html_text}
LINK = re.compile(r"\[([^]]*)]\(#[^)]*\)")


def download_all(page: Page) -> dict[str, bytes]:
    """Every file of the download menu on the definition page, by its ending."""
    press(page, "Download")
    files = {ending: download(page, words, ending) for words, ending in FILES.items()}
    page.keyboard.press("Escape")
    return files


def download(page: Page, words: str, ending: str) -> bytes:
    """One file of the menu."""
    with page.expect_download() as downloading:
        page.get_by_role("button", name=words, exact=True).click()
    assert downloading.value.suggested_filename == f"qualified-lead-v1.{ending}"
    return Path(downloading.value.path()).read_bytes()


def text_of(ending: str, file: bytes) -> str:
    """What somebody reads who opens a file, every blank and line end the same."""
    text = READERS[ending](file) if ending in READERS else LINK.sub(r"\1", seen(file.decode("utf-8")))
    return " ".join(text.split())


def signed_fingerprint(file: bytes) -> str:
    """The fingerprint in the JSON file, which is of the very bytes of the document in it."""
    signed = json.loads(file)
    document = canonical(signed["document"])
    assert document in file
    assert hashlib.sha256(document).hexdigest() == signed["sha256"]
    assert {line["sha256"] for line in signed["signatures"]} == {signed["sha256"]}
    return str(signed["sha256"])


def canonical(value: object) -> bytes:
    """Sorted keys, no blanks, UTF-8: what RFC 8785 makes of text, whole numbers and lists."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def address(page: Page) -> str:
    """The definition's address, from the menu for sharing it."""
    press(page, "Share")
    shown = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")
    expect(shown).to_be_visible()
    found = shown.inner_text().strip()
    page.keyboard.press("Escape")
    return found


def let_anyone_read(host: Page) -> None:
    """The host opens the address to anybody who has it."""
    press(host, "Share")
    press(host, "Let anyone with the link read it")
    see(host, "Anyone who has this address can read the definition.")
    host.keyboard.press("Escape")


def fetch(page: Page, where: str) -> APIResponse:
    """What this person's browser gets from an address."""
    return page.context.request.get(where)
