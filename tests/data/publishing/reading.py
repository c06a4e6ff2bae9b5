"""Reads the published files back as a person would see them, with nothing but what pip installs."""

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

from pypdf import PdfReader

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSEEN = re.compile("[\u2066-\u2069\u200b\u034f\ufeff]")
OUTSIDE_TEXT = {"style", "title", "script"}


def seen(text: str) -> str:
    """The text without invisible marks, and with every blank the same."""
    return UNSEEN.sub("", text).replace("\u00a0", " ")


def dense(text: str) -> str:
    """The text without blanks: lines may end elsewhere in print."""
    return "".join(seen(text).split())


class Page(HTMLParser):
    """A page's text, its tags, and the attributes it uses."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.text, self.tags, self.attributes = "", list[str](), list[tuple[str, str, str | None]]()
        self._inside: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag in OUTSIDE_TEXT:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in OUTSIDE_TEXT:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text += data


def html_text(page: bytes) -> str:
    return seen(Page(page).text)


def docx_text(file: bytes) -> str:
    """The paragraphs of a Word file, one a line; a break within one is a line end too."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    return seen("\n".join(_paragraph(paragraph) for paragraph in tree.iter(f"{WORD}p")))


def _paragraph(paragraph: ElementTree.Element) -> str:
    marks = {f"{WORD}br": "\n", f"{WORD}tab": "\t"}
    return "".join(
        marks.get(part.tag) or (part.text or "") for part in paragraph.iter() if part.tag != f"{WORD}p"
    )


def docx_styles(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    return [style.get(f"{WORD}val", "") for style in tree.iter(f"{WORD}pStyle")]


def pdf_text(file: bytes) -> str:
    return seen("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages))
