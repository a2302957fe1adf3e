"""The scheduled visit to other sites: does each address that the guide links to still answer?"""

import re
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from .fault import Fault, Faults

DOI = re.compile(r"https://doi\.org/(10\.\d{4,9}/[^\s\"<>]+)")
DOI_SERVICE = "https://doi.org/api/handles/"  # asks the register of DOIs, since publishers refuse programs


class Visit(NamedTuple):
    """What came of one address: ok, broken, or unsure when the site refuses programs."""

    url: str
    result: str
    detail: str


def question(url: str, doi_service: str = DOI_SERVICE) -> str:
    """Give the address to ask: for a DOI that of the register of DOIs, otherwise the address."""
    match = DOI.fullmatch(url)
    return doi_service + quote(match[1], safe="/") if match else url


def visit(url: str, *, tries: int = 3, seconds: float = 20, pause: float = 2, doi_service: str = DOI_SERVICE) -> Visit:
    """Ask one address and say what came of it.

    tries is how often at most, seconds how long to wait for each answer, pause the seconds before the second try (they
    double after that). 2xx and followed redirects are ok; 401, 403, 405, 406 and 429 mean that the site refuses
    programs (unsure); every other answer, or none, is broken, and is asked again unless it says that the page is gone.
    """
    headers = {"User-Agent": "Mozilla/5.0 (link check of a health guide)", "Accept": "*/*"}
    request = Request(question(url, doi_service), headers=headers)
    detail = ""
    for number in range(tries):
        if number:
            time.sleep(pause * 2 ** (number - 1))
        try:
            with urlopen(request, timeout=seconds) as answer:
                moved = "" if answer.url == request.full_url else f", moved to {answer.url}"
                return Visit(url, "ok", f"{answer.status}{moved}")
        except HTTPError as error:
            error.close()
            if error.code in (401, 403, 405, 406, 429):
                return Visit(url, "unsure", f"{error.code}: the site refuses programs; open it by hand")
            detail = f"{error.code} {error.reason}"
            if error.code in (404, 410):
                break
        except (URLError, TimeoutError, ConnectionError, OSError) as error:
            reason = getattr(error, "reason", error)
            detail = f"no answer ({reason})"
    return Visit(url, "broken", detail)


def visit_all(urls: Iterable[str], *, at_once: int = 4, **settings) -> list[Visit]:
    """Visit each address once, a few at a time, in the order of the addresses; settings go to visit."""
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(lambda url: visit(url, **settings), sorted(set(urls))))


def check_visits(visits: Iterable[Visit], places: dict[str, list[str]]) -> Faults:
    """An address that does not answer is a fault, named with every place that uses it."""
    for result in visits:
        if result.result == "broken":
            where = ", ".join(sorted(places.get(result.url, ["?"])))
            yield Fault(where, 0, f"mend or replace this address ({result.detail}): {result.url}")
