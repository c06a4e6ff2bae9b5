"""The few plain HTML pages that people see outside the app. Everything shown is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from alignment.actions.joining import NO_WAY_IN
from http_routes.base_path import home

TOO_MANY = "There were too many wrong links from here. Please wait a minute and try again."
NOT_FROM_HERE = "This form was sent from another site, so nothing was done. Open your link again instead."

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)


def page(template: str, status: int = 200, **shown: object) -> HTMLResponse:
    """A page from a template; ``home`` in it is the app's path on this server."""
    html = _templates.get_template(template).render(home=home(), **shown)
    return HTMLResponse(html, status)


def message(title: str, text: str, status: int) -> HTMLResponse:
    """A page that says one thing."""
    return page("message.html", status, title=title, text=text)


def no_way_in() -> HTMLResponse:
    """The one page for every link that opens nothing: no hint whether it ever did."""
    return message("This link does not work", NO_WAY_IN, 404)


def too_many() -> HTMLResponse:
    """The page for somebody who tried too many wrong links."""
    answer = message("Please wait", TOO_MANY, 429)
    answer.headers["Retry-After"] = "60"
    return answer


def not_from_here() -> HTMLResponse:
    """The page for a form that another site sent."""
    return message("Nothing was done", NOT_FROM_HERE, 403)
