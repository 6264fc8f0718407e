"""A text cut into the pieces that dates are made of."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.when.french import in_english_turns
from bot.when.khmer import in_grammar_words
from bot.when.lexicon import MONTH_WORDS, NUMBER_WORDS


class Kind(StrEnum):
    """What a piece of text looks like, before anybody knows what it means."""

    ISO = "2018-05-04T09:30-07:00"
    DATE = "04/05/2018"
    SHORT_DATE = "13/5"
    CLOCK = "9:30"
    ORDINAL = "4th"
    SHORT_YEAR = "'18"
    OFFSET = "UTC+7"
    ZONE = "America/Los_Angeles"
    NUMBER = "9"
    WORD = "tomorrow"
    OTHER = "?"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: its text as typed, its word in lower case, and its groups of the pattern that found it."""

    kind: Kind
    text: str
    word: str
    parts: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The number at its beginning."""
        return int(self.parts[0])


_HOURS_ON_A_DIAL = 12
_MONTH = "|".join(MONTH_WORDS)
_MERIDIEM = r"([ap])\.?\s?m(?:\.|\b)"
_ISO = (
    r"(\d{4})-(\d{2})-(\d{2})(?:t(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?|\s(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?)"
    r"(z|[+-]\d{2}(?::?\d{2})?)?(?![\w:])"
)
_PATTERNS = (
    (Kind.ISO, _ISO),
    (Kind.DATE, r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?![\d/])"),
    (Kind.DATE, r"((?:19|20)\d{2})()((?:0[1-9]|1[0-2]))((?:0[1-9]|[12]\d|3[01]))(?!\d)"),
    (Kind.CLOCK, rf"(\d{{1,2}})(?:\s?[:.h]\s?(\d{{2}})(?::(\d{{2}}))?)?\s?{_MERIDIEM}"),
    (Kind.CLOCK, rf"(0?[1-9]|1[0-2])([0-5]\d)()\s?{_MERIDIEM}"),  # 930am; in "8 May 2018 pm" a year has no half
    (Kind.CLOCK, r"(\d{1,2})(?::(\d{2}))?()([ap])\b(?!\.)"),
    (Kind.CLOCK, r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?![\d:])(?:\s?(?:hrs|hours|h)\b)?()"),
    (Kind.CLOCK, r"(\d{1,2})\s?h(?:eures?)?\s?(\d{2})?()()(?![\w])"),
    (Kind.CLOCK, r"(\d{1,2})\.(\d{2})(?!\d|\.\d)(?:\s?(?:hrs|hours|h)\b)?()()"),
    (Kind.CLOCK, r"(\d{2}):?(\d{2})\s?(?:hrs|hours|h)()()\b"),
    (Kind.SHORT_DATE, r"(\d{1,2})/(\d{1,2})(?![\d/])"),
    (Kind.ORDINAL, r"(\d{1,2})(?:st|nd|rd|th|er)\b"),
    (Kind.SHORT_YEAR, r"'(\d{2})\b"),
    (Kind.OFFSET, r"(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?(?!\d)|\+\d{2}(?::?\d{2})?(?!\d)"),
    (Kind.ZONE, r"[a-z]+(?:/[a-z]+(?:[_-][a-z]+)*)+"),
    (Kind.NUMBER, r"(\d+)"),
    (Kind.WORD, r"[bc]\.e\b\.?|o'clock|aujourd'hui|[^\W\d_]+(?:[-][^\W\d_]+)*"),
    (Kind.WORD, r"@"),
    (Kind.OTHER, r"\S"),
)
_ONE = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_HYPHENATED = re.compile(r"(?<!\d)(\d{1,2})[-./]([^\W\d_]{3,9})[-./](\d{4}|\d{2})(?!\d)")
_DAY_AND_MONTH = re.compile(rf"(?<![\w-])(?:(\d{{1,2}})-({_MONTH})|({_MONTH})-(\d{{1,2}}))(?![\w-])", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?<![^\W_])([^\W\d_]{3,9})-(\d{1,2})-(\d{4})(?!\d)")
_HOUR = "|".join(word for word, number in NUMBER_WORDS.items() if number <= _HOURS_ON_A_DIAL)
_SPOKEN_HOUR = re.compile(rf"\b({_HOUR})(?:[\s-]+(fifteen|thirty|forty-five))?\s*([ap]\.?m\b\.?)", re.IGNORECASE)
_SPOKEN_HYPHEN = re.compile(r"(?<=[a-z])-(?=(?:fifteen|thirty|forty-five)\b)", re.IGNORECASE)
_HALF_AN_HOUR = re.compile(r"\bhalf\s+an\s+hour\b", re.IGNORECASE)
_MAIL_OFFSET = re.compile(r"(?<=\d:\d{2}:\d{2}) ([+-]\d{4})\b")
"""The zone of a moment as mail writes it: 09:30:00 -0800."""
_BY = re.compile(r"\b(?:not?\s+later\s+than|on\s+or\s+before)\b", re.IGNORECASE)
"""The last day is one of those days, as it is with "by"."""
_POSSESSIVE = re.compile(r"(?<=s)'(?=\s)|'s(?=\s)")
_ISO_WEEK = re.compile(r"(?<!\d)(\d{4})-?w(\d{2})-?([1-7])(?![\d-])", re.IGNORECASE)
_ISO_BASIC = re.compile(
    r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})t(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?(?!\d)", re.IGNORECASE
)
_WIDE = {**{0xFF01 + each: 0x21 + each for each in range(94)}, 0x3000: 0x20}
_MARKS = "*_`>[]{}\u2022 "
"""What surrounds a date without changing it; "~" is about, or struck through, and "<" is before."""
_TAG = re.compile(r"^<(.*)>$")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", **dict.fromkeys(_DASHES, "-")})
_IGNORED = re.compile(r"[\s,;()\"“”«»]+|(?<=[^\W\d_])\.|(?<=\d)\.(?=\s)")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens; Khmer is put into the words of the grammar first."""
    return tuple(_pieces(_plain(text)))


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_WIDE).translate(_QUOTES)
    composed = _TAG.sub(r"\1", composed.strip()).strip(_MARKS)
    composed = _ISO_BASIC.sub(_extended, _ISO_WEEK.sub(_day_of_the_week, composed))
    spaced = _HYPHENATED.sub(r"\1 \2 \3", in_english_turns(in_grammar_words(composed)))
    spaced = _MONTH_FIRST.sub(r"\1 \2 \3", spaced)
    if "-" in spaced:
        spaced = _DAY_AND_MONTH.sub(lambda found: " ".join(filter(None, found.groups())), spaced)
    spaced = _SPOKEN_HYPHEN.sub(" ", _SPOKEN_HOUR.sub(_on_a_clock, spaced))
    spaced = _HALF_AN_HOUR.sub("30 minutes", spaced)
    spaced = _MAIL_OFFSET.sub(r" UTC\1", _BY.sub("by", spaced))
    return _POSSESSIVE.sub("", spaced).strip().rstrip(".!?។៕ ")


def _on_a_clock(found: re.Match[str]) -> str:
    """Put "nine thirty am" into 9:30am."""
    hour, minutes, half = found.groups()
    return f"{NUMBER_WORDS[hour.lower()]}:{NUMBER_WORDS[minutes.lower()] if minutes else 0:02}{half}"


def _day_of_the_week(found: re.Match[str]) -> str:
    """Put a day named by its week (2018-W18-5) into its date; what is none stays as it was."""
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return found[0]


def _extended(found: re.Match[str]) -> str:
    """Put 20180504T093000Z into its longer form."""
    seconds = f":{found[6]}" if found[6] else ""
    return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}:{found[5]}{seconds}{found[7] or ''}"


def _pieces(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        if blank := _IGNORED.match(text, position):
            position = blank.end()
            continue
        kind, found = _next_piece(text, position)
        groups = tuple((group or "").lower() for group in found.groups())
        yield Token(kind, found[0], found[0].lower(), groups)
        position = found.end()


def _next_piece(text: str, position: int) -> tuple[Kind, re.Match[str]]:
    for kind, pattern in _ONE:
        if found := pattern.match(text, position):
            return kind, found
    raise AssertionError(text)  # the last pattern takes any character
