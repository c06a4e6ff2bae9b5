"""People's own words, set apart."""

from __future__ import annotations

from pages.shared.text import plain


def quoted(words: str) -> str:
    """What somebody wrote, as a quotation in Markdown."""
    return "> " + plain(words).replace("\n", "\n> ")
