"""Weigh this site, the theme as it comes and plain HTML, in one run: python -m tests.bench [page …].

All three are built from the same text and served from this machine, gzipped, by HTTP/2 with TLS. Lighthouse, in the
version below, opens each page on a phone's screen with an empty cache. It counts bytes and requests, and reckons what
comes of them on a slow phone line (its own simulation: 1.6 Mbit/s, 150 ms, a quarter of the processor): the largest
contentful paint, the layout shift and its three other scores, each the median of RUNS. The last column sets the paint
beside that of plain HTML. Figures of two runs are not to be compared: the load of the machine goes into them.

It needs Node.js, OpenSSL and Hypercorn (pip install hypercorn), none of which the site or its tests need.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import yaml
from lxml import html

from ..builders import build, program
from ..project import DOCS, SUB_PATH
from .host import serve

LIGHTHOUSE = "lighthouse@13.5.0"
RUNS = 3
PAGES = ["", "problems/back-pain/", "choose/", "plans/achilles/", "therapies/", "booking/find-someone/", "about/"]
PAGES += ["urgent-signs/", "evidence/"]
COLUMNS = ["page", "site", "kB", "requests", "LCP s", "shift", "access", "practice", "SEO", "to plain"]


def stock(host: Path) -> None:
    """Build the same pages with the theme as it comes."""
    links = ["about/glossary.md:links", "evidence/references.md:links"]
    settings = {
        "site_name": "Physio or massage?",
        "docs_dir": str(DOCS),
        "theme": {"name": "material", "font": False},
        "markdown_extensions": [
            "admonition", "attr_list", "md_in_html", "tables",
            {"pymdownx.snippets": {"base_path": str(DOCS), "auto_append": links}},
        ],
    }  # fmt: skip
    config = host / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [*program("mkdocs"), "build", "-q", "-f", str(config), "-d", str(host / SUB_PATH.strip("/"))]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def plain(built: Path, host: Path) -> None:
    """Write the article of each page as HTML with nothing else: no style, no class, no script."""
    articles = {path: html.parse(str(path)).find(".//article") for path in built.rglob("index.html")}
    for path, there in articles.items():
        if there is None:  # where a page was that has moved
            continue
        article = copy.deepcopy(there)
        for element in article.xpath(".//*[contains(@class, 'headerlink')] | .//script"):
            element.drop_tree()
        for element in article.iter():
            for name in set(element.attrib) - {
                "href",
                "id",
                "src",
                "alt",
                "d",
                "viewbox",
                "width",
                "height",
                "colspan",
            }:
                del element.attrib[name]
        target = host / SUB_PATH.strip("/") / path.relative_to(built)
        target.parent.mkdir(parents=True, exist_ok=True)
        head = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        )
        text = html.tostring(article, encoding="unicode")
        target.write_text(f"{head}<title>Plain</title><link rel=icon href=data:,>{text}", encoding="utf-8")


def reckoned(url: str) -> list[float]:
    """Give what Lighthouse says of a page: kB, requests, paint in seconds, shift and scores; medians of RUNS."""
    runs = []
    for _ in range(RUNS):
        flags = "--headless=new --no-sandbox --disable-gpu --ignore-certificate-errors"
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            command = ["npx", "--yes", LIGHTHOUSE, url, "--output=json", f"--output-path={file.name}"]
            command += ["--quiet", f"--chrome-flags={flags}"]
            environment = {"CHROME_PATH": "/usr/bin/chromium", **os.environ}
            subprocess.run(command, capture_output=True, env=environment, timeout=300, check=True)
            report = json.loads(Path(file.name).read_text(encoding="utf-8"))
        audits, scores = report["audits"], report["categories"]
        requests = [one for one in audits["network-requests"]["details"]["items"] if one["url"].startswith("http")]
        runs.append(
            [
                audits["total-byte-weight"]["numericValue"] / 1000,
                len(requests),
                audits["largest-contentful-paint"]["numericValue"] / 1000,
                audits["cumulative-layout-shift"]["numericValue"],
                *(100 * scores[name]["score"] for name in ("accessibility", "best-practices", "seo")),
            ]
        )
    return [median(column) for column in zip(*runs, strict=True)]


@contextmanager
def sites() -> Iterator[dict[str, str]]:
    """Build the three sites, serve them, and give the address of each."""
    with tempfile.TemporaryDirectory() as folder:
        folders = {name: Path(folder, name) for name in ("plain", "stock", "ours")}
        for path in folders.values():
            path.mkdir()
        built = build("mkdocs", folders["ours"])
        if not built.worked:
            raise SystemExit(f"mend the site first, it does not build:\n{built.output}")
        plain(built.folder, folders["plain"])
        stock(folders["stock"])
        with serve(Path(folder)) as address:
            yield {name: f"{address}{name}{SUB_PATH}" for name in folders}


def main(pages: list[str]) -> None:
    """Print the table, a page and a site a line."""
    print("| " + " | ".join(COLUMNS) + " |\n" + "|---" * len(COLUMNS) + "|")
    with sites() as addresses:
        for page in pages:
            limit = 0.0
            for name, base in addresses.items():
                size, requests, paint, shift, *scores = reckoned(base + page)
                limit = limit or paint
                cells = [
                    f"{size:.1f}",
                    f"{requests:.0f}",
                    f"{paint:.2f}",
                    f"{shift:.3f}",
                    *(f"{one:.0f}" for one in scores),
                ]
                print(f"| {' | '.join([page or 'home', name, *cells, f'{paint / limit:.2f}'])} |", flush=True)


if __name__ == "__main__":
    main([page.strip("/") + "/" for page in sys.argv[1:]] or PAGES)
