"""Proof of filing as it is shown: a file by its name, which leads to it, and what was typed as it was typed."""

import re

from handlers.views.links import link_to, with_links
from handlers.views.text import said

BETWEEN = "; "
"""What stands between the parts of a proof."""
_FILE = re.compile(r"(?P<name>\S.*\.\w{1,5}) (?P<address>https?://\S+)")


def proof_shown(proof: str) -> str:
    """Return a proof in mrkdwn: words, links, and files under their names."""
    return BETWEEN.join(_shown(part) for part in proof.split(BETWEEN))


def _shown(part: str) -> str:
    file = _FILE.fullmatch(part)
    if file is None or "://" in file["name"]:
        return with_links(part)
    return link_to(file["address"], said(file["name"], 150).replace("|", "/"))
