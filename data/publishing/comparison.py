"""What changed between two versions, by the word: a page to read and to print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.publishing.dates import day
from data.publishing.escaping import escaped, escaped_line
from data.publishing.files import LANGUAGE
from data.publishing.pandoc import READER, convert, template
from definitions.comparison import Compared, Line, compared
from definitions.differences import ChangeKind
from definitions.document import SignedDocument
from definitions.enclosures import Fate

MARKS = {ChangeKind.ADDED: ("\ufdd2", "ins"), ChangeKind.REMOVED: ("\ufdd3", "del")}
END = "\ufdd4"
"""Unicode's characters for programs' own use: they mark pieces while the text around them is escaped."""
SPAN = re.compile(rb'<span class="(ins|del)">(.*?)</span>', re.DOTALL)
FATES = {Fate.ADDED: "New: {name}", Fate.REMOVED: "No longer part of it: {name}", Fate.CHANGED: "{name}"}
NOTHING = "No clause says anything else."


def comparison(before: SignedDocument, after: SignedDocument) -> bytes:
    """The page: what went is struck through, what came is underlined; no scripts, nothing fetched."""
    old, new = before.document, after.document
    made = convert(
        "\n\n".join(_blocks(before, after)) + "\n",
        "html5",
        template("definition.html"),
        f"--metadata=lang:{LANGUAGE}",
        f"--metadata=pagetitle:What changed from version {old.version} to version {new.version}",
        "--standalone",
        reader=f"{READER}+bracketed_spans",
    )
    return SPAN.sub(rb"<\1>\2</\1>", made)


def _blocks(before: SignedDocument, after: SignedDocument) -> Iterator[str]:
    old, new = before.document, after.document
    yield f"# What changed from version {old.version} to version {new.version}"
    yield "\\\n".join((escaped_line(new.company), _named(before), _named(after)))
    yield "[What went is struck through]{.del}, [what came is underlined]{.ins}, what stands is as it was."
    found = compared(old, new)
    if not found:
        yield NOTHING
    for clause in found:
        yield from _clause(clause)


def _named(signed: SignedDocument) -> str:
    since = f", in force from {day(signed.published_at)}" if signed.published_at is not None else ""
    return f"Version {signed.document.version}{since} (SHA-256 `{signed.sha256}`)"


def _clause(clause: Compared) -> Iterator[str]:
    yield f"## {FATES[clause.fate].format(name=escaped_line(clause.name))}"
    for line in clause.lines:
        head = f"**{escaped_line(line.what)}:** " if line.what else ""
        yield f"{head}{_words(line)}"


def _words(line: Line) -> str:
    """The line's words with their marks."""
    text = escaped("".join(_marked(piece.kind, piece.text) for piece in line.pieces))
    for begin, kind in MARKS.values():
        text = re.sub(f"{begin}(.*?){END}", rf"[\1]{{.{kind}}}", text, flags=re.DOTALL)
    return text


def _marked(kind: ChangeKind, text: str) -> str:
    text = re.sub("[\ufdd2-\ufdd4]", "\ufffd", text)
    return f"{MARKS[kind][0]}{text}{END}" if kind in MARKS else text
