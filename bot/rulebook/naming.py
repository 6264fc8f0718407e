"""What people may mean by the name of a rule: comments left off, words put in order, a part for the whole."""

import re
from collections.abc import Iterable, Iterator

_NOISE = re.compile(r"[\s,§]+|\.(?!\d)|(?<!\d)\.")
_WORDS = re.compile(r"rules?\b|articles?\b|\bart\b\.?", re.IGNORECASE)
_BEHIND_A_DASH = re.compile(r"\s+[-\u2013\u2014:].*$|\s*[\u2013\u2014:;#].*$")
_IN_PARENTHESES = re.compile(r"\s+\([^()]*\)\s*$")
_NUMBER_FIRST = re.compile(
    r"\s*(?:articles?|art\.?|rules?|§)\s*([\d][\w().-]*)\s*,?\s*(?:of\s+)?(?:the\s+)?(\D.*)", re.IGNORECASE
)
_CODE = re.compile(r"\D*")
_LAST_PART = re.compile(r"\([^()]*\)$")
_DOTTED = ("sctr", "supctr", "supremecourt")  # Rule 13.1 is a part of Rule 13 there; FRCP 5.1 is none of FRCP 5
_CRIMINAL = ("frcrp", "fedrcrimp", "federalofcriminalprocedure")  # in plain words: “Federal Rule of ...” among them
_CRIMINAL_NOT_HELD = (
    "The Federal Rules of Criminal Procedure are not held as rules. "
    "Count the period itself: adquem count --method frcrp."
)


def plainly(name: str) -> str:
    """Return a name without what people write differently: capitals, spaces, dots behind letters, the word “rule”."""
    return _NOISE.sub("", _WORDS.sub("", name).lower())


def meanings(name: str) -> Iterator[str]:
    """Yield a name, then the same without a comment behind it, or with the code put before the number."""
    for words in dict.fromkeys((name, _BEHIND_A_DASH.sub("", name), _IN_PARENTHESES.sub("", name))):
        yield words
        if found := _NUMBER_FIRST.fullmatch(words):
            yield f"{found[2]} {found[1]}"


def alternatives(name: str) -> list[str]:
    """Return the names that one names with slashes between them, each with its code: “FRBP 4004(a)/4007(c)”."""
    first, *others = name.split("/")
    code = _CODE.match(first)
    return [first, *(f"{code[0]}{other}" if code and other[:1].isdigit() else other for other in others)]


def parts_of(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names of which a name is the whole: “FRCP 59” of “FRCP 59(b)” and “FRCP 59(e)”."""
    whole = plainly(name)
    if not whole[-1:].isdigit() and not whole.endswith(")"):
        return []
    below = (f"{whole}(", f"{whole}.") if whole.startswith(_DOTTED) else (f"{whole}(",)
    return [one for one in known if one.startswith(below)]


def whole_of(name: str) -> str | None:
    """Return the name of what a paragraph belongs to: “28 U.S.C. 636(b)(1)” of “28 U.S.C. 636(b)(1)(C)”."""
    whole = _LAST_PART.sub("", name.strip())
    return whole if whole != name.strip() and whole.endswith(")") else None


def why_not_held(name: str) -> str | None:
    """Return the sentence about a code of which no rule is held, if the name is of one."""
    return _CRIMINAL_NOT_HELD if plainly(name).startswith(_CRIMINAL) else None
