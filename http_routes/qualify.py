"""The public form with which prospects qualify themselves: plain HTML, no login, no cookie, no script."""

from __future__ import annotations

from secrets import token_urlsafe

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.refused import NotNow, Refused
from alignment.workshop import Workshop
from data import published
from data.access import Pace
from data.assessments.assessing import describe, take_prospect
from data.rooms import rooms
from definitions.self_qualification import Wish
from definitions.texts import SHORT, line
from http_routes import pages
from http_routes.form import fields
from http_routes.known import client
from http_routes.once import once
from http_routes.origin import from_our_pages
from http_routes.prospects import COMPLETE, UNKNOWN, WORDS, Asked, Sent, answers, asked_by, read, reference

MOST_FIELDS = 60
VISITORS = Pace(20, 600)
"""How often one visitor may send: a tablet at a fair is one visitor too."""
FORMS = Pace(500, 3_600)
"""How often one form may be sent in an hour, by whomever."""
TOO_MANY = "Many answers were sent in a short time. Nothing you entered is lost: please send it again later."
BAIT = "website"
"""A field that people do not see: whoever fills it in is a program."""


class _TooMany(Exception):
    """More answers were sent than a form takes in a while."""


async def show(request: Request) -> Response:
    """The questions; the one page for every address at which nothing is asked."""
    found = await run_in_threadpool(_find, request.path_params["slug"])
    if found is None:
        return _nothing_here()
    return _form(*found, Sent(), source=_source(request.query_params.get("source", "")))


async def send(request: Request) -> Response:
    """Keep the answers and say thanks; what is wrong is said with everything that was entered kept."""
    if not from_our_pages(request.headers):
        return pages.not_from_here()
    found = await run_in_threadpool(_find, request.path_params["slug"])
    if found is None:
        return _nothing_here()
    workshop, asked = found
    given = await fields(request, MOST_FIELDS)
    sent, source = read(asked, given), _source(given.get("source", ""))
    if given.get(BAIT):
        return _thanks(workshop, asked)
    if sent.errors:
        return _form(workshop, asked, sent, 422, source)
    key = f"qualify\n{workshop.id}\n{given.get('once') or token_urlsafe()}"
    try:
        await run_in_threadpool(once, key, lambda: _keep(request, workshop, asked, sent, source))
    except _TooMany:
        return _form(workshop, asked, Sent(sent.choices, sent.contact, {"": TOO_MANY}), 429, source)
    except NotNow:
        return _nothing_here()
    except Refused as refused:
        return _form(workshop, asked, Sent(sent.choices, sent.contact, {"": str(refused)}), 503, source)
    return _thanks(workshop, asked)


def _find(slug: str) -> tuple[Workshop, Asked] | None:
    """The workshop with this address and what its form asks, if the form is open."""
    found = published.find(slug)
    form = found.workshop.self_qualification if found is not None else None
    if found is None or form is None or not form.open:
        return None
    asked = asked_by(form.form, found.signed.document)
    return (found.workshop, asked) if asked.questions else None


def _keep(request: Request, workshop: Workshop, asked: Asked, sent: Sent, source: str) -> bool:
    if not (VISITORS.take(client(request)) and FORMS.take(workshop.id)):
        raise _TooMany
    room = rooms().enter(workshop.id)
    if room is None:
        raise NotNow("This form is closed.")
    described = describe(reference(sent.contact), source)
    contact = {name: text for name, text in sent.contact.items() if text}
    take_prospect(room, rooms().ledger.assessments, described, answers(asked, sent), contact)
    return True


def _source(text: str) -> str:
    return line(text)[:SHORT]


def _form(workshop: Workshop, asked: Asked, sent: Sent, status: int = 200, source: str = "") -> Response:
    answer = pages.page(
        "qualify.html",
        status,
        company=workshop.company,
        offering=workshop.offering,
        form=asked.form,
        questions=asked.questions,
        asked=asked.fingerprint,
        contact=[_field(name, wish) for name, wish in asked.contact.items()],
        sent=sent,
        unknown=UNKNOWN,
        source=source,
        bait=BAIT,
        most=SHORT,
        once=token_urlsafe(16),
    )
    if status == 429:
        answer.headers["Retry-After"] = "600"
    return answer


def _field(name: str, wish: Wish) -> dict[str, object]:
    kind = "email" if name == "email" else "text"
    return {
        "name": name,
        "words": WORDS[name],
        "kind": kind,
        "complete": COMPLETE[name],
        "needed": wish is Wish.NEEDED,
    }


def _thanks(workshop: Workshop, asked: Asked) -> Response:
    return pages.page("qualify_thanks.html", company=workshop.company, thanks=asked.form.thanks)


def _nothing_here() -> Response:
    return pages.message(
        "Nothing is asked here", "This form does not exist, or it is closed. Nothing was sent.", 404
    )
