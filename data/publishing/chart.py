"""The chart of the evidence, as SVG: what share of leads, and of wins, each threshold lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from definitions.enclosures import CurvePoint, Evidence
from definitions.phrases import number, points
from definitions.threshold import Threshold

WIDTH, HEIGHT = 480, 300
LEFT, RIGHT, TOP, BOTTOM = 52, 466, 66, 246
TICKS = 6
LEGEND_GAP = 200
LEADS, WINS = "Leads that qualify", "Wins among them"
STROKES = {LEADS: ("leads", "#1f5f74", ""), WINS: ("wins", "#a8501c", ' stroke-dasharray="7 4"')}
"""The two lines: their class, colour and dashes, so that nothing is said by colour alone."""


ON_PAPER = ' style="background: #fffdf8; color: #22282d"'


def chart(found: Evidence, threshold: Threshold, alt: str = "", on_paper: bool = False) -> str:
    """The chart. Letters and axes are in the colour of the text around them; ``alt`` is in our own words.

    ``on_paper``: on a light ground of its own, for where nobody knows what is around it.
    """
    lines = {LEADS: (found.leads, _leads), **({WINS: (found.won, _won)} if found.won else {})}
    shapes = [*_axes(found.curve), _own(found.curve, threshold)]
    for place, (name, (whole, value)) in enumerate(lines.items()):
        shapes += [_line(name, found.curve, whole, value), _legend(name, LEFT + place * LEGEND_GAP)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{alt}" font-family="Noto Sans, Segoe UI, Helvetica, Arial, sans-serif" font-size="13" '
        f'fill="currentColor"{ON_PAPER if on_paper else ""}>{"".join(shapes)}</svg>'
    )


def _leads(point: CurvePoint) -> int:
    return point.qualified


def _won(point: CurvePoint) -> int:
    return point.won


def _x(curve: tuple[CurvePoint, ...], threshold: float) -> float:
    first, last = curve[0].threshold, curve[-1].threshold
    return LEFT + (RIGHT - LEFT) * (threshold - first) / max(last - first, 1)


def _y(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * share


def _line(name: str, curve: tuple[CurvePoint, ...], whole: int, value: Callable[[CurvePoint], int]) -> str:
    """One line: what holds at a threshold holds from the one before it."""
    drawn = ""
    for point in curve:
        x, y = _x(curve, point.threshold), _y(value(point) / max(whole, 1))
        drawn += f"V{y:.1f}H{x:.1f}" if drawn else f"M{x:.1f} {y:.1f}"
    kind, colour, dashes = STROKES[name]
    return f'<path class="{kind}" d="{drawn}" fill="none" stroke="{colour}" stroke-width="2.5"{dashes}/>'


def _legend(name: str, x: float) -> str:
    kind, colour, dashes = STROKES[name]
    return (
        f'<path class="{kind}" d="M{x} 17H{x + 34}" stroke="{colour}" stroke-width="2.5"{dashes}/>'
        f'<text x="{x + 42}" y="21">{name}</text>'
    )


def _axes(curve: tuple[CurvePoint, ...]) -> Iterator[str]:
    for share in (0, 0.5, 1):
        y = _y(share)
        yield f'<path d="M{LEFT} {y:.1f}H{RIGHT}" stroke="currentColor" stroke-opacity=".2"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4.5:.1f}" text-anchor="end">{share * 100:.0f} %</text>'
    for tick in _ticks(curve[0].threshold, curve[-1].threshold):
        yield f'<text x="{_x(curve, tick):.1f}" y="{BOTTOM + 20}" text-anchor="middle">{number(tick)}</text>'
    yield (
        f'<text x="{(LEFT + RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">'
        "Points from which a lead goes to sales</text>"
    )


def _ticks(first: int, last: int) -> range:
    """Round numbers along the axis, at most six or so."""
    step = 1
    while (last - first) / step > TICKS:
        step = _next_round(step)
    return range(-(-first // step) * step, last + 1, step)


def _next_round(step: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50 and so on."""
    return step * 5 // 2 if str(step).startswith("2") else step * 2


def _own(curve: tuple[CurvePoint, ...], threshold: Threshold) -> str:
    """The definition's own threshold: a line with its name."""
    x = _x(curve, threshold.qualified_from)
    anchor = "end" if x > (LEFT + RIGHT) / 2 else "start"
    return (
        f'<path d="M{x:.1f} {TOP - 12}V{BOTTOM}" stroke="currentColor" stroke-width="1.5"/>'
        f'<text x="{x:.1f}" y="{TOP - 18}" text-anchor="{anchor}" font-weight="bold">'
        f"As agreed: from {points(threshold.qualified_from)}</text>"
    )
