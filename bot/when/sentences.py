"""The dates in a plain sentence: "hearing on the motion to compel in C1 next Friday at 9:30am".

Only runs of whole words that are a date by our own grammar are taken, the longest first; dateparser is never asked,
for it finds dates in "may be adjourned". What only may be a date is left alone: a bare hour, "the 2nd", a period that
nobody counted from a day.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.when.grammar import phrases_in
from bot.when.lexicon import COUNT_WORDS, MONTH_WORDS, SHIFT_WORDS, WEEKDAY_WORDS
from bot.when.phrases import Counted, OnWeekday, Phrase, Shifted, TheNth, Written
from bot.when.reader import reading_of, setting_of
from bot.when.readings import Ask, Past, ReadDate, Reading, ReadMoment, Refuse, Wants
from bot.when.setting import Setting
from bot.when.tokens import Kind, Token, tokens_of
from bot.when.words import say

LONGEST_SENTENCE = 2000
_MOST_WORDS = 10
_WORD = re.compile(r"\S(?:(?!ថ្ងៃ)\S)*")
"""Khmer is written without spaces: the word for "day" begins one of ours."""
_OPENING, _CLOSING = "(\"'“«[*_", ",;:.!?)\"'”»]*_"
_STRUCK_THROUGH = re.compile(r"~[^~\n]+~")
_NAMES = frozenset({"sat", "sun"})
"""Alone they may as well be somebody, or what a court did."""
_SHORT_WORDS = frozenset({"sat", "sun", "mon", "wed", "mar", "jan", "dec", "may"})
_DAY_WORDS = MONTH_WORDS.keys() | WEEKDAY_WORDS.keys() | SHIFT_WORDS.keys()
_FROM_TODAY = frozenset({"in", "dans", "today", "now", "aujourd'hui", "ago"})
_DAY_KINDS = frozenset({Kind.ISO, Kind.DATE, Kind.SHORT_DATE})
_FIRST_WORDS = _DAY_WORDS | {
    "the",
    "next",
    "last",
    "this",
    "in",
    "within",
    "dans",
    "a",
    "first",
    "second",
    "third",
    "fourth",
    "end",
    "noon",
    "day",
    *COUNT_WORDS,
}
_BEFORE_DATES = frozenset({"", "on", "of", "by", "from", "dated", "for", "until", "before", "after", "the", "entered"})
_NUMBERED = re.compile(
    r"exh?(?:ibit)?|rules?|sec(?:tion)?|§+|nos?|numbers?|p?p|pages?|docket|dkt|ecf|doc(?:ument)?|para(?:graph)?|¶+|"
    r"art(?:icle)?|(?:court)?room|dep(?:t|artment)|chapter|title|counts?|item|vol(?:ume)?"
)
"""Behind these words a number is none of a date: "Exhibit 4 May be filed"."""
_MARKED_HOUR = re.compile(
    r"(?<![^\s(])(?:at |@ ?)?(\d{1,2}(?:[:.h]\d{2})? ?[ap]\.?m\b\.?|\d{1,2}[:h]\d{2}|noon)(?![\w-])", re.IGNORECASE
)
_WORD_BETWEEN = "to|and|or|&|et|au|ou"
_JOINED = rf"(?:/|-|\u2013|{_WORD_BETWEEN})"
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m\b\.?)(?![-:\w])"
_ANOTHER_DAY = re.compile(
    r"(?:\b(?:before|but|except|not)(?: on)?(?: the)?|មុន|ក្រោយ|បន្ទាប់ពី|"
    r"\b(?:day|week|month|year|hour|jour|semaine|moi)s?\s+(?:after|from|following|of|prior to|avant|après)|"
    rf"{_CLOCK}(?:\s+[A-Z]{{2,4}})?\s*{_JOINED})\s*$",
    re.IGNORECASE,
)
_ANOTHER_NUMBER = re.compile(rf"(\S*)\s*(?<![\w:/.-])\d{{1,2}}(?:st|nd|rd|th)?\s+{_JOINED}\s+$", re.IGNORECASE)
_ANOTHER_HOUR = re.compile(
    rf"[.,]?\s*(?:{_JOINED}\s*{_CLOCK}|(?:{_WORD_BETWEEN})\s+\d{{1,2}}(?:st|nd|rd|th)?\s*(?:[,;.]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date in a sentence: the words as typed, where they stand, and what they can mean."""

    words: str
    start: int
    end: int
    reading: Reading
    is_period: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the words can mean one thing only."""
        return isinstance(self.reading, ReadDate | ReadMoment)


def dates_in(
    sentence: str,
    *,
    now: datetime,
    zone: ZoneInfo | str,
    past: Past = Past.ASK,
    is_closed: Callable[[date], bool] | None = None,
    with_periods: bool = True,
) -> tuple[Dated, ...]:
    """Return the dates in a sentence in the order in which they stand. What is no day at all (31 June) is a refusal.

    An hour that stands apart belongs to the date if there is one of each: "on 4 May in Courtroom 5 at 9:30am".

    Args:
        now: the present when it was written.
        with_periods: whether "in 14 days" and "14 days after 4 May" are dates. Said to us they are; in an order they
            are periods, which the law counts.
    """
    setting = setting_of(now=now, zone=zone, is_closed=is_closed, past=past)
    sentence = _STRUCK_THROUGH.sub(lambda struck: " " * len(struck[0]), sentence)
    everything = [*_found(sentence[:LONGEST_SENTENCE], setting)]
    ends = [0, *(dated.end for dated in everything)]
    starts = [*(dated.start for dated in everything[1:]), LONGEST_SENTENCE]
    apart = [
        _unless_left_open(dated, sentence[before : dated.start], sentence[dated.end : after])
        for dated, before, after in zip(everything, ends, starts, strict=False)
    ]
    found = tuple(dated for dated in apart if with_periods or not dated.is_period)
    return _with_its_hour(sentence, found, setting) if len(found) == 1 else found


def _found(sentence: str, setting: Setting) -> Iterator[Dated]:
    words = [(found.start(), found.end()) for found in _WORD.finditer(sentence)]
    at = 0
    while at < len(words):
        dated = _longest_at(sentence, words, at, setting)
        if dated is None:
            at += 1
        else:
            yield dated
            at = next((number for number, (start, _) in enumerate(words) if start >= dated.end), len(words))


def _longest_at(sentence: str, words: list[tuple[int, int]], at: int, setting: Setting) -> Dated | None:
    start = words[at][0]
    start += len(sentence[start : words[at][1]]) - len(sentence[start : words[at][1]].lstrip(_OPENING))
    if not _may_begin(sentence[start : words[at][1]]):
        return None
    after = sentence[words[at - 1][0] : words[at - 1][1]].lower().rstrip(".") if at else ""
    if _NUMBERED.fullmatch(after):
        return None
    for _, end in reversed(words[at : at + _MOST_WORDS]):
        text = sentence[start:end].rstrip(_CLOSING)
        tokens = tokens_of(text)
        phrases = tuple(each for each in phrases_in(tokens) if _names_a_day(each, tokens, after=after))
        if phrases:
            reading = reading_of(phrases, text, setting, wants=Wants.EITHER)
            is_period = any(isinstance(each.day, Counted) for each in phrases)
            return Dated(words=text, start=start, end=start + len(text), reading=reading, is_period=is_period)
    return None


def _unless_left_open(dated: Dated, before: str, after: str) -> Dated:
    """Put a date as a question if the words around it say that it is another one, or one of two days or hours."""
    beside = _ANOTHER_NUMBER.search(before)
    is_another = beside and not _NUMBERED.fullmatch(beside[1].lower().rstrip("."))
    if is_another or _ANOTHER_DAY.search(before) or _ANOTHER_HOUR.match(after):
        return _asked(dated)
    return dated


def _asked(dated: Dated) -> Dated:
    if isinstance(dated.reading, ReadDate | ReadMoment):
        return replace(dated, reading=Ask(f"Is {say(dated.reading)} meant itself?", (dated.reading,)))
    return dated


def _may_begin(word: str) -> bool:
    plain = word.rstrip(_CLOSING)
    return word[:1].isdigit() or not plain.isascii() or plain.lower().rstrip(".") in _FIRST_WORDS


def _names_a_day(phrase: Phrase, tokens: tuple[Token, ...], *, after: str) -> bool:
    """Tell whether a phrase certainly speaks of a day, not of a number that could be one."""
    day = phrase.day.day if isinstance(phrase.day, OnWeekday) else phrase.day
    if day is None or (isinstance(day, TheNth) and day is phrase.day and day.month is None):
        return False
    if isinstance(day, Counted) and isinstance(day.start, Shifted) and not day.start.days:
        return not day.why and bool({token.word for token in tokens} & _FROM_TODAY)
    if any(token.kind in _DAY_KINDS for token in tokens):
        return True
    named = [token for token in tokens if token.word in _DAY_WORDS or token.word in {"week", "month"}]
    if isinstance(day, Written) and not named:
        return False  # 10.11 is a time, a section or a version before it is a date
    if len(tokens) == 1 and tokens[0].word in _NAMES:
        return after in _BEFORE_DATES - {""}
    clear = any(token.word not in _SHORT_WORDS or not token.text.islower() for token in named)
    return clear or len(tokens) > len(("4", "may")) or after in _BEFORE_DATES


def _with_its_hour(sentence: str, found: tuple[Dated, ...], setting: Setting) -> tuple[Dated, ...]:
    """Return the one date of a sentence with the one hour that stands apart from it, if there is one."""
    (dated,) = found
    elsewhere = sentence[: dated.start] + " " * (dated.end - dated.start) + sentence[dated.end : LONGEST_SENTENCE]
    hours = _MARKED_HOUR.findall(elsewhere)
    days = options_of(dated.reading)
    if len(hours) != 1 or not days or any(isinstance(day, ReadMoment) for day in days):
        return found
    readings = [_at(day.value, hours[0], setting) for day in days]
    moments = tuple(moment for reading in readings for moment in options_of(reading))
    if any(isinstance(reading, Refuse) for reading in readings):
        return found
    if isinstance(dated.reading, ReadDate):
        return (replace(dated, reading=readings[0]),)
    return (replace(dated, reading=Ask(_question(dated.reading), moments)),)


def _at(day: date, hour: str, setting: Setting) -> Reading:
    text = f"{day.isoformat()} {hour}"
    phrases = phrases_in(tokens_of(text))
    return reading_of(phrases, text, setting, wants=Wants.MOMENT) if phrases else Refuse("")


def _question(reading: Reading) -> str:
    return reading.question if isinstance(reading, Ask) else ""


def options_of(reading: Reading) -> tuple[ReadDate | ReadMoment, ...]:
    """Return what a date can mean: one thing, several, or nothing."""
    if isinstance(reading, Ask):
        return reading.options
    return () if isinstance(reading, Refuse) else (reading,)
