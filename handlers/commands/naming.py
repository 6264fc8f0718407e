"""How much the names in a picture or a file tell, as somebody typed it."""

import re

from bot.timeline import Naming

_CODE_NAMES = re.compile(r"\bcode[ -]?names?\b", re.IGNORECASE)
_CAPTIONS = re.compile(r"\bcaptions?\b", re.IGNORECASE)


def naming_and_rest(text: str) -> tuple[Naming, str]:
    """Return which names were asked for, and the rest: those of the cards in Slack, unless something else was typed.

    So a case that has a code name leaves Slack under it, until somebody types `captions`.
    """
    for pattern, naming in ((_CODE_NAMES, Naming.CODE), (_CAPTIONS, Naming.CAPTION)):
        if pattern.search(text):
            return naming, " ".join(pattern.sub(" ", text).split())
    return Naming.KNOWN, text
