"""A small web server for the built site that answers as GitHub Pages does, and brings the font of the tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from . import fonts

DAY = "5 January 2026"  # on which a host whose signal comes and goes says that it answers


class _Pages(SimpleHTTPRequestHandler):
    """Serve files; an unknown address gets the site's own 404.html, and one that no page has the font of the tests."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, sub_path: str, signal: threading.Event | None, **kwargs: object) -> None:
        self.sub_path, self.signal = sub_path, signal
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Give the file of an address."""
        return str(fonts.FILE) if path == fonts.ADDRESS else super().translate_path(path)

    def do_GET(self) -> None:
        """Answer, or drop the connection while there is no signal."""
        self.close_connection = bool(self.signal)
        if not self.signal or self.signal.is_set():
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as Pages does."""
        body = Path(self.directory, self.sub_path.strip("/"), "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, path: str) -> None:
        """Show no folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Let the browser keep what it has for ten minutes, or not at all where a signal comes and goes."""
        self.send_header("Cache-Control", "no-cache" if self.signal else "max-age=600")
        super().end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Say the day: an old one where a signal comes and goes, so that a copy can show from when it is."""
        return (
            "Mon, 05 Jan 2026 12:00:00 GMT"
            if self.signal and timestamp is None
            else super().date_time_string(timestamp)
        )

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests report what matters."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes a tab drops its connections."""


@contextmanager
def serve(host: Path, sub_path: str, signal: threading.Event | None = None) -> Iterator[str]:
    """Serve the folder of a host on a free port and give the address of the site below it.

    Where a signal is given, nothing is answered while it is not set.
    """
    server = _Server(("127.0.0.1", 0), partial(_Pages, directory=str(host), sub_path=sub_path, signal=signal))
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{sub_path}"
    server.shutdown()
    server.server_close()
