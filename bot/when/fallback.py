"""dateparser, asked only about what our grammar does not know, and never believed: it may put a question, no more.

Taken alone it drops hours ("tomorrow at 9"), ignores weekdays and sees dates in "may" or "a"; so its answer is offered
only if every number that was typed comes back in it, and both orders of day and month are offered where they differ.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from bot.when.khmer import DIGITS, in_grammar_words
from bot.when.lexicon import (
    MINUTES_PER,
    MONTH_WORDS,
    NUMBER_WORDS,
    PART_WORDS,
    SHIFT_WORDS,
    UNIT_WORDS,
    WEEKDAY_WORDS,
)
from bot.when.readings import ReadDate, ReadMoment
from bot.when.setting import Found, Setting
from bot.when.zones import zone_name

_LONGEST_GUESS = 60
_NUMBER = re.compile(r"\d+")
_ZONED = re.compile(r"\b[A-Z]{3,4}\b|[+-]\d{2}:?\d{2}\b|/")
_CLOCK = re.compile(r"\d\s*(?:[ap]\.?m\b|[:h]\s*\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {
    *MONTH_WORDS,
    *WEEKDAY_WORDS,
    *SHIFT_WORDS,
    *UNIT_WORDS,
    *MINUTES_PER,
    *NUMBER_WORDS,
    *PART_WORDS,
    *("am", "pm", "at", "on", "in", "the", "of", "about", "around", "sharp", "st", "nd", "rd", "th"),
}
_WHY = "I am not certain that I read it rightly"


def offers(text: str, setting: Setting) -> list[Found]:
    """Ask dateparser what a text may mean, in English and Khmer; none if it does not know or cannot be trusted."""
    typed = in_grammar_words(text).translate(DIGITS)
    numbers = {int(number) for number in _NUMBER.findall(typed)}
    if len(text) > _LONGEST_GUESS or not numbers or _ZONED.search(typed) or not _knows_the_words(typed):
        return []
    naive = setting.now.replace(tzinfo=None, second=0, microsecond=0)
    readings = dict.fromkeys(reading for order in ("DMY", "MDY") for reading in _parsed(text, order, naive))
    return [
        Found(meaning=_meaning(reading, typed, setting), why=_WHY, doubtful=True)
        for reading in readings
        if _accounts_for(reading, numbers)
        and _has_the_weekday(reading, typed)
        and abs(reading.year - setting.today.year) <= 10  # noqa: PLR2004
    ]


def _knows_the_words(typed: str) -> bool:
    """Tell whether every word is one of a date's: "not 4 May" and "the Monday after" are not for guessing."""
    return all(word in _WORDS or not word.isascii() for word in _WORD.findall(typed.lower()))


def _parsed(text: str, order: str, now: datetime) -> Iterator[datetime]:
    import dateparser  # noqa: PLC0415 - slow to import and seldom needed

    found = dateparser.parse(
        text,
        languages=["en", "km"],
        settings={
            "DATE_ORDER": order,
            "PREFER_LOCALE_DATE_ORDER": False,
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": now,
            "STRICT_PARSING": True,
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    if found is not None:
        yield found.replace(tzinfo=None)


def _accounts_for(reading: datetime, numbers: set[int]) -> bool:
    """Tell whether every number typed is a part of the reading."""
    parts = {reading.day, reading.month, reading.year, reading.year % 100, reading.hour, reading.hour % 12 or 12}
    return numbers <= parts | {reading.minute, reading.second}


def _has_the_weekday(reading: datetime, typed: str) -> bool:
    weekdays = {WEEKDAY_WORDS[word] for word in _WORD.findall(typed.lower()) if word in WEEKDAY_WORDS}
    return weekdays <= {reading.weekday()}


def _meaning(reading: datetime, typed: str, setting: Setting) -> ReadDate | ReadMoment:
    if not _CLOCK.search(typed):
        return ReadDate(date(reading.year, reading.month, reading.day))
    return ReadMoment(reading.replace(tzinfo=setting.zone), zone_name(setting.zone))
