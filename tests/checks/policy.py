"""The policy in each page's head that says what a browser may run: the scripts of this site and no others."""

import base64
import hashlib

from .built import BuiltPage, Site
from .fault import Fault, Faults, check

PARTIAL = "overrides/partials/policy.html"


def hashes(page: BuiltPage) -> set[str]:
    """Give the hash of each script that stands in a page, as a policy names it (CSP Level 3)."""
    scripts = page.tree.xpath("//script[not(@src)][not(@type) or @type='text/javascript' or @type='module']")
    digests = (hashlib.sha256((script.text or "").encode()).digest() for script in scripts)
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


@check("built")
def check_policy(page: BuiltPage, site: Site) -> Faults:
    """A page has one policy, before its first script; that it names the scripts of the site is a matter of derive."""
    policies = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy'][not(preceding::script)]")
    if len(policies) != 1:
        yield Fault(page.path, 0, f"put one policy before the first script, see {PARTIAL}: {len(policies)}")
