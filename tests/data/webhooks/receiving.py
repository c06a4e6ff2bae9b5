"""Another system, for tests: a real HTTP server that keeps what it is told, and fails as it is asked to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep


@dataclass
class Receiver:
    """Where it is, and every request that came: path, headers with lower-case names, body."""

    url: str = ""
    heard: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def receiver(
    answers: Sequence[int] = (200,), wait: float = 0.0, certificate: Path | None = None
) -> Iterator[Receiver]:
    """It answers with these codes in turn, the last one from then on; over TLS with a certificate."""
    found = Receiver()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.heard.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
            sleep(wait)
            status = answers[min(len(found.heard), len(answers)) - 1]
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{found.url}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    if certificate is not None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    found.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
