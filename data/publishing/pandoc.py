"""Pandoc, which turns the Markdown into other formats: sandboxed, and stopped when it takes too long."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

import pypandoc

READER = "commonmark-raw_html+pipe_tables+attributes"
MEMORY = ("+RTS", "-M1G", "-RTS")
SECONDS = 20
TEMPLATES = Path(__file__).parent / "templates"


class ConversionFailed(Exception):
    """The document could not be turned into this format; the message is for the person who asked."""


def convert(markdown: str, to: str, *options: str, reader: str = READER, made_at: int = 0) -> bytes:
    """The Markdown in another format; the same text always gives the same bytes.

    ``made_at`` is the time that the file says it was made, in seconds since 1970.
    """
    command = [_program(), *MEMORY, "--sandbox", f"--from={reader}", f"--to={to}", "--wrap=none"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(made_at)}
    try:
        done = subprocess.run(
            [*command, "--output=-", *options],
            input=markdown.encode(),
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env=environment,
        )
    except (subprocess.SubprocessError, OSError) as failure:
        raise ConversionFailed(
            "This file could not be made just now. Nothing is lost: try again, or take another format."
        ) from failure
    return done.stdout


def template(name: str) -> str:
    """The option that makes pandoc use one of our templates."""
    return f"--template={TEMPLATES / name}"


@cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())
