"""Whether a zipped workbook is whole, open and of a reasonable size, before anything unpacks it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from data.leads_refused import LeadsRefused

MOST_UNPACKED = 1_000_000_000
SMALL = 20_000_000
MOST_RATIO = 100
MOST_PARTS = 5_000
ENCRYPTED = 0x1
DAMAGED = "The workbook is damaged or cut off; save it again and add that."
PASSWORD = "The workbook is protected by a password; save it without one and add that."


def check_archive(source: Path) -> None:
    """Raises LeadsRefused if the workbook would unpack to too much, is encrypted or is damaged.

    Sizes are those declared; reading each part to its end then shows any that declares too little.
    """
    try:
        with ZipFile(source) as archive:
            parts = archive.infolist()
            _check_sizes(source.stat().st_size, parts)
            if any(part.flag_bits & ENCRYPTED for part in parts) or _is_sealed(archive):
                raise LeadsRefused(PASSWORD)
            if archive.testzip() is not None:
                raise LeadsRefused(DAMAGED)
    except (
        BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        zlib.error,
    ) as error:
        raise LeadsRefused(DAMAGED) from error


def _check_sizes(size: int, parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    too_dense = unpacked > SMALL and unpacked > MOST_RATIO * size
    if unpacked > MOST_UNPACKED or too_dense or len(parts) > MOST_PARTS:
        raise LeadsRefused(
            f"The workbook of {size / 1e6:,.1f} MB would unpack to {unpacked / 1e6:,.0f} MB, "
            "which is more than a safe one does; save the leads as CSV."
        )


def _is_sealed(archive: ZipFile) -> bool:
    """Whether an OpenDocument file has encrypted parts."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    return re.search(rb"<\w*:?encryption-data\b", archive.read("META-INF/manifest.xml")) is not None
