"""Small files of each kind, made by hand, and a short way to read them."""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from data.importing.reading import read_leads
from data.importing.table import Job
from data.importing.understood import Options, Understood
from data.sandbox import sandbox


class Day(NamedTuple):
    """A day as workbooks keep it: days since 1899, in a format of the list below."""

    serial: float
    format: int = 0


FORMATS = (14, 17, 22, 164)
"""Day, month, day with time; the last is one of the file's own: d/m/yy."""
Cell = str | float | bool | Day | None
HEADER = "Lead,Source,Visits,Outcome\n"
LEADS = HEADER + "".join(f"L-{n},Web,{n},won\n" for n in range(1, 21))


def read(place: Path, raw: bytes | str, name: str = "leads.csv", **options: object) -> Understood:
    """What is understood of a file, read in this process; its rows are in ``place``."""
    source = place / "upload"
    source.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    work = Path(tempfile.mkdtemp(dir=place))
    return read_leads(Job(source, Options.model_validate(options), work, lambda _: None), name)


def rows(found: Understood) -> list[tuple[object, ...]]:
    """The leads kept, in their order: line and cells, blanks as None."""
    with sandbox(found.raw) as connection:
        cells = connection.read_parquet(str(found.raw)).fetchall()
    first = found.first_line
    return cells if first is None else [(first + place, *row) for place, row in enumerate(cells)]


def column(found: Understood, header: str) -> list[object]:
    """One column's cells."""
    place = [one.header for one in found.columns].index(header)
    return [row[place + 1] for row in rows(found)]


def xlsx(sheets: dict[str, list[list[Cell]]], hidden: tuple[str, ...] = (), extra: str = "") -> bytes:
    """A workbook; ``extra`` is put into the first sheet's data as it is."""
    names = list(sheets)
    states = {name: ' state="hidden"' if name in hidden else "" for name in names}
    book = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}"{states[name]} r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml" Type="{OFFICE}/worksheet"/>'
        for n in range(1, len(names) + 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Target="xl/workbook.xml" '
        f'Type="{OFFICE}/officeDocument"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{book}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
    }
    styles = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in FORMATS)
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d/m/yy"/></numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
    )
    for n, name in enumerate(names, start=1):
        data = "".join(_xlsx_row(r, cells) for r, cells in enumerate(sheets[name], start=1))
        more = extra if n == 1 else ""
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}{more}</sheetData></worksheet>'
        )
    return zipped(parts)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _xlsx_row(number: int, cells: list[Cell]) -> str:
    found = (_xlsx_cell(f"{chr(65 + place)}{number}", cell) for place, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(found)}</row>'


def _xlsx_cell(name: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return f'<c r="{name}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, str) and cell.startswith("="):
        return f'<c r="{name}"><f>{escape(cell[1:])}</f></c>'
    if isinstance(cell, str) and cell.startswith("#"):
        return f'<c r="{name}" t="e"><v>{escape(cell)}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    if isinstance(cell, Day):
        return f'<c r="{name}" s="{cell.format + 1}"><v>{cell.serial}</v></c>'
    return f'<c r="{name}"><v>{cell}</v></c>'


def ods(table: list[list[str]]) -> bytes:
    """An OpenDocument spreadsheet of one sheet, all text."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>'
            for c in cells
        )
        + "</table:table-row>"
        for cells in table
    )
    spaces = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in NAMES)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Leads">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


NAMES = ("office", "table", "text")


def zipped(parts: dict[str, str]) -> bytes:
    """A ZIP archive of texts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def xls(table: list[list[str | float]]) -> bytes:
    """A workbook of the old kind: a compound file with one stream of BIFF8 records."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for r, cells in enumerate(table):
        for c, cell in enumerate(cells):
            if isinstance(cell, str):
                text = struct.pack("<HB", len(cell), 0) + cell.encode("latin-1")
                sheet += _record(0x204, struct.pack("<HHH", r, c, 0) + text)
            else:
                sheet += _record(0x203, struct.pack("<HHHd", r, c, 0, cell))
    sheet += _record(0x0A, b"")
    top = _record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    start = len(top) + 4 + 8 + len("Leads") + 4
    named = struct.pack("<IBBBB", start, 0, 0, len("Leads"), 0) + b"Leads"
    return compound("Workbook", top + _record(0x85, named) + _record(0x0A, b"") + sheet)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def compound(name: str, stream: bytes) -> bytes:
    """A compound file (OLE 2) with one stream, which is filled up to whole sectors of 512 bytes."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *(chain + [0xFFFFFFFF] * (128 - len(chain))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\0" * 6 + struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    root = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    return head + table + root + _entry(name, 2, 0xFFFFFFFF, 2, len(stream)) + b"\0" * 256 + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    body = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    body += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36
    return body + struct.pack("<IQ", start, size)
