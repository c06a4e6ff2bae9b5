"""The JSON of the definition described as a JSON schema."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from definitions.document import SignedDocument

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = (
    "A definition of a qualified lead as it is exported: the document that was signed, the SHA-256 of its "
    "canonical form (RFC 8785), the signatures, and when it came into force. What says nothing is left out."
)


@cache
def json_schema() -> bytes:
    """The schema, with the titles and limits of every field."""
    found: dict[str, Any] = SignedDocument.model_json_schema(mode="validation")
    shown = {"$schema": DIALECT, **found, "title": "Definition of a qualified lead", "description": ABOUT}
    return json.dumps(shown, indent=2, ensure_ascii=False).encode()
