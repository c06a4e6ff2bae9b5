"""``POST /api/definitions/<slug>/score``: the verdict on one lead, or on thousands."""

from __future__ import annotations

from http import HTTPStatus

import anyio
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.workshop import Workshop
from http_routes.api.asked import Reading
from http_routes.api.body import json_body
from http_routes.api.card import Card, card_of
from http_routes.api.definition import NO_DEFINITION, NOTHING_PUBLISHED
from http_routes.api.keys import let_in
from http_routes.api.models import DefinitionUsed, ScoreRequest
from http_routes.api.problems import Fault, Problem

LARGE_BYTES, LARGE_AT_ONCE = 64_000, 2
"""Requests larger than this are scored two at a time: each needs memory many times its size."""
MOST_FAULTS_TOLD = 20
NOT_UNDERSTOOD = "The request is JSON, but not of the form that api/openapi.json describes."
WRONG_LEADS = "Nothing was scored, as these answers do not fit the definition."
_large = anyio.CapacityLimiter(LARGE_AT_ONCE)


async def score(request: Request) -> Response:
    """Score what is sent by the definition in force of the workshop whose key comes with it."""
    workshop = await run_in_threadpool(let_in, request)
    if workshop.slug != request.path_params["slug"]:
        raise Problem(HTTPStatus.NOT_FOUND, NO_DEFINITION)
    body = await json_body(request)
    if len(body) <= LARGE_BYTES:
        answer = await run_in_threadpool(scored, workshop, body)
    else:
        answer = await anyio.to_thread.run_sync(scored, workshop, body, limiter=_large)
    return Response(answer, media_type="application/json")


def scored(workshop: Workshop, body: bytes) -> bytes:
    """The answer to a request's body, as JSON; ``Problem`` if it cannot be scored."""
    if workshop.in_force is None:
        raise Problem(HTTPStatus.CONFLICT, NOTHING_PUBLISHED)
    asked = _asked(body)
    draft = workshop.in_force.draft
    used = DefinitionUsed(slug=workshop.slug, version=draft.version, sha256=draft.sha256)
    results = _results(card_of(draft), asked)
    return f'{{"definition":{used.model_dump_json()},{results}}}'.encode()


def _asked(body: bytes) -> ScoreRequest:
    try:
        return ScoreRequest.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    if found[0]["type"] == "json_invalid":
        raise Problem(HTTPStatus.BAD_REQUEST, f"This is no JSON in UTF-8: {found[0]['msg']}.")
    faults = [
        Fault(detail=": ".join(filter(None, (".".join(map(str, each["loc"])), each["msg"]))))
        for each in found[:MOST_FAULTS_TOLD]
    ]
    raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, NOT_UNDERSTOOD, faults)


def _results(card: Card, asked: ScoreRequest) -> str:
    reading = Reading(card, asked.lenient)
    one = "lead" in asked.model_fields_set
    read = [reading.one(asked.lead)] if one else reading.all(asked.leads)
    if reading.faults:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, WRONG_LEADS, reading.faults)
    if one:
        changes = ",".join(card.changes(read[0]))
        return f'"result":{card.scored(read[0])},"changes":[{changes}]}}'
    return f'"results":[{",".join(card.scored(answers) + "}" for answers in read)}]'
