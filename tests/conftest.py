"""The site is built once per run, strictly, as a reader gets it: under a sub path, by the command line."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from pathlib import Path

import pytest

from . import builders
from .builders import Build
from .checks.built import Site
from .checks.fault import report
from .checks.guide import Guide
from .checks.readable import unreadable
from .project import ROOT, SITE_URL

BROWSER_TESTS = ROOT / "tests" / "browser"
MOST_WORKERS = 4
_FOLDER = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the deployment keep the very folder that was tested, and the weekly run look at more."""
    parser.addoption("--keep-site", metavar="FOLDER", help="copy the built site to this folder when the run is over")
    parser.addoption("--builder", choices=builders.BUILDERS, default="mkdocs", help="build the site with this engine")
    parser.addoption(
        "--all-pages", action="store_true", help="run the dear browser tests on every page, not on one of each kind"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Stop at once when the engine is not there, or a file that the tests read cannot be read."""
    if not is_worker(config) and (faults := list(unreadable(ROOT))):
        raise pytest.UsageError(report(faults))
    try:
        builders.program(config.getoption("--builder"))
    except FileNotFoundError as error:
        raise pytest.UsageError(str(error)) from None


def is_worker(config: pytest.Config) -> bool:
    """Say whether another process has started this one."""
    return hasattr(config, "workerinput")


def begin(config: pytest.Config) -> Path:
    """Begin the one build of this run, beside the tests that do not need it, and give the folder that it is in."""
    if _FOLDER not in config.stash:
        config.stash[_FOLDER] = folder = Path(tempfile.mkdtemp(prefix="physio-or-massage-"))
        building = threading.Thread(target=builders.build_into, args=(config.getoption("--builder"), folder))
        building.start()
        config.add_cleanup(lambda: (building.join(), shutil.rmtree(folder, ignore_errors=True)))
    return config.stash[_FOLDER]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell each worker where the build is."""
    node.workerinput["folder"] = str(begin(node.config))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A worker for each core serves the browser; without browser tests one process is quicker."""
    left_out = [Path(path).resolve() for path in config.getoption("ignore") or []]
    asked = [(config.invocation_params.dir / name.partition("::")[0]).resolve() for name in config.args]
    tested = [
        path for path in asked if path in (BROWSER_TESTS, *BROWSER_TESTS.parents) or BROWSER_TESTS in path.parents
    ]
    return min(os.cpu_count() or 1, MOST_WORKERS) if tested and BROWSER_TESTS not in left_out else 0


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give all tests of one page to one worker, and all tests that need no browser to another."""
    from xdist.scheduler import LoadScopeScheduling

    class ByPage(LoadScopeScheduling):
        """Split the tests by what they share."""

        def _split_scope(self, nodeid: str) -> str:
            path, _, name = nodeid.partition("::")
            if not path.startswith("tests/browser/"):
                return "without a browser"
            _, _, parameters = name.partition("[")
            page = parameters.partition(".html")[0] if ".html" in parameters else ""
            return page or path

    return ByPage(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin to build, and run first what needs no build, and the many tests of single pages last: no worker waits long
    for another at the end.

    With another engine, skip what is about MkDocs alone and expect what is known to differ; each says why.
    """
    items.sort(key=lambda item: ("build" in item.fixturenames, "visit" in item.fixturenames))
    if any("build" in item.fixturenames for item in items) and not config.option.collectonly and not is_worker(config):
        begin(config)
    builder = config.getoption("--builder")
    for item in items:
        about_mkdocs = item.get_closest_marker("mkdocs")
        if builder != "mkdocs" and about_mkdocs:
            item.add_marker(pytest.mark.skip(reason=about_mkdocs.args[0]))
        for name, reason in builders.DIFFERS.get(builder, {}).items():
            if item.nodeid.startswith(name):
                item.add_marker(pytest.mark.xfail(reason=reason, strict=True))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep the folder that was tested; a site that does not build is a failure, whatever was asked of it."""
    config, keep = session.config, session.config.getoption("--keep-site")
    if _FOLDER not in config.stash:
        return
    build = builders.built_in(begin(config))
    if not build.worked:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    elif keep:
        shutil.copytree(build.folder, ROOT / keep, dirs_exist_ok=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the tests of the site were skipped."""
    if _FOLDER in config.stash and not (build := builders.built_in(begin(config))).worked:
        terminalreporter.section(f"{config.getoption('--builder')} does not build the site")
        terminalreporter.write_line(build.output)


@pytest.fixture(scope="session")
def build(request: pytest.FixtureRequest) -> Build:
    """The one build of this run; its folder lies below a host folder, as on a project page."""
    given = getattr(request.config, "workerinput", {}).get("folder")
    return builders.built_in(Path(given) if given else begin(request.config))


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The source of this guide."""
    return Guide(ROOT)


@pytest.fixture(scope="session")
def site(build: Build, guide: Guide) -> Site:
    """The built site; when the build failed, test_site says why and the tests of the site are skipped."""
    if not build.worked:
        pytest.skip("the site does not build: see test_the_site_builds_strictly")
    return Site(build.folder, SITE_URL, guide)
