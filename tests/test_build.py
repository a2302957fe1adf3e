"""The strict build, the settings that make it strict, and the files that GitHub Pages needs."""

from mkdocs.utils.yaml import yaml_load

from .checks.fault import report
from .checks.markdown_source import check_snippets
from .project import CONFIG, EDIT_URI, SITE_URL


def test_the_site_builds_strictly(build):
    assert build.worked, f"`mkdocs build --strict` failed:\n{build.output}"


def test_the_site_has_what_its_host_needs(site):
    missing = {"index.html", "404.html", "sitemap.xml", "search/search_index.json"} - site.files
    assert not missing, f"mkdocs build did not write: {missing}"
    assert SITE_URL in site.text("sitemap.xml")


def test_validation_warns_about_everything_that_it_can():
    with CONFIG.open(encoding="utf-8") as file:
        config = yaml_load(file)
    assert config["validation"] == dict.fromkeys(("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn")
    assert "strict" not in config, "pass --strict on the command line, so that a half-written page does not stop the preview: strict"
    assert "hooks" not in config, "no Python runs in the build: hooks"
    assert "repo_url" not in config, "the theme would call the host's API from every browser: repo_url"
    assert [list(plugin) for plugin in config["plugins"]] == [["search"]], f"the build needs no other plugin: {config['plugins']}"
    assert not report(check_snippets("mkdocs.yml", config))


def test_snippets_without_check_paths_are_refused():
    message = "mkdocs.yml: set check_paths: true, or a missing file goes unseen: pymdownx.snippets"
    assert report(check_snippets("mkdocs.yml", {"markdown_extensions": ["pymdownx.snippets"]})) == message
    assert report(check_snippets("mkdocs.yml", {"markdown_extensions": [{"pymdownx.snippets": {"check_paths": False}}]})) == message
    assert not report(check_snippets("mkdocs.yml", {"markdown_extensions": ["tables", {"pymdownx.snippets": {"check_paths": True}}]}))


def test_the_edit_link_comes_from_the_environment_alone(site):
    address = f'<a href="{EDIT_URI}index.md">Suggest a change to this page</a>'
    assert (address in site.text("index.html")) == bool(EDIT_URI)
