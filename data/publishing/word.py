"""The look of the Word file: pandoc's plain styles, made calm; pictures described once, in words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES, TEXT = "word/styles.xml", "word/document.xml"
PICTURE_ITSELF = re.compile(rb'(<pic:cNvPr descr=")data:[^"]*"')
"""Where pandoc repeats the whole picture as its description; the right one stands beside it."""
INK, QUIET, RULE = "22282D", "5A646B", "C9C4B8"
TEXT_FONT, HEAD_FONT = "Cambria", "Calibri"


@dataclass(frozen=True)
class Style:
    """How a paragraph style looks: font, size in half-points, colour, space in twentieths of a point."""

    font: str
    size: int
    before: int
    after: int
    bold: bool = False
    colour: str = INK


LOOKS = {
    "Title": Style(HEAD_FONT, 52, before=0, after=120, bold=True),
    "Heading1": Style(HEAD_FONT, 32, before=560, after=120, bold=True),
    "Heading2": Style(HEAD_FONT, 25, before=360, after=60, bold=True),
    "BodyText": Style(TEXT_FONT, 22, before=0, after=160),
    "FirstParagraph": Style(TEXT_FONT, 22, before=0, after=160),
    "Compact": Style(TEXT_FONT, 21, before=50, after=50),
}


def restyled(docx: bytes) -> bytes:
    """The same file with our styles; everything else stays as it was, its times included."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == STYLES:
                content = _styled(content)
            elif entry.filename == TEXT:
                content = PICTURE_ITSELF.sub(rb'\1"', content)
            new.writestr(entry, content)
    return made.getvalue()


def _styled(styles: bytes) -> bytes:
    ElementTree.register_namespace("w", SPACE)
    tree = ElementTree.fromstring(styles)
    for style in tree.iter(_name("style")):
        name = style.get(_name("styleId"), "")
        if name in LOOKS:
            _set_look(style, LOOKS[name])
        if name == "Table":
            _set_table(style)
    return bytes(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True))


def _set_look(style: ElementTree.Element, look: Style) -> None:
    for part in ("pPr", "rPr"):
        for old in style.findall(_name(part)):
            keep = [child for child in old if child.tag in {_name("outlineLvl"), _name("keepNext")}]
            style.remove(old)
            if part == "pPr":
                style.append(_paragraph(look, keep))
    if style.find(_name("pPr")) is None:
        style.append(_paragraph(look, []))
    style.append(_letters(look))


def _paragraph(look: Style, keep: list[ElementTree.Element]) -> ElementTree.Element:
    """Paragraph properties, in the order that the format prescribes."""
    paragraph = ElementTree.Element(_name("pPr"))
    paragraph.extend(child for child in keep if child.tag == _name("keepNext"))
    spacing = {"before": look.before, "after": look.after, "line": 276}
    _add(paragraph, "spacing", {**{key: str(value) for key, value in spacing.items()}, "lineRule": "auto"})
    paragraph.extend(child for child in keep if child.tag == _name("outlineLvl"))
    return paragraph


def _letters(look: Style) -> ElementTree.Element:
    letters = ElementTree.Element(_name("rPr"))
    _add(letters, "rFonts", {"ascii": look.font, "hAnsi": look.font})
    if look.bold:
        _add(letters, "b", {})
    _add(letters, "color", {"val": look.colour})
    _add(letters, "sz", {"val": str(look.size)})
    _add(letters, "szCs", {"val": str(look.size)})
    return letters


def _set_table(style: ElementTree.Element) -> None:
    """Thin rules between rows, nothing else."""
    properties = style.find(_name("tblPr"))
    if properties is None:
        return
    borders = ElementTree.Element(_name("tblBorders"))
    for edge in ("top", "bottom", "insideH"):
        _add(borders, edge, {"val": "single", "sz": "4", "space": "0", "color": RULE})
    margins = properties.find(_name("tblCellMar"))
    properties.insert(len(properties) if margins is None else list(properties).index(margins), borders)


def _add(parent: ElementTree.Element, name: str, values: dict[str, str]) -> None:
    ElementTree.SubElement(parent, _name(name), {_name(key): value for key, value in values.items()})


def _name(local: str) -> str:
    return f"{{{SPACE}}}{local}"
