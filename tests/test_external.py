"""The code that visits other sites, tested against a server on this machine."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from .checks.external import check_visits, question, visit, visit_all
from .checks.fault import report

QUICK = {"tries": 2, "pause": 0.01}  # and 20 seconds for an answer: a machine under load is slow


class Host(BaseHTTPRequestHandler):
    """Answers /404 with 404 and so on, /later with 500 and then 200, and /never not at all."""

    asked: Counter[str] = Counter()

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        if self.path == "/never":
            time.sleep(5)
            return
        later = 500 if self.asked[self.path] == 1 else 200
        self.send_response({"/moved": 301, "/later": later}.get(self.path) or int(self.path.rpartition("/")[2]))
        self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """The address of a server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "result", "detail", "times"),
    [
        ("/200", "ok", "200", 1),
        ("/moved", "ok", "200, moved to ", 1),
        ("/later", "ok", "200", 2),
        ("/404", "broken", "404 Not Found", 1),
        ("/410", "broken", "410 Gone", 1),
        ("/403", "unsure", "403: the site refuses programs; open it by hand", 1),
        ("/429", "unsure", "429: the site refuses programs; open it by hand", 1),
        ("/500", "broken", "500 Internal Server Error", 2),
        ("/never", "broken", "no answer (timed out)", 2),
    ],
)
def test_each_answer_is_understood(host: str, path: str, result: str, detail: str, times: int) -> None:
    Host.asked.clear()
    found = visit(host + path, seconds=0.3 if path == "/never" else 20, **QUICK)
    assert (found.result, Host.asked[path]) == (result, times)
    assert found.detail.startswith(detail)


def test_a_host_that_is_not_there_is_broken() -> None:
    assert visit("http://127.0.0.1:9/", **QUICK).detail.startswith("no answer (")


def test_a_doi_is_asked_of_the_register_of_dois(host: str) -> None:
    doi, asked = "10.1016/S0140-6736(18)30480-X", "10.1016/S0140-6736%2818%2930480-X"
    assert question(f"https://doi.org/{doi}") == f"https://doi.org/api/handles/{asked}"
    assert question("https://www.nhs.uk/") == "https://www.nhs.uk/"
    assert visit("https://doi.org/10.1000/404", doi_service=f"{host}/doi/", **QUICK).result == "broken"


def test_broken_addresses_are_grouped_with_every_place(host: str) -> None:
    found = visit_all([host + "/200", host + "/404", host + "/404", host + "/403"], **QUICK)
    assert [one.result for one in found] == ["ok", "unsure", "broken"]
    places = {host + "/404": ["docs/b.md:3", "docs/a.md:1"]}
    said = f"docs/a.md:1, docs/b.md:3: mend or replace this address (404 Not Found): {host}/404"
    assert report(check_visits(found, places)) == said
