"""The date at the beginning of a typed command: /hearing add 30 April 2018 9:30am Oral argument.

Only the beginning is read. A "may" in the middle of a sentence is nobody's date.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.when.grammar import phrases_in
from bot.when.hints import not_a_date, nothing_typed
from bot.when.lexicon import AT_WORDS
from bot.when.phrases import Phrase, Place
from bot.when.reader import reading_of, setting_of
from bot.when.readings import Past, Reading, Refuse, Wants
from bot.when.tokens import Kind, Token, tokens_of
from bot.when.zones import REGIONS

_MOST_WORDS = 14
_TWO_DIGITS = 2
_HALF_A_YEAR = timedelta(days=182)
_WORD = re.compile(r"\S+")
_SEPARATOR = re.compile(r"\s*[,;:|\u2013\u2014-]+\s*|\s+")
_MARKS = ",;:|\u2013\u2014-"
_ZONE_LIKE = re.compile(r"[A-Z]{1,4}T|(?:America|Asia|Europe|US|Pacific|Africa|Australia|Atlantic|Indian|Etc)/\S+")
_TIMES = frozenset({Kind.ISO, Kind.DATE, Kind.SHORT_DATE, Kind.CLOCK})
_JOINING_WORDS = frozenset({"to", "and", "or", "until", "till", "through", "at", "from", "after", "before", "&"})
_HOUR_OR_TITLE = (
    "“{word}” may be the hour or the beginning of the title: "
    "write the time as 9:00am, the year with four digits, and put a dash before the title."
)
_YEAR_OR_TITLE = (
    "“{word}” may be the year or the beginning of the title: "
    "write the year with four digits, and put a dash before the title."
)
_PLACE_OR_TITLE = (
    "“{word}” may be the zone of that time or the beginning of the title: "
    "write the zone as ICT, PT or America/Los_Angeles, or put a dash before the title."
)
_ONE_DATE_ONLY = "“{word}” follows the date and seems to belong to it: type one date and time, then the title."


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A run of words that is a date, and the title behind it; `apart` if a mark stands between them."""

    text: str
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    title: str
    apart: bool


def take_date(
    words: str,
    *,
    now: datetime,
    zone: ZoneInfo | str,
    wants: Wants = Wants.EITHER,
    is_closed: Callable[[date], bool] | None = None,
    past: Past = Past.ASK,
) -> tuple[Reading, str]:
    """Read the longest run of words at the beginning of a command that is a date; return it and what follows.

    A number or a city that may belong to either is refused, with how to write it. The arguments are those of `read`.
    If the command does not begin with a date, the reading is a refusal and what follows is all of it.
    """
    setting = setting_of(now=now, zone=zone, is_closed=is_closed, past=past)
    if not words.strip():
        return Refuse(nothing_typed(today=setting.today)), ""
    beginnings = [*_beginnings(words)]
    while beginnings:
        longest = beginnings.pop()
        if beginnings and _ends_with_title(longest, setting.now, setting.zone):
            continue
        if sentence := _doubt(longest, shorter=beginnings[-1] if beginnings else None):
            return Refuse(sentence), longest.title
        return reading_of(longest.phrases, longest.text, setting, wants=wants), longest.title
    return Refuse(not_a_date(words, today=setting.today)), words.strip()


def _beginnings(words: str) -> Iterator[_Beginning]:
    for end in [found.end() for found in _WORD.finditer(words)][:_MOST_WORDS]:
        text = words[:end].rstrip(_MARKS)
        tokens = tokens_of(text)
        if phrases := phrases_in(tokens):
            gap = _SEPARATOR.match(words, len(text))
            title = words[gap.end() :].strip() if gap else ""
            apart = not title or bool(gap and gap[0].strip())
            yield _Beginning(text, tokens, phrases, title, apart)


def _ends_with_title(beginning: _Beginning, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the last words are a title's rather than a zone: "et" in "et al.", a city on the court's clocks."""
    place = beginning.phrases[0].place
    if beginning.apart or place is None or _is_told_as_a_zone(beginning, place):
        return False
    if place.city:
        return _same_clocks(place, now, zone)
    return place.text.isalpha() and not place.text.isupper()


def _is_told_as_a_zone(beginning: _Beginning, place: Place) -> bool:
    """Tell whether "time" says that a name is a zone: Pacific time, Indochina Time; behind a city it may be a title."""
    return beginning.tokens[-1].word == "time" and (not place.city or place.text.lower() in REGIONS)


def _doubt(beginning: _Beginning, *, shorter: _Beginning | None) -> str | None:
    """Say what may belong to the date or to the title; None if that is clear."""
    place = beginning.phrases[0].place
    following = tokens_of(beginning.title)[:1]
    sentence = None
    if not beginning.apart and shorter and _ends_with_bare_number(beginning, shorter):
        is_hour = any(phrase.hour for phrase in beginning.phrases)
        sentence = (_HOUR_OR_TITLE if is_hour else _YEAR_OR_TITLE).format(word=beginning.tokens[-1].text)
    elif not beginning.apart and place and _may_be_a_title(beginning, place, following):
        sentence = _PLACE_OR_TITLE.format(word=place.text)
    elif following and _continues(following[0], beginning):
        sentence = _ONE_DATE_ONLY.format(word=following[0].text)
    elif following and not place and not beginning.apart and _ZONE_LIKE.fullmatch(following[0].text):
        sentence = _PLACE_OR_TITLE.format(word=following[0].text)
    return sentence


def _continues(token: Token, beginning: _Beginning) -> bool:
    """Tell whether a title begins like the other end of a range: "to 6 May", "- 10am", "- 6 May 2018"."""
    if token.kind in _TIMES or (token.kind is Kind.NUMBER and not beginning.apart):
        return True
    if token.word in _JOINING_WORDS and not beginning.apart:
        return True
    return token.kind in {Kind.NUMBER, Kind.ORDINAL} and any(_beginnings(beginning.title))


def _ends_with_bare_number(beginning: _Beginning, shorter: _Beginning) -> bool:
    """Tell whether the date is complete without its last number: "30 April 2018 3 motions", "June 4 28 USC 1782"."""
    *before, last = beginning.tokens
    bare = last.kind is Kind.NUMBER and before[-1].word not in AT_WORDS
    is_small = len(last.text) <= _TWO_DIGITS or any(phrase.hour for phrase in beginning.phrases)
    return bare and is_small and shorter.tokens == tuple(before)


def _may_be_a_title(beginning: _Beginning, place: Place, following: Sequence[Token]) -> bool:
    """Tell whether a zone before a title is rather a part of it: a city, "Z v. Facebook", "ET al."."""
    if place.city:
        return not _is_told_as_a_zone(beginning, place)
    return bool(following) and (len(place.text) == 1 or following[0].word == "al")


def _same_clocks(place: Place, now: datetime, zone: ZoneInfo) -> bool:
    seasons = (now, now + _HALF_A_YEAR)
    return all(each.astimezone(place.zone).utcoffset() == each.astimezone(zone).utcoffset() for each in seasons)
