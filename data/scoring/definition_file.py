"""A signed definition in a file, as the app exports it: taken only if it is what was signed."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from data.leads_refused import LeadsRefused
from definitions.document import SignedDocument

MOST_BYTES = 100_000_000
NO_DEFINITION = "{name} is no definition: download it as JSON from the page of the definition."
CHANGED = (
    "{name} is not what was signed: its text does not have the fingerprint it names. Nothing was scored. "
    "Download it again from the page of the definition."
)


def read_definition(path: Path) -> SignedDocument:
    """The definition; raises LeadsRefused if the file is none, or not as it was signed."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise LeadsRefused(NO_DEFINITION.format(name=path.name))
        signed = SignedDocument.model_validate_json(path.read_bytes())
    except OSError as error:
        raise LeadsRefused(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        raise LeadsRefused(NO_DEFINITION.format(name=path.name)) from error
    if not signed.intact:
        raise LeadsRefused(CHANGED.format(name=path.name))
    return signed
