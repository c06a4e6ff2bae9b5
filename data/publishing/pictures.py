"""Pictures in the definition: named in its Markdown, put into each file in the way that fits it."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

CHART = "chart"
PICTURE = re.compile(r"\n\n!\[(?P<alt>[^\]\n]*)\]\(chart\)(?=\n)")


def picture(alt: str) -> str:
    """The place of the chart in the Markdown. ``alt``: what it shows, in our own words."""
    return f"![{alt}]({CHART})"


def described(source: str) -> str:
    """What the chart in the Markdown shows; empty if there is none."""
    found = PICTURE.search(source)
    return found["alt"] if found else ""


def without_pictures(source: str) -> str:
    """The Markdown without its pictures."""
    return PICTURE.sub("", source)


def embedded(source: str, draw: Callable[[], bytes]) -> str:
    """The Markdown with the chart in it, as a PNG; it is only drawn where there is one."""
    if not PICTURE.search(source):
        return source
    data = base64.b64encode(draw()).decode()
    return PICTURE.sub(lambda found: f"\n\n![{found['alt']}](data:image/png;base64,{data})", source)
