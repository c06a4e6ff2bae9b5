"""Whatever people type, every page opens; and no text escapes its place in Markdown."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from data.access import Identity
from pages.shared.menu import SCREENS
from pages.shared.text import breakable, label, plain
from tests.pages.hostile import HOST, TEXTS, Hostile, drafting, published
from tests.pages.rooms import FRAME

JOINER = "\u2060"
TEXT = st.text(st.one_of(st.characters(), st.sampled_from(string.punctuation + " \n\t")), max_size=80).filter(
    lambda text: not set(text) & {JOINER, "\u00a0"}
)
SIGN = re.compile(
    r":[\w+-]+:|:material/|:[a-z-]+\[|<-|->|--|=>|<=|>=|~=|https?://|www\.|\w@\w", re.IGNORECASE
)
"""What Streamlit makes a picture, an arrow, a colour or a link of, wherever it stands."""


def read_back(markdown: str) -> str:
    """What Markdown shows for a text in which each sign is escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(JOINER, "").replace("\u00a0", " ")


@given(TEXT)
def test_a_plain_text_reads_back_as_it_was_typed(text: str) -> None:
    lines = read_back(plain(text).replace("  \n", "\n")).split("\n")
    assert [line if line.strip() else "" for line in lines] == [
        line.replace("\t", "    ") if line.strip() else "" for line in text.split("\n")
    ]


@given(TEXT)
def test_a_label_reads_back_as_one_line_with_its_blanks_folded(text: str) -> None:
    assert read_back(label(text)) == " ".join(text.split())
    assert "\n" not in label(text)


@given(TEXT)
def test_every_sign_of_markdown_is_escaped(text: str) -> None:
    for shown in (plain(text), label(text)):
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", shown)
        assert not set(bare) & set(string.punctuation)


@given(TEXT)
def test_nothing_is_left_that_becomes_an_emoji_an_arrow_a_colour_or_a_link(text: str) -> None:
    for shown in (plain(text), label(text)):
        assert not SIGN.search(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown))


@given(TEXT)
def test_no_line_begins_like_a_block_or_ends_the_paragraph(text: str) -> None:
    for line in plain(text).split("\n"):
        assert not re.match(r"[ \t]|[-+*#>|=~`]", line)
        assert line.rstrip(" ") or plain(text) == ""


@given(TEXT)
def test_a_table_row_that_may_break_reads_the_same_and_no_escape_is_torn(text: str) -> None:
    row = breakable(label(text))
    assert read_back(row).replace("\u200b", "") == " ".join(text.split()).replace("\u200b", "")
    assert "\\\u200b" not in row


def test_only_long_words_may_break() -> None:
    assert breakable(label("Within six months, recommended")) == label("Within six months, recommended")
    assert breakable("a" * 25) == f"{'a' * 10}\u200b{'a' * 10}\u200b{'a' * 5}"


def open_every_page(made: Hostile, who: str) -> None:
    app = AppTest.from_file(FRAME, default_timeout=20)
    app.session_state["identity"] = Identity(made.room.id, made.id_of(who))
    app.run()
    for screen in SCREENS:
        app.switch_page(screen.file).run()
        assert not app.exception, (screen.file, app.exception[0])


@pytest.mark.parametrize("kind", TEXTS)
def test_every_page_of_a_workshop_full_of_it_opens(kind: str) -> None:
    for made in (drafting(TEXTS[kind]), published(TEXTS[kind])):
        open_every_page(made, "host")
    assert made.room.workshop().name_of(HOST) == made.typed["host"]
