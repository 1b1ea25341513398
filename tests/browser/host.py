"""A built site served as a static host would: files kept in memory, connections kept open, 404.html, a prefix before every path."""

from __future__ import annotations

import contextlib
import mimetypes
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from urllib.parse import unquote, urlsplit

KINDS = {".js": "text/javascript", ".gz": "application/gzip"}
KEPT = "max-age=600"
"""How long a browser may keep an answer: as on Pages."""


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes  # of a file that is not there: the page that says so
    location: str | None = None

    @cached_property
    def tag(self) -> str:
        return f'"{sha256(self.body).hexdigest()[:16]}"'


@cache
def answer(site: Path, prefix: str, path: str) -> Answer:
    """What a host of the folder ``site`` under a prefix answers for a path; each file is read once."""
    names = unquote(path)[len(prefix) :].split("/")
    if not path.startswith(prefix) or ".." in names:
        return _lost(site, prefix)
    file = site.joinpath(*names)
    if file.is_dir() and names[-1]:
        return Answer(301, "text/html", b"", f"{path}/")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return _lost(site, prefix)
    kind = KINDS.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Answer(200, kind, file.read_bytes())


def _lost(site: Path, prefix: str) -> Answer:
    # Built for the root; for a path mkdocs puts it before every address (tests/publishing/pages/test_all_pages.py).
    body = (site / "404.html").read_bytes().replace(b'="/', f'="{prefix}'.encode())
    return Answer(404, "text/html; charset=utf-8", body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the end of an answer waits until its beginning is acknowledged: 40 ms
    wbufsize = -1
    server: _Host

    def do_GET(self) -> None:
        found = answer(self.server.site, self.server.prefix, urlsplit(self.path).path)
        same = found.status == 200 and self.headers.get("If-None-Match") == found.tag
        self.send_response(304 if same else found.status)
        if found.status == 200:
            self.send_header("Cache-Control", KEPT)
            self.send_header("ETag", found.tag)
        if found.location:
            self.send_header("Location", found.location)
        if not same:
            self.send_header("Content-Type", found.kind)
            self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD" and not same:
            self.wfile.write(found.body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Host(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: Path, prefix: str) -> None:
        self.site, self.prefix = site, prefix
        self._connections: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that browsers keep open."""
        for connection in self._connections.copy():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page waits for no answer."""


def serve(site: Path, prefix: str) -> Iterator[str]:
    """Serve a built site under a prefix; yields its address, an origin of its own: what a page stores is kept by it."""
    with _Host(site, prefix) as host:
        threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_address[1]}{prefix}"
        host.shutdown()
        host.hang_up()
