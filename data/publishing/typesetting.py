"""Typst, which sets the pages of the PDF: archival (PDF/A-2a) and accessible (PDF/UA-1)."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from importlib.resources import files

import typst

from data.publishing.pandoc import TEMPLATES, ConversionFailed
from definitions.directions import spelled

STANDARDS = ["a-2a", "ua-1"]
FONT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")
ROUNDS = 5
"""How often characters without a glyph are spelled out before the PDF is made without the standards."""
SHORTHAND = re.compile(r"(?P<held>\\.)|\.(?=\.\.)|-(?=[-?\d])", re.DOTALL)
"""What Typst would turn into an ellipsis, a dash, a soft hyphen or a minus sign, unless held back."""
LED_BY_TEXT = re.compile(r"(\n=+ [^\n]*\n)((?:[^\n]+\n)+)\n(?=#figure\()")
"""A heading, a paragraph and then a table: the paragraph stays on the table's page."""
LED_BY_WORDS = re.compile(r"(\n= [^\n]*\n)((?:[^\n]+\n)+)\n(?=== )")
"""A section that begins with a paragraph and goes on with a smaller heading: they stay together."""
NO_GLYPH = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')
NOT_ALLOWED = re.compile(r'codepoint `("(?:[^"\\]|\\.)*")`')


PICTURE = '#box(image("chart"))'


def shown(source: str, svg: str, alt: str) -> str:
    """The Typst source with the chart where it is named, told in words to who cannot see it."""
    return source.replace(PICTURE, f"#image({_bytes(svg)}, alt: {_quoted(alt)}, width: 78%)")


def drawn(svg: str, width: int, height: int) -> bytes:
    """The chart as a PNG on white, at twice its size."""
    source = f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image({_bytes(svg)})"
    make: Callable[..., bytes] = typst.compile
    return make(source.encode(), format="png", ppi=144, font_paths=_fonts(), ignore_system_fonts=True)


def _bytes(svg: str) -> str:
    """The picture as bytes in a Typst source."""
    return f'bytes({_quoted(svg)}), format: "svg"'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _fonts() -> list[str]:
    return [str(files(package)) for package in FONT_PACKAGES]


def typeset(source: str, made_at: datetime) -> bytes:
    """The PDF of a Typst source.

    A character that no font has a glyph for, or that the standards forbid, is spelled out as its
    number (``[U+1F600]``), so that no character is lost.
    """
    source = SHORTHAND.sub(_held_back, source)
    for led in (LED_BY_TEXT, LED_BY_WORDS):
        source = led.sub(r"\1#block(sticky: true)[\2]\n\n", source)
    for _ in range(ROUNDS):
        try:
            return compiled(source, made_at, STANDARDS)
        except typst.TypstError as failure:
            pieces = unshown(str(failure.diagnostic))
            if not pieces:
                break
            source = _spelled_out(source, pieces)
    try:
        return compiled(source, made_at, [])
    except typst.TypstError as failure:
        raise ConversionFailed(
            "The PDF could not be made. Take another format; nothing is lost."
        ) from failure


def _held_back(shorthand: re.Match[str]) -> str:
    return shorthand[0] if shorthand["held"] else f"\\{shorthand[0]}"


def compiled(
    source: str, made_at: datetime, standards: list[str], inputs: Mapping[str, str] | None = None
) -> bytes:
    """The PDF of a Typst source that may not be made at all; ``inputs``: what it finds as ``sys.inputs``."""
    make: Callable[..., bytes] = typst.compile
    return make(
        source.encode(),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        pdf_standards=standards,
        timestamp=int(made_at.timestamp()),
        sys_inputs=dict(inputs or {}),
    )


def unshown(diagnostic: str) -> set[str]:
    """The pieces of text that Typst says it cannot show."""
    found = NO_GLYPH.findall(diagnostic) + NOT_ALLOWED.findall(diagnostic)
    return {piece for piece in map(_unquoted, found) if not piece.isascii()}


def _unquoted(piece: str) -> str:
    r"""A quoted piece of text as Typst writes it (``"\u{e000}"``) as the text itself."""
    numbers = re.sub(r"\\u\{([0-9a-f]+)\}", lambda number: f"\\U{number[1]:0>8}", piece)
    return str(ast.literal_eval(numbers))


def _spelled_out(source: str, pieces: Iterable[str]) -> str:
    for piece in sorted(pieces, key=len, reverse=True):
        source = source.replace(piece, by_number(piece).replace("[", "\\[").replace("]", "\\]"))
    return source


def by_number(piece: str) -> str:
    """A piece of text with what is not ASCII as its number: "[U+1F600]"."""
    return "".join(c if c.isascii() else spelled(c) for c in piece)
