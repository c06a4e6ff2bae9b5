"""Everything that one person's browser receives: each page, unfolded; pushes; files that pages offer."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.streamlit_client import Run
from benchmarks.tabs import Tab
from data.access import COOKIE_NAME, Identity, seal_cookie
from pages.shared.menu import SCREENS
from tests.data.publishing.reading import docx_text, html_text, pdf_text
from tests.e2e.server import Server

FOLDS = {"Expandable", "Popover", "Expander"}
READERS = {"pdf": pdf_text, "docx": docx_text, "": html_text, "html": html_text}
FORMATS = ("", ".json", ".md", ".docx", ".pdf")


class Receiver(Tab):
    """One person with a tab open, who keeps every byte that comes."""

    def __init__(self, server: Server, identity: Identity) -> None:
        """Visits the home page and listens for changes."""
        self.received: dict[str, str] = {}
        self._url, self._cookie = server.url, f"{COOKIE_NAME}={seal_cookie((identity,))}"
        super().__init__(server.url, self._cookie)
        self._take("home", self._session.open())

    def look_everywhere(self) -> None:
        """Visit every page, unfold what can be unfolded, and take every file that is offered."""
        for screen in SCREENS:
            run = self._session.open(screen.address)
            self._take(screen.address, run)
            for key, widget in run.widgets.items():
                if type(widget).__name__ in FOLDS:
                    self._take(f"{screen.address}: {key}", self._session.set({key: True}))
        self._hear()

    def read_files(self, slug: str) -> None:
        """The definition at its address, in every form."""
        for form in FORMATS:
            body = self.fetch(f"/definition/{slug}{form}")
            self._keep(f"definition{form}", READERS.get(form.removeprefix("."), bytes.decode)(body))

    def fetch(self, path: str) -> bytes:
        """What an address gives this person."""
        asked = urllib.request.Request(f"{self._url}{path}", headers={"Cookie": self._cookie})
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as refused:
            return bytes(refused.read())

    def where(self, text: str) -> list[str]:
        """The places in which a text was received."""
        return [place for place, all_of_it in self.received.items() if text in all_of_it]

    def forget(self) -> None:
        """Begin anew with what is received."""
        self.received.clear()

    def _take(self, place: str, run: Run) -> None:
        assert not run.errors, (place, run.errors)
        for message in run.messages:
            self._keep(place, message.SerializeToString().decode("utf-8", errors="ignore"))
        for offered in _files(run):
            self._keep(f"{place}, a file", self.fetch(offered).decode("utf-8", errors="ignore"))

    def _hear(self) -> None:
        try:
            while True:
                self._keep("changes", str(self._changes.recv(timeout=0.3)))
        except TimeoutError:
            return

    def _keep(self, place: str, text: str) -> None:
        self.received[place] = f"{self.received.get(place, '')}\n{text}"


def _files(run: Run) -> Iterator[str]:
    """The addresses of the files that a run's buttons offer."""
    for element in run.elements:
        holder: Any = getattr(element, str(element.WhichOneof("type")))
        url = str(getattr(holder, "url", ""))
        if url.startswith("/media/"):
            yield url


def kept_besides_the_record(folder: Path) -> dict[str, str]:
    """What the server has written, its log included, but for the record itself, by the file's name."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("record.")]
    return {path.name: path.read_bytes().decode("utf-8", errors="ignore") for path in files}
