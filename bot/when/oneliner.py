"""The date at the beginning of a typed command: /hearing add 30 April 2018 9:30am Oral argument.

Only the beginning is read. A "may" in the middle of a sentence is nobody's date.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.when.grammar import phrases_in
from bot.when.hints import not_a_date, nothing_typed
from bot.when.lexicon import MONTH_WORDS
from bot.when.phrases import Phrase
from bot.when.reader import reading_of, setting_of
from bot.when.readings import Past, Reading, Refuse, Wants
from bot.when.tokens import Kind, Token, tokens_of

_MOST_WORDS = 14
_WORD = re.compile(r"\S+")
_SEPARATOR = re.compile(r"[\s,;:|\u2013\u2014-]+")
_HOUR_OR_TITLE = (
    "“{word}” may be the hour or the beginning of the title: "
    "write the time as 9:00am, the year with four digits, and put a dash before the title."
)
_PLACE_OR_TITLE = (
    "“{word}” may be the zone of that time or the beginning of the title: "
    "write the zone as ICT, PT or America/Los_Angeles, or put a dash before the title."
)


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
    ends = [found.end() for found in _WORD.finditer(words)][:_MOST_WORDS]
    shorter: list[tuple[int, tuple[Token, ...], tuple[Phrase, ...]]] = []
    for end in ends:
        tokens = tokens_of(words[:end])
        if phrases := phrases_in(tokens):
            shorter.append((end, tokens, phrases))
    while shorter:
        end, tokens, phrases = shorter.pop()
        rest = words[end:]
        title = _SEPARATOR.sub("", rest, count=1) if _SEPARATOR.match(rest) else rest.strip()
        joined = bool(title) and not _separated(words, end)
        if joined and shorter and _is_bare_number(tokens):
            return Refuse(_HOUR_OR_TITLE.format(word=tokens[-1].text)), title
        if joined and shorter and (place := phrases[0].place):
            if place.city and not _same_clocks(phrases[0], now, setting.zone):
                return Refuse(_PLACE_OR_TITLE.format(word=place.text)), title
            if place.city or (place.text.isalpha() and not place.text.isupper()):
                continue
        return reading_of(phrases, words[:end], setting, wants=wants), title.strip()
    return Refuse(not_a_date(words, today=setting.today)), words.strip()


def _separated(words: str, end: int) -> bool:
    following = words[end:].lstrip()
    return words[end - 1] in ",;:" or not following[:1].isalnum()


def _is_bare_number(tokens: tuple[Token, ...]) -> bool:
    before = tokens[-2].word if len(tokens) > 1 else ""
    plausible_year = len(tokens[-1].text) == 4 and tokens[-1].text[:2] in {"19", "20", "25"}  # noqa: PLR2004
    return tokens[-1].kind is Kind.NUMBER and not plausible_year and before not in {"at", "@"} and not _is_day(tokens)


def _is_day(tokens: tuple[Token, ...]) -> bool:
    """Tell whether the last number is the day of the month named before it: "May 4"."""
    return len(tokens) > 1 and tokens[-2].word in MONTH_WORDS


def _same_clocks(phrase: Phrase, now: datetime, zone: ZoneInfo) -> bool:
    if phrase.place is None:
        return True
    halves = (now, now + timedelta(days=182))
    return all(each.astimezone(phrase.place.zone).utcoffset() == each.astimezone(zone).utcoffset() for each in halves)
