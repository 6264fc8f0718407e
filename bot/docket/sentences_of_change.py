"""What a plain sentence tells of something that stands on the docket already: "the hearing H15 moved to 11 June".

Such a sentence records nothing new: whoever took it for a new hearing would leave the old one standing beside it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.docket.sentences import kind_of
from storage.docket import EntryKind


class Deed(StrEnum):
    """What happened to a hearing or a deadline."""

    MOVED = "moved"
    ADJOURNED = "adjourned"
    VACATED = "vacated"
    HELD = "held"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOf:
    """What happened, and to which: `refs` are the short ids that the sentence names, as they are written."""

    deed: Deed
    refs: tuple[str, ...]


_HEARING_REF = re.compile(r"(?<![\w-])H\d{1,6}(?![\w-])", re.IGNORECASE)
_DEADLINE_REF = re.compile(r"(?<![\w-])D\d{1,6}(?![\w-])", re.IGNORECASE)
_HAPPENED = (
    (Deed.VACATED, r"vacated|cancell?ed|called off|(?:taken )?off (?:the )?calendar|dropped|not take place"),
    (Deed.ADJOURNED, r"adjourned|continued"),
    (
        Deed.MOVED,
        r"now (?:on|at|set|scheduled)|moved|re-?scheduled|re-?set|postponed|put off|pushed|brought forward|delayed",
    ),
    (Deed.HELD, r"(?:was|were|been|got|is) (?:held|heard|argued)|took place|has taken place|(?:is|was) over|reserved"),
)
_WISHED = (
    (Deed.VACATED, r"vacate|cancel|call off|take off calendar|drop"),
    (Deed.ADJOURNED, r"adjourn|continue"),
    (Deed.MOVED, r"move|re-?schedule|postpone|put off|push(?: back)?|bring forward|advance|delay|defer|change"),
)
_TELLS = tuple((deed, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for deed, words in _HAPPENED)
_WISHES = tuple(
    (
        deed,
        re.compile(
            rf"^(?:please |pls |kindly |(?:can|could|would|will) you (?:please )?)?(?:{words})\b", re.IGNORECASE
        ),
    )
    for deed, words in _WISHED
)
_DONE = re.compile(r"\b(?:done|filed|served|complete|completed|finished|met|lodged|submitted)\b", re.IGNORECASE)
_HEARINGS = frozenset({EntryKind.HEARING, None})


def told_of(sentence: str) -> ToldOf | None:
    """Return what a sentence tells of a hearing or a deadline that stands already; None if it tells of neither."""
    words = " ".join(sentence.split())
    deadlines, hearings = _refs(_DEADLINE_REF, words), _refs(_HEARING_REF, words)
    if deadlines and not hearings and _DONE.search(words):
        return ToldOf(deed=Deed.DONE, refs=deadlines)
    if not hearings and kind_of(words) is not EntryKind.HEARING:
        return None
    if hearings and kind_of(words) not in _HEARINGS:
        return None
    deed = next((deed for deed, pattern in (*_WISHES, *_TELLS) if pattern.search(words)), None)
    return ToldOf(deed=deed, refs=hearings) if deed else None


def _refs(pattern: re.Pattern[str], words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found[0].upper() for found in pattern.finditer(words)))
