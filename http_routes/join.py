"""Joining by a team's link. Looking changes nothing; sending the form joins."""

from __future__ import annotations

from secrets import token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.actions.joining import invitation_for, join_by_link
from alignment.people import Invitation, Team
from alignment.refused import NotAllowed, Refused
from data.access import Identity
from definitions.texts import same_name
from http_routes import pages
from http_routes.door import door, welcome
from http_routes.form import fields
from http_routes.known import identities, member
from http_routes.once import once
from http_routes.ways_in import NoWayIn, WayIn, open_link

TEAM_WORDS = {
    Team.MARKETING: "the marketing team",
    Team.SALES: "the sales team",
    Team.EXECUTIVES: "the executives",
    Team.OBSERVERS: "as an observer, who reads and does not vote",
}


@door
async def show(request: Request) -> Response:
    """Ask for a name, or offer to continue to somebody this browser knows."""
    found = await run_in_threadpool(open_link, request, request.path_params["link"], invitation_for)
    return _form(request, found)


@door
async def join(request: Request) -> Response:
    """Join under the name that was sent, and be known on this browser."""
    link, sent = request.path_params["link"], await fields(request)
    name = sent.get("name", "")
    found = await run_in_threadpool(open_link, request, link, invitation_for)
    try:
        identity = await run_in_threadpool(
            once, f"{link}\n{sent.get('once') or token_urlsafe()}", lambda: _joined(found, name)
        )
    except NotAllowed as refused:
        raise NoWayIn from refused
    except Refused as refused:
        return _form(request, found, name, str(refused))
    return welcome(request, identity)


def _joined(found: WayIn[Invitation], name: str) -> Identity:
    after = found.room.act(join_by_link, None, found.token_hash, name)
    joined = next((p for p in reversed(after.people) if same_name(p.name, name)), None)
    if joined is None:
        raise NoWayIn
    return Identity(after.id, joined.id)


def _form(request: Request, found: WayIn[Invitation], name: str = "", error: str = "") -> Response:
    me = member(found.workshop, identities(request))
    return pages.page(
        "join.html",
        422 if error else 200,
        workshop=found.workshop.name,
        workshop_id=found.workshop.id,
        company=found.workshop.company,
        team=TEAM_WORDS[found.way.team],
        me=me.name if me is not None else "",
        name=name,
        error=error,
        once=token_urlsafe(16),
    )
