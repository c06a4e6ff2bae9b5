"""What the README promises is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manage import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_file_it_shows_or_links_to_is_there() -> None:
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert linked
    assert [target for target in linked if not (ROOT / target).exists()] == []


def test_its_table_has_every_setting_and_no_other() -> None:
    read = re.findall(r'_(?:text|whole)\("(\w+)"', (ROOT / "data/settings.py").read_text(encoding="utf-8"))
    told = re.findall(r"^\| `COMMON_TERMS_(\w+)`", README, re.MULTILINE)
    assert sorted(told) == sorted(set(read))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_it_tells_of_every_command(name: str) -> None:
    assert f"`python manage.py {name}" in README
