"""What a workbook's reader does not tell: formulas that were never calculated, and error cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import BadZipFile, ZipFile

CELL = re.compile(rb"<c [^>]*>.*?</c>", re.DOTALL)
FORMULA = re.compile(rb"<f[ >/]")
VALUE = re.compile(rb"<v>[^<]")
INLINE = re.compile(rb"<is>")
ERROR = re.compile(rb"<c [^>]*t=\"e\"")
PIECE = 1 << 22


def unseen_cells(source: Path, sheet: str) -> tuple[int, int]:
    """How many formulas of a sheet have no value, and how many cells hold an error; only in XLSX."""
    try:
        with ZipFile(source) as archive:
            part = _part(archive, sheet)
            return _counted(archive, part) if part in archive.namelist() else (0, 0)
    except (BadZipFile, OSError, KeyError, ValueError):
        return 0, 0


def _part(archive: ZipFile, sheet: str) -> str:
    """The name of a sheet's part: by its relation in the workbook, as Office Open XML has it."""
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        if unescape(_attribute(tag, "name")) == sheet:
            wanted = _attribute(tag, r"\w+:id")
            targets = (link for link in re.findall(r"<Relationship\b[^>]*>", links))
            found = next((link for link in targets if _attribute(link, "Id") == wanted), "")
            target = _attribute(found, "Target")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _counted(archive: ZipFile, part: str) -> tuple[int, int]:
    formulas = errors = 0
    for cell in _cells(archive, part):
        formulas += bool(FORMULA.search(cell)) and not (VALUE.search(cell) or INLINE.search(cell))
        errors += bool(ERROR.match(cell))
    return formulas, errors


def _cells(archive: ZipFile, part: str) -> Iterator[bytes]:
    """The cells that hold a formula or an error."""
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(PIECE):
            rest += piece
            end = rest.rfind(b"</c>") + 4
            if b"<f" in rest or b't="e"' in rest:
                yield from (cell for cell in CELL.findall(rest[:end]) if b"<f" in cell or b't="e"' in cell)
            rest = rest[end:] if end > 3 else rest
