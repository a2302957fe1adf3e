"""The policy in each page's head that says what a browser may run: the scripts of this site and no others."""

import base64
import hashlib
import re

from .built import BuiltPage, Site
from .fault import Fault, Faults, check

PARTIAL = "overrides/partials/policy.html"
COMMAND = "python -m tests.derive"


def hashes(page: BuiltPage) -> set[str]:
    """Give the hash of each script that stands in a page, as a policy names it (CSP Level 3)."""
    scripts = page.tree.xpath("//script[not(@src)][not(@type) or @type='text/javascript' or @type='module']")
    digests = (hashlib.sha256((script.text or "").encode()).digest() for script in scripts)
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


def named(policy: str) -> set[str]:
    """Give the hashes that a policy names."""
    return set(re.findall(r"'sha256-[^']+'", policy))


@check("built")
def check_policy(page: BuiltPage, site: Site) -> Faults:
    """A page has a policy before its first script, and the policy names each script that stands in the page."""
    policies = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy'][not(preceding::script)]/@content")
    if len(policies) != 1:
        yield Fault(page.path, 0, f"put one policy before the first script, see {PARTIAL}: {len(policies)}")
        return
    for missing in sorted(hashes(page) - named(policies[0])):
        yield Fault(page.path, 0, f"run `{COMMAND}`, the policy does not know a script of this page: {missing}")


@check("site")
def check_policy_is_needed(site: Site) -> Faults:
    """The policy names no script that stands in no page."""
    used = set().union(*map(hashes, site.pages.values()))
    policies = "".join(
        page.tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        for page in site.pages.values()
    )
    for unused in sorted(named(policies) - used):
        yield Fault(PARTIAL, 0, f"run `{COMMAND}`, no page has a script with this hash: {unused}")
