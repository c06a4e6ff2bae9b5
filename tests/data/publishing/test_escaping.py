"""Whatever a person typed shows as they typed it, through Markdown and back."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.publishing.escaping import escaped, plain
from data.publishing.pandoc import convert
from definitions.texts import tidy
from tests.data.publishing.reading import html_text, seen

TYPED = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]<>()#+-.!|~^$@&;:\"'=/%? \n\t1a"),
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=60,
)


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("R&D, within six months (or so): 5-10 %", "R&D, within six months (or so): 5-10 %"),
        ("1. one", "1\\. one"),
        ("- a", "\\- a"),
        ("C#", "C\\#"),
        ("a\n\nb", "a\\\n\u00a0\\\nb"),
        ("  indented", "\u00a0\u00a0indented"),
        ("&amp; :smile:", "\\&amp; \\:smile:"),
    ],
)
def test_plain_words_stay_readable_and_only_signs_are_held_back(typed: str, markdown: str) -> None:
    assert escaped(typed) == markdown


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED, min_size=1, max_size=8))
def test_any_text_is_read_back_as_typed(typed: list[str]) -> None:
    texts = [text for text in map(tidy, typed) if text and text == " ".join(text.split(" "))]
    page = convert("\n\n".join(f"{escaped(text)}\n\nnext" for text in texts), "html5")
    shown = html_text(page).split("\nnext\n")
    assert [_lines(text) for text in shown[: len(texts)]] == [_lines(_spelled(text)) for text in texts]


def _lines(text: str) -> list[str]:
    """The lines as they look: pandoc puts letters and their accents into one composed form."""
    return [normalize("NFC", seen(line)).strip() for line in text.strip("\n").split("\n")]


def _spelled(text: str) -> str:
    """Typed text with tabs as blanks and reordering marks as their numbers."""
    marks = {ord(c): f"[U+{ord(c):04X}]" for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
    return text.replace("\t", "    ").translate(marks)


@given(TYPED)
def test_a_cell_stays_on_one_line(typed: str) -> None:
    assert "\n" not in plain(" ".join(typed.split()))
