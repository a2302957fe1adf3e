"""Links to other sites: their form is checked on every change, the sites are visited by the scheduled run alone."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from .fault import Fault

DOI = re.compile(r"https://doi\.org/(10\.\d{4,9}/[^\s\"<>]+)")
PUBMED = re.compile(r"https://pubmed\.ncbi\.nlm\.nih\.gov/\d{1,8}/")
PMC = re.compile(r"https://www\.ncbi\.nlm\.nih\.gov/pmc/articles/PMC\d+/")

# Every other host is here for a reason: it publishes a source, keeps a register, or made the tools that we credit.
HOSTS = {
    "health services and public bodies": {
        "111.wales.nhs.uk", "988.ca", "988lifeline.org", "health811.ontario.ca", "nslegislature.ca", "service-manual.nhs.uk",
        "www.cdc.gov", "www.citizensinformation.ie", "www.gov.bc.ca", "www.guysandstthomas.nhs.uk", "www.health.gov.au",
        "www.healthiertogether.nhs.uk", "www.ncbi.nlm.nih.gov", "www.nccih.nih.gov", "www.nhs.uk", "www.nhsinform.scot",
        "www.nice.org.uk", "www.nidirect.gov.uk", "www.ontario.ca", "www.tewv.nhs.uk", "www.who.int", "www2.hse.ie",
    },
    "registers and professional bodies": {
        "www.abmp.com", "www.ahpra.gov.au", "www.apta.org", "www.cmto.com", "www.cnhc.org.uk", "www.collegept.org", "www.coru.ie",
        "www.csp.org.uk", "www.fomtrac.ca", "www.fsbpt.org", "www.fsmtb.org", "www.hcpc-uk.org", "www.kngf.nl", "www.nhpcanada.org",
        "www.orthoguidelines.org", "www.thesma.org", "www.thesta.co.uk",
    },
    "journals without a DOI for the paper": {"www.jssm.org", "www.sciencedirect.com"},
    "charities": {"lifelineh2h.org.au", "www.cancer.org.au", "www.macmillan.org.uk", "www.samaritans.org"},
    "the host of this site and the makers of its theme": {"docs.github.com", "squidfunk.github.io"},
}
_KNOWN = frozenset().union(*HOSTS.values())


def check_form(path: str, line: int, url: str) -> Iterator[Fault]:
    """A link to another site is https, well formed, and a DOI, a PubMed entry or an address on a host of the named list."""
    parts = urlsplit(url)
    if parts.scheme != "https":
        yield Fault(path, line, f"write the https address: {url}")
    elif not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc) or re.search(r"[\s\"<>{}|\\^`]", url):
        yield Fault(path, line, f"mend this address, it is not well formed: {url}")
    elif re.search(r"[?&](utm_\w+|fbclid|gclid)=", url):
        yield Fault(path, line, f"remove the tracking part of this address: {url}")
    elif parts.netloc == "doi.org":
        if not DOI.fullmatch(url):
            yield Fault(path, line, f"write a DOI as https://doi.org/10.…/…: {url}")
    elif parts.netloc == "pubmed.ncbi.nlm.nih.gov":
        if not PUBMED.fullmatch(url):
            yield Fault(path, line, f"write a PubMed address as https://pubmed.ncbi.nlm.nih.gov/ and digits: {url}")
    elif parts.netloc not in _KNOWN:
        yield Fault(path, line, f"link to a DOI or an official site, or name the host with its reason in tests/checks/external.py: {url}")


class Visit(NamedTuple):
    """What came of one address: ok, broken, or unsure when the site refuses programs."""

    url: str
    result: str
    detail: str


def question(url: str, doi_service: str = "https://doi.org/api/handles/") -> str:
    """Give the address to ask: for a DOI the register of DOIs, since publishers refuse programs; otherwise the address."""
    match = DOI.fullmatch(url)
    return doi_service + quote(match[1], safe="/") if match else url


def visit(url: str, *, tries: int = 3, seconds: float = 20, pause: float = 2, doi_service: str = "https://doi.org/api/handles/") -> Visit:
    """Ask one address and say what came of it.

    tries is how often at most, seconds how long to wait for each answer, pause the seconds before the second try (they
    double after that). 2xx and followed redirects are ok; 401, 403, 405, 406 and 429 mean that the site refuses programs
    (unsure); every other answer, or none, is broken, and is asked again unless it says that the page is gone.
    """
    request = Request(question(url, doi_service), headers={"User-Agent": "Mozilla/5.0 (link check of a health guide)", "Accept": "*/*"})
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


def check_visits(visits: Iterable[Visit], places: dict[str, list[str]]) -> Iterator[Fault]:
    """An address that does not answer is a fault, named with every place that uses it."""
    for result in visits:
        if result.result == "broken":
            where = ", ".join(sorted(places.get(result.url, ["?"])))
            yield Fault(where, 0, f"mend or replace this address ({result.detail}): {result.url}")
