"""Text as iCalendar carries it."""

import unicodedata
from urllib.parse import urlsplit

from icalendar import vText

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NORMAL = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\ufeff": None})


class Text(vText):
    r"""A TEXT value, escaped to the letter of RFC 5545: icalendar itself would make a line end of a typed `\N`."""

    def to_ical(self) -> bytes:
        """Return the text escaped."""
        return self.translate(_ESCAPES).encode()


def clean(text: str) -> str:
    """Return a text without what iCalendar cannot carry: control characters, byte order marks, halves of characters."""
    lines = text.replace("\r\n", "\n").translate(_NORMAL)
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


def one_line(text: str) -> str:
    """Return a text cleaned and on one line, without spaces at its ends, where some programs would drop them."""
    return clean(text).replace("\n", " ").replace("\t", " ").strip()


def is_web_address(link: str) -> bool:
    """Return whether a link can be followed: http or https, and nothing else."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
