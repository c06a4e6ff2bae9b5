"""The definition as files: HTML, Markdown, Word, PDF and JSON, all saying the same."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import rfc8785

from data.publishing import word
from data.publishing.chart import HEIGHT, WIDTH, chart
from data.publishing.markdown import markdown as markdown_text
from data.publishing.markdown import written
from data.publishing.pandoc import READER, convert, template
from data.publishing.pictures import described, embedded
from data.publishing.typesetting import drawn, shown, typeset
from definitions.document import SignedDocument

LANGUAGE = "en-GB"
TITLE_FROM_HEADING = "--shift-heading-level-by=-1"
HEADER_CELL = re.compile(rb"<th(?=[ >])")
CONTENTS_FIRST = re.compile(rb"(<nav.*?</nav>\n)(<h1.*?</p>\n)", re.DOTALL)
"""Pandoc's place for the contents, before the title; a reader wants them after it."""
IMAGE = re.compile(rb'<img src="chart"[^>]*/>')
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def markdown(signed: SignedDocument) -> bytes:
    """The definition as Markdown."""
    return markdown_text(signed).encode()


def html(signed: SignedDocument) -> bytes:
    """The definition as one page that needs nothing else: no scripts, nothing fetched."""
    source = written(signed)
    made = convert(
        source,
        "html5",
        template("definition.html"),
        f"--metadata=lang:{LANGUAGE}",
        f"--metadata=pagetitle:{_page_title(signed)}",
        "--toc",
        "--toc-depth=2",
        "--standalone",
        reader=f"{READER}+gfm_auto_identifiers",
    )
    made = IMAGE.sub(lambda _: svg(signed, described(source)).encode(), made)
    return HEADER_CELL.sub(b'<th scope="col"', CONTENTS_FIRST.sub(rb"\2\1", made, count=1))


def docx(signed: SignedDocument) -> bytes:
    """The definition for Word, with real headings and tables."""
    made = convert(
        embedded(written(signed), lambda: drawn(svg(signed), WIDTH, HEIGHT)),
        "docx",
        TITLE_FROM_HEADING,
        f"--metadata=lang:{LANGUAGE}",
        made_at=int(_made_at(signed).timestamp()),
    )
    return word.restyled(made)


def pdf(signed: SignedDocument) -> bytes:
    """The definition as pages to print and keep."""
    text = written(signed)
    source = convert(
        text,
        "typst-smart",
        template("document.typ"),
        TITLE_FROM_HEADING,
        f"--variable=version:{signed.document.version}",
        f"--variable=fingerprint:{signed.sha256[:16]}",
        "--standalone",
    )
    alt = described(text)
    return typeset(shown(source.decode(), svg(signed, alt), alt), _made_at(signed))


def svg(signed: SignedDocument, alt: str = "", on_paper: bool = False) -> str:
    """The chart of the evidence; empty for a definition that was tried on no leads."""
    found = signed.document.evidence
    return chart(found, signed.document.threshold, alt, on_paper) if found is not None else ""


def json(signed: SignedDocument) -> bytes:
    """The document as it was signed, with its fingerprint and signatures.

    RFC 8785 throughout: the bytes of ``document`` here are the bytes that the fingerprint is of.
    """
    return rfc8785.dumps(signed.model_dump(mode="json"))


def _page_title(signed: SignedDocument) -> str:
    return f"What a qualified lead is at {signed.document.company}"


def _made_at(signed: SignedDocument) -> datetime:
    """When the file says it was made: when its content last changed, so that files are repeatable."""
    given = max((signature.signed_at for signature in signed.signatures), default=NO_TIME)
    return signed.published_at or given
