"""A personal link: a participant comes in on another device. Looking changes nothing."""

from __future__ import annotations

from secrets import token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.actions.joining import device_link_for, use_device_link
from alignment.people import DeviceLink
from alignment.refused import NotAllowed, Refused
from data.access import Identity
from http_routes import pages
from http_routes.door import door, welcome
from http_routes.form import fields
from http_routes.once import once
from http_routes.ways_in import NoWayIn, WayIn, open_link


@door
async def show(request: Request) -> Response:
    """Ask whether this browser shall be known as the link's participant."""
    found = await run_in_threadpool(open_link, request, request.path_params["link"], device_link_for)
    name = found.workshop.name_of(found.way.participant_id)
    return pages.page("device.html", workshop=found.workshop.name, me=name, once=token_urlsafe(16))


@door
async def use(request: Request) -> Response:
    """Use the link up, and be known on this browser."""
    link, sent = request.path_params["link"], await fields(request)

    def act() -> Identity:
        return _used(open_link(request, link, device_link_for))

    try:
        key = f"{link}\n{sent.get('once') or token_urlsafe()}"
        return welcome(request, await run_in_threadpool(once, key, act))
    except NotAllowed as refused:
        raise NoWayIn from refused
    except Refused as refused:
        return pages.message("Not now", str(refused), 409)


def _used(found: WayIn[DeviceLink]) -> Identity:
    found.room.act(use_device_link, None, found.token_hash)
    return Identity(found.workshop.id, found.way.participant_id)
