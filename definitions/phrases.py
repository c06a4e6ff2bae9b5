"""Small pieces of sentences: counts, points, hours, lists and quotations."""

from __future__ import annotations

from collections.abc import Sequence

from definitions.directions import isolated

SENTENCE_ENDS = ".!?:;\u2026\u061f\u3002\uff01\uff1f"
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLURALS = {"person": "people"}
"""Plurals that are not made with an s."""


def points(count: int) -> str:
    """A number of points in words: "1 point", "5 points"."""
    return f"{number(count)} {'point' if abs(count) == 1 else 'points'}"


def number(count: int) -> str:
    """A number as it is printed: thousands apart, a real minus sign."""
    return f"{count:,}".replace(",", "\u202f").replace("-", "\u2212")


def hours(count: int) -> str:
    """A number of business hours in words."""
    return f"{count} business {'hour' if count == 1 else 'hours'}"


def counted(count: int, noun: str) -> str:
    """A count and its noun, small numbers in words: "five questions"."""
    shown = SMALL_NUMBERS[count] if count < len(SMALL_NUMBERS) else number(count)
    return f"{shown} {noun if count == 1 else PLURALS.get(noun, f'{noun}s')}"


def listed(items: Sequence[str]) -> str:
    """Items as a list in a sentence: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def in_line(text: str) -> str:
    """Typed text as it stands inside a sentence: on one line, its writing direction kept apart."""
    return isolated(" ".join(text.split()))


def quoted(label: str) -> str:
    """An answer as it stands inside a sentence."""
    return f"\u201c{in_line(label)}\u201d"


def closed(sentence: str) -> str:
    """A sentence with a full stop, unless it already ends with a mark."""
    return sentence if sentence.rstrip("\u2069")[-1:] in SENTENCE_ENDS else f"{sentence}."
