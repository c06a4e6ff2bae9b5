"""People's texts reach Streamlit in a form in which it finds nothing to make of them."""

from __future__ import annotations

import pytest

from pages.shared.text import label, plain

SIGNS = [
    "<->",
    "->",
    "<-",
    "--",
    ">=",
    "<=",
    "~=",
    ":smile:",
    "https://a.org",
    "www.a.org",
    "WWW.a.org",
    "a@b.org",
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("escape", [plain, label])
def test_no_sign_emoji_or_address_survives_once_markdown_has_read_its_backslashes(escape, sign: str) -> None:  # type: ignore[no-untyped-def]
    read = escape(f"a {sign} b").replace("\\", "")
    assert sign not in read
    assert read.replace("\u2060", "") == f"a {sign} b"
