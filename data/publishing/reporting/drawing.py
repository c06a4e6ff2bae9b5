"""Charts drawn on the server: a Vega-Lite specification as SVG, and as PNG. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import vl_convert

from data.publishing.typesetting import FONT_PACKAGES

Spec = Mapping[str, Any]
SCALE = 2.0
LOOKS = {
    "background": "white",
    "font": "Noto Sans",
    "padding": 4,
    "range": {"category": ["#006ba8", "#a65200", "#00795c", "#a8487f", "#6b665a", "#7d6300", "#2a7299"]},
    "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "domain": False,
             "ticks": False, "gridColor": "#e5e0d5", "labelColor": "#22282d", "titleColor": "#22282d"},
    "legend": {"labelFontSize": 12, "orient": "top", "title": None},
    "text": {"fontSize": 12, "color": "#22282d"},
    "title": {"fontSize": 14, "anchor": "start", "color": "#22282d"},
}  # fmt: skip
"""As charts look in the app in its light appearance; fonts are those that come along."""


def svg(spec: Spec) -> str:
    """The chart as SVG; the same specification always gives the same text."""
    _fonts_known()
    drawn: str = vl_convert.vegalite_to_svg(dict(spec), config=LOOKS, allowed_base_urls=[])
    return drawn


def png(spec: Spec, scale: float = SCALE) -> bytes:
    """The chart as PNG, ``scale`` pixels to each of its points."""
    made: bytes = vl_convert.svg_to_png(svg(spec), scale=scale)
    return made


@cache
def _fonts_known() -> None:
    for package in FONT_PACKAGES:
        vl_convert.register_font_directory(str(files(package)))
