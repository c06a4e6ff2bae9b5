"""Evidence lights: whether a promise is kept, by colour, sign and word."""

from __future__ import annotations

from definitions.measures.evidence import Light

BADGES = {
    Light.GREEN: ":green-badge[:material/check: Kept]",
    Light.AMBER: ":orange-badge[:material/arrow_downward: Below the promise]",
    Light.RED: ":red-badge[:material/priority_high: Far below the promise]",
    Light.UNKNOWN: ":gray-badge[:material/help: Cannot know yet]",
}
NOTHING = ":gray-badge[:material/remove: Nothing promised]"


def light_badge(found: Light | None) -> str:
    """A light as Markdown; ``None``: nothing is promised."""
    return BADGES[found] if found is not None else NOTHING
