"""``GET /api/openapi.json``: what other systems may ask, in OpenAPI 3.1, made of the models in use."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic.json_schema import JsonSchemaMode, models_json_schema
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from definitions.document import SignedDocument
from http_routes.api.models import ManyScored, OneScored, ScoreRequest
from http_routes.api.problems import CONTENT_TYPE, ProblemDetails
from http_routes.base_path import home

REF = "#/components/schemas/{model}"
REFUSALS = {
    "400": "The body is no JSON.",
    "401": "There is no key, or it opens nothing any more.",
    "404": "There is no such definition, or not for this key.",
    "409": "Nothing is published yet.",
    "413": "The body is larger than 16 MB.",
    "415": "The body is not said to be JSON.",
    "422": "The leads do not fit the definition; the answers there are are named.",
    "429": "There were too many wrong keys from this address.",
    "503": "The record cannot be reached just now.",
}


async def openapi(request: Request) -> Response:
    """The description, for everybody."""
    server = {"url": home().rstrip("/") or "/"}
    return JSONResponse(description() | {"servers": [server]})


@cache
def description() -> dict[str, Any]:
    """The description but for where the server is."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Common Terms",
            "version": "1",
            "description": (
                "The definition of a qualified lead that a workshop has published, and verdicts by it. A "
                "facilitator makes the key on the Connections page. Browsers of other sites are not let in: "
                "no CORS header is sent."
            ),
        },
        "paths": {
            "/api/definitions/{slug}": {"parameters": [_SLUG], "get": _definition()},
            "/api/definitions/{slug}/score": {"parameters": [_SLUG], "post": _score()},
        },
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


_SLUG = {
    "name": "slug",
    "in": "path",
    "required": True,
    "description": "The last part of the definition's address.",
    "schema": {"type": "string", "minLength": 1, "pattern": "^[a-z0-9-]+$"},
}


def _definition() -> dict[str, Any]:
    tag = {"ETag": {"description": "Names this text with its signatures.", "schema": {"type": "string"}}}
    asked = {"name": "If-None-Match", "in": "header", "schema": {"type": "string"}}
    return {
        "operationId": "definition",
        "summary": "The definition in force, with its fingerprint and signatures",
        "description": "Without a key only if the host lets anyone with the link read it.",
        "security": [{"key": []}, {}],
        "parameters": [asked],
        "responses": {
            "200": {"description": "The definition.", "headers": tag, "content": _json(SignedDocument)},
            "304": {"description": "The asker has it already.", "headers": tag},
            **_refusals("401", "404", "429", "503"),
        },
    }


def _score() -> dict[str, Any]:
    either = {"anyOf": [_ref(OneScored), _ref(ManyScored)]}
    return {
        "operationId": "score",
        "summary": "The verdict on one lead, or on up to 10,000",
        "security": [{"key": []}],
        "requestBody": {"required": True, "content": _json(ScoreRequest)},
        "responses": {
            "200": {
                "description": "Verdicts with their receipts; for one lead also what would change it.",
                "content": {"application/json": {"schema": either}},
            },
            **_refusals(*REFUSALS),
        },
    }


def _refusals(*codes: str) -> dict[str, Any]:
    told = {CONTENT_TYPE: {"schema": _ref(ProblemDetails)}}
    return {code: {"description": REFUSALS[code], "content": told} for code in codes}


def _json(model: type) -> dict[str, Any]:
    return {"application/json": {"schema": _ref(model)}}


def _ref(model: type) -> dict[str, str]:
    return {"$ref": REF.format(model=model.__name__)}


def _schemas() -> dict[str, Any]:
    sent: list[tuple[Any, JsonSchemaMode]] = [(ScoreRequest, "validation")]
    told = (OneScored, ManyScored, ProblemDetails, SignedDocument)
    sent += [(model, "serialization") for model in told]
    _, schema = models_json_schema(sent, ref_template=REF)
    found: dict[str, Any] = schema["$defs"]
    return found
