"""How a benchmark is asked for its numbers, and how it tells them: in words, or as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

json_option = click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
leads_option = click.option("--leads", default=1_000_000, show_default=True, help="How many leads.")


def tell(numbers: Mapping[str, Any], words: str, as_json: bool) -> None:
    """Print what was measured."""
    click.echo(json.dumps(numbers, indent=2) if as_json else words)


def tell_of_leads(
    measure: Callable[[Path, int], dict[str, object]], leads: int, sentence: str, as_json: bool
) -> None:
    """Measure so many leads in a folder that is removed; ``sentence`` takes the numbers by their names."""
    with TemporaryDirectory() as place:
        numbers = measure(Path(place), leads)
    tell(numbers, sentence.format(**numbers), as_json)
