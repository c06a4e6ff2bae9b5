"""Being known on this browser: exchanging a ticket, choosing a workshop, leaving one."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data.access import GUESSES, take_ticket, with_current, without
from http_routes.base_path import home
from http_routes.form import fields
from http_routes.known import client, identities, remember
from http_routes.origin import from_our_pages


async def enter(request: Request) -> Response:
    """Exchange a ticket for the cookie (204); 403 for a wrong ticket or another site's request."""
    if not from_our_pages(request.headers):
        return Response(status_code=403)
    if not GUESSES.may_try(client(request)):
        return Response(status_code=429, headers={"Retry-After": "60"})
    identity = take_ticket((await fields(request)).get("ticket", ""))
    if identity is None:
        GUESSES.was_wrong(client(request))
        return Response(status_code=403)
    answer = Response(status_code=204)
    remember(answer, request, with_current(identities(request), identity))
    return answer


async def leave(request: Request) -> Response:
    """Forget who this browser is in a workshop, by default the current one (204)."""
    if not from_our_pages(request.headers):
        return Response(status_code=403)
    known = identities(request)
    workshop_id = (await fields(request)).get("workshop") or (known[0].workshop_id if known else "")
    answer = Response(status_code=204)
    remember(answer, request, without(known, workshop_id))
    return answer


async def switch(request: Request) -> Response:
    """Make a workshop that this browser knows the current one, and open the app."""
    known = identities(request)
    chosen = next((i for i in known if i.workshop_id == request.path_params["workshop_id"]), None)
    answer = RedirectResponse(home(), 303)
    if chosen is not None:
        remember(answer, request, with_current(known, chosen))
    return answer
