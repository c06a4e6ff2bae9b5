"""Every route of our own, with its place and its headers."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from http_routes import device, entering, join, qualify, verify
from http_routes.api.routes import api_routes
from http_routes.base_path import home
from http_routes.changes import changes
from http_routes.definition import definition, schema
from http_routes.headers import SecurityHeaders
from http_routes.health import health

GUARDED = [Middleware(SecurityHeaders)]


def routes() -> list[BaseRoute]:
    """Our routes, below the base path if there is one. Streamlit has others."""
    at = home().rstrip("/")
    return [
        Route(f"{at}/join/{{link}}", join.show, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/join/{{link}}", join.join, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/device/{{link}}", device.show, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/device/{{link}}", device.use, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/enter", entering.enter, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/enter/{{workshop_id}}", entering.switch, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/leave", entering.leave, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/definition/schema.json", schema, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/definition/{{name}}", definition, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/qualify/{{slug}}", qualify.show, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/qualify/{{slug}}", qualify.send, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/verify", verify.show, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/verify", verify.upload, methods=["POST"], middleware=GUARDED),
        Route(f"{at}/verify/{{fingerprint}}", verify.look_up, methods=["GET"], middleware=GUARDED),
        Route(f"{at}/health", health, methods=["GET"], middleware=GUARDED),
        *api_routes(at, GUARDED),
        WebSocketRoute(f"{at}/changes", changes),
        Mount(f"{at}/assets", _Assets(directory=Path(__file__).parent / "assets"), middleware=GUARDED),
    ]


class _Assets(StaticFiles):
    """Our style sheet and scripts; asked for anew with each page, so that an update arrives."""

    def file_response(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        """A file, or 304 if the browser has it."""
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        return response
