"""Whose row a row of a file is: the UID under which it was imported, without telling that UID to anybody.

A foreign UID may hold names (`hearing-of-smith@court`), and ours stand in every feed, even those that show code names
only. So a foreign one is never kept: what is kept is a fingerprint of it. An own one, from an export of ours, stays.
"""

import re
from collections.abc import Collection
from hashlib import sha256

from bot.calendars.events import OURS

_OWN = re.compile(r"[0-9a-f]{32}")


def is_own(uid: str) -> bool:
    """Return whether a docket of ours gave that UID."""
    return bool(_OWN.fullmatch(uid.removesuffix(OURS)))


def kept_uid(uid: str, *, case_id: int, taken: Collection[str], generation: int = 0) -> str:
    """Return the UID under which a row stands on the docket.

    Args:
        taken: UIDs of other cases: what has two places needs two names.
        generation: how often the row was imported and withdrawn before.
    """
    own = uid.removesuffix(OURS)
    if is_own(uid) and own not in taken and generation == 0:
        return own
    return sha256(f"{case_id}\n{generation}\n{uid}".encode()).hexdigest()[:32]
