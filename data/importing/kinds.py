"""What kind of file this is, by its first and last bytes; what holds no leads is refused."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from data.importing.understood import Kind
from data.leads_refused import LeadsRefused

HEAD = 65_536
EXPORT = "open it in a spreadsheet and save the leads as CSV or XLSX."

STARTS = (
    (b"%PDF", f"This is a PDF, not a table of leads; {EXPORT}"),
    (b"\x1f\x8b", "This is a compressed file; unpack it and add the file inside."),
    (b"7z\xbc\xaf\x27\x1c", "This is a compressed file; unpack it and add the file inside."),
    (b"Rar!", "This is a compressed file; unpack it and add the file inside."),
    (b"\xfd7zXZ", "This is a compressed file; unpack it and add the file inside."),
    (b"\x28\xb5\x2f\xfd", "This is a compressed file; unpack it and add the file inside."),
    (b"BZh", "This is a compressed file; unpack it and add the file inside."),
    (b"\x89PNG", "This is a picture, not a table of leads."),
    (b"\xff\xd8\xff", "This is a picture, not a table of leads."),
    (b"GIF8", "This is a picture, not a table of leads."),
    (b"SQLite format 3\0", "This is a database file; export the table with the leads as CSV."),
    (b"{\\rtf", f"This is a text document, not a table of leads; {EXPORT}"),
    (b"PARE", "This Parquet file is encrypted; export it without a password."),
    (
        b"version https://git-lfs",
        "This is a Git LFS pointer, not the data itself; fetch the real file and add that.",
    ),
)
TAGS = re.compile(rb"\s*<(!doctype|html|head|body|table|meta|div)\b", re.IGNORECASE)
XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
JSON = re.compile(rb"\s*(\{\s*(\"[^\"]*\"\s*:|\})|\[\s*[\[{\]])")
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(source: Path) -> Kind | None:
    """The kind; None for text, whose delimiter decides. Raises LeadsRefused for what cannot hold leads."""
    with source.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe") and source.stat().st_size <= HEAD:
        raise LeadsRefused("The file is empty.")
    text = _begun(head)
    for start, sentence in STARTS:
        if text.startswith(start):
            raise LeadsRefused(sentence)
    if head.startswith(b"PAR1"):
        return _parquet(source)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(source)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(source)
    _refuse_markup(text)
    return None


def _begun(head: bytes) -> bytes:
    """The first bytes without byte order mark, blanks before them, and the zeros of UTF-16."""
    for bom in BOMS:
        head = head.removeprefix(bom)
    return head.replace(b"\0", b"").lstrip()


def _parquet(source: Path) -> Kind:
    with source.open("rb") as file:
        file.seek(-4, 2)
        if file.read() != b"PAR1" or source.stat().st_size < 12:
            raise LeadsRefused("The Parquet file is cut off: its end is missing; export it again.")
    return Kind.PARQUET


def _zipped(source: Path) -> Kind:
    try:
        with ZipFile(source) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise LeadsRefused("The workbook is damaged or cut off; save it again and add that.") from error
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return Kind.XLSX
    if b"opendocument.spreadsheet" in mime:
        return Kind.ODS
    if "word/document.xml" in names or b"opendocument" in mime or "ppt/presentation.xml" in names:
        raise LeadsRefused("This is a document, not a table of leads; save the leads as CSV or XLSX.")
    raise LeadsRefused("This is a ZIP archive, not a table; unpack it and add the file inside.")


def _compound(source: Path) -> Kind:
    raw = source.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise LeadsRefused("The workbook is protected by a password; save it without one and add that.")
    if any(name.encode("utf-16-le") in raw for name in ("Workbook", "Book")):
        return Kind.XLS
    raise LeadsRefused("This is a document of an old Office program, not a table of leads.")


def _refuse_markup(text: bytes) -> None:
    if TAGS.match(text) or (XML.match(text) and re.search(rb"<html\b", text, re.IGNORECASE)):
        raise LeadsRefused(f"This is a web page (HTML), whatever its name says; {EXPORT}")
    if XML.match(text):
        raise LeadsRefused(f"This is an XML file, not a table of leads; {EXPORT}")
    if JSON.match(text):
        raise LeadsRefused("This is a JSON file, not a table; export the leads as CSV or XLSX.")
