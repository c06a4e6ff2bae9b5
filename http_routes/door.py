"""What joining by a link and coming with a personal link have in common: the refusals and the welcome."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from data.access import Identity, with_current
from http_routes import pages
from http_routes.base_path import home
from http_routes.known import identities, remember
from http_routes.origin import from_our_pages
from http_routes.ways_in import NoWayIn, TooManyGuesses

Endpoint = Callable[[Request], Awaitable[Response]]


def door(endpoint: Endpoint) -> Endpoint:
    """A route that takes a link: wrong ones get the same page, and only our own form may be sent."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        if request.method == "POST" and not from_our_pages(request.headers):
            return pages.not_from_here()
        try:
            return await endpoint(request)
        except NoWayIn:
            return pages.no_way_in()
        except TooManyGuesses:
            return pages.too_many()

    return guarded


def welcome(request: Request, identity: Identity) -> Response:
    """To the app, known as somebody; other workshops of this browser stay known."""
    answer = RedirectResponse(home(), 303)
    remember(answer, request, with_current(identities(request), identity))
    return answer
