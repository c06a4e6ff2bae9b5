"""The addresses for other systems. No cookie counts here, and no other site's page may read an answer."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from http_routes.api.definition import definition
from http_routes.api.endpoint import Endpoint, NothingHere
from http_routes.api.openapi import openapi
from http_routes.api.score import score


def api_routes(at: str, guarded: list[Middleware]) -> list[BaseRoute]:
    """The routes below a path, with these middlewares."""
    return [
        Route(f"{at}/api/openapi.json", Endpoint(get=openapi), middleware=guarded),
        Route(f"{at}/api/definitions/{{slug}}", Endpoint(get=definition), middleware=guarded),
        Route(f"{at}/api/definitions/{{slug}}/score", Endpoint(post=score), middleware=guarded),
        Route(f"{at}/api/{{rest:path}}", NothingHere(), middleware=guarded),
    ]
