"""Files that hold no leads are refused with one sentence, and nothing is left behind."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from data.importing.archives import MOST_RATIO
from data.leads_refused import LeadsRefused
from tests.data.importing.files import HEADER, LEADS, compound, read, xlsx, zipped

SHEET = xlsx({"Leads": [["Lead", "Value"], ["L1", 1.0]]})
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "blanks": (b"\xef\xbb\xbf \r\n\r\n", "empty"),
    "names only": (HEADER.encode(), "column names but no leads"),
    "names and blank lines": (HEADER.encode() + b"\n,,,\n\n", "column names but no leads"),
    "a pointer": (POINTER.encode(), "Git LFS pointer"),
    "a web page": (b"\xef\xbb\xbf\n<!DOCTYPE html><html><table></table></html>", "web page"),
    "a table in HTML": (b"<table><tr><td>Lead</td></tr></table>", "web page"),
    "an XML file": (b'<?xml version="1.0"?><leads/>', "XML"),
    "a JSON file": (b'[{"lead": 1}, {"lead": 2}]', "JSON"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "a compressed file": (b"\x1f\x8b\x08\x00", "compressed"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "picture"),
    "an archive": (zipped({"leads.csv": LEADS}), "ZIP archive"),
    "a document": (zipped({"word/document.xml": "<w/>"}), "document"),
    "an old document": (compound("WordDocument", b"x"), "old Office"),
    "a locked workbook": (compound("EncryptedPackage", b"x"), "password"),
    "a workbook cut off": (SHEET[: len(SHEET) * 2 // 3], "damaged or cut off"),
    "a Parquet file cut off": (b"PAR1" + b"x" * 50, "cut off"),
    "a broken Parquet file": (b"PAR1" + b"x" * 50 + b"\x10\0\0\0PAR1", "damaged"),
    "noise": (bytes(range(1, 32)) * 50, "not a text"),
    "a text cut off": (LEADS.encode() + b"L-21,We", "cut off"),
    "a text cut off in quotation marks": (LEADS.encode() + b'L-21,Web,3,"w', "cut off"),
    "an empty workbook": (xlsx({"Leads": []}), "nothing in it|no visible sheet"),
    "a hidden workbook": (xlsx({"Leads": [["Lead"], ["L1"]]}, hidden=("Leads",)), "no visible sheet"),
    "too many columns": ((",".join(f"n{n}" for n in range(501)) + "\n").encode() * 3, "501 columns"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_holds_no_leads_is_refused(tmp_path: Path, what: str) -> None:
    raw, words = REFUSED[what]
    with pytest.raises(LeadsRefused, match=words) as refused:
        read(tmp_path, raw)
    assert str(refused.value).count(". ") <= 1
    assert "\n" not in str(refused.value)


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    sheet = "<row>" + "A" * 30_000_000
    bomb = zipped({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet})
    assert len(bomb) * MOST_RATIO < len(sheet)
    with pytest.raises(LeadsRefused, match="would unpack to 30 MB"):
        read(tmp_path, bomb, "leads.xlsx")


def test_a_workbook_that_declares_too_little_is_refused(tmp_path: Path) -> None:
    raw = bytearray(SHEET)
    with zipfile.ZipFile(BytesIO(SHEET)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    for at in range(len(raw) - 4):
        if raw[at : at + 4] == size.to_bytes(4, "little"):
            raw[at : at + 4] = (size // 2).to_bytes(4, "little")
    with pytest.raises(LeadsRefused, match="damaged"):
        read(tmp_path, bytes(raw), "leads.xlsx")


def test_a_sealed_open_document_is_refused(tmp_path: Path) -> None:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "x",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
    }
    with pytest.raises(LeadsRefused, match="password"):
        read(tmp_path, zipped(parts), "leads.ods")
