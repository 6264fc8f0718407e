"""What a plain question asks for: one entry or deadline, some days, whether a court is open, or a list with a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.when import Past, ReadDate, ReadMoment
from bot.when.lexicon import MONTH_WORDS, MONTHS, WEEKDAYS
from bot.when.sentences import dates_in, options_of

REF = re.compile(r"(?<![\w-])([DHROFSN]\d{1,6})(?![\w-])", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:what|what's|whats|which|when|where|why|who|whose|how|is|are|was|were|will|did|do|does|has|have|tell|explain|"
    r"any|anything|show(?! cause)|list(?! of)|status(?! (?:conference|hearing|report|update)))\b"
    r"|\?$",
    re.IGNORECASE,
)
_WISHES = re.compile(r"\b(?:record|add|put|schedule|calendar|note down|enter)\b", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:why|explain|how (?:was|is|did|do|does)\b.*\b(?:comput|count|calculat|arriv|get|got))", re.IGNORECASE
)
_WHETHER_DONE = re.compile(r"\b(?:done|filed|complete|completed|finished|met|open|still|status)\b", re.IGNORECASE)
_WHETHER_CLOSED = re.compile(
    r"\bholidays?\b"
    r"|\b(?:courts?|clerks?|offices?|registry|chambers?|judges?)\b.*\b(?:open|closed?|sits?|sitting|works?|working)\b"
    r"|\b(?:open|closed?)\b.*\b(?:courts?|clerks?|offices?|registry|days?)\b",
    re.IGNORECASE,
)
_OF_DATES = re.compile(r"\bdeadlines?\b|\bdue\b|\bcases?\b", re.IGNORECASE)
_MY_OWN = re.compile(r"\b(?:my|mine|i|me)\b", re.IGNORECASE)
_WHEN = re.compile(r"^when\b", re.IGNORECASE)
_HEARINGS = re.compile(r"\bhearings?\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:due|hearings?|deadlines?|coming up|on the docket|next|ahead|happening|on for)\b", re.IGNORECASE
)
_DAYS_AHEAD = re.compile(
    r"\b(?:next|coming|within|in)(?: the)?(?: next| coming)? (\d{1,3}) (day|week)s?\b", re.IGNORECASE
)
_IN_A_MONTH = re.compile(rf"\b(?:in|for|during) ({'|'.join(MONTHS)})(?: ((?:19|20)\d\d))?\b(?![\s,]*\d)", re.IGNORECASE)
_DAYS_AHEAD_USUALLY = timedelta(days=14)
_MOST_WORDS = 6
_WORD = re.compile(r"[^\W\d_][\w-]{3,30}\b")
_OWNS = re.compile(r"['\u2019]s?\b")
_SMALL_WORDS = """
    about ahead again also anybody anything been brief briefs case cases closed coming court courts date dates deadline
    deadlines docket does done down everything file filed filing from happen happening have hearing hearings
    know list long matter mine much must need needs next nothing open please remaining remind show some someone
    something soon still tell that their them then there these they thing things this those time today upcoming
    user want week what when where which whose will with would your
"""
_OF_QUESTIONS = frozenset({*_SMALL_WORDS.split(), *MONTH_WORDS, *map(str.lower, WEEKDAYS)})


class Topic(StrEnum):
    """A list that can be asked for by its name."""

    OVERDUE = "overdue"
    MINE = "mine"
    UNCONFIRMED = "unconfirmed"
    CONFLICTS = "conflicts"
    HEARINGS = "hearings"


_TOPICS = (
    (Topic.OVERDUE, re.compile(r"\b(?:overdue|late|missed)\b", re.IGNORECASE)),
    (Topic.UNCONFIRMED, re.compile(r"\b(?:unconfirmed|to (?:confirm|check)|second pair)\b", re.IGNORECASE)),
    (Topic.CONFLICTS, re.compile(r"\b(?:conflicts?|clash(?:es)?|overlap\w*)\b", re.IGNORECASE)),
)


class Point(StrEnum):
    """What somebody wants to know of one entry or deadline."""

    STANDING = "standing"
    WHETHER_DONE = "whether done"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutOne:
    """A question about one entry or deadline."""

    ref: str
    point: Point = Point.STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutDays:
    """What is due and heard from one day to another, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutClosed:
    """Whether the courts are open from one day to another, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutTopic:
    """A list that has a name."""

    topic: Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutWords:
    """What is to come and holds some words; where nothing does, what would be meant without them, if anything."""

    words: str
    otherwise: AboutDays | AboutTopic | None


Asked: TypeAlias = AboutOne | AboutDays | AboutClosed | AboutTopic | AboutWords


def is_question(words: str) -> bool:
    """Tell whether a sentence asks, rather than tells or wishes that something be recorded."""
    return bool(_ASKS.search(words)) and not _WISHES.search(words)


def asked(words: str, *, now: datetime, zone: str) -> Asked | None:
    """Return what a question asks for, on the calendar of a zone; None if that is not known."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return next(_readings(words, today, now=now, zone=zone), None)


def _readings(words: str, today: date, *, now: datetime, zone: str) -> Iterator[Asked]:
    if found := REF.search(words):
        yield AboutOne(ref=found[1].upper(), point=_point_of(words))
    if _WHETHER_CLOSED.search(words) and not _OF_DATES.search(words):
        since, until = _days_meant(words, today, now=now, zone=zone) or (today, today + _DAYS_AHEAD_USUALLY)
        yield AboutClosed(since=since, until=until)
    yield from (AboutTopic(topic=topic) for topic, pattern in _TOPICS if pattern.search(words))
    if days := _days_meant(words, today, now=now, zone=zone):
        yield AboutDays(since=days[0], until=days[1])
    usual = _usually_meant(words, today) if _COMING.search(words) else None
    named = _subject_of(words)
    if named and (usual or _WHEN.search(words)):
        yield AboutWords(words=named, otherwise=usual)
    elif usual:
        yield usual


def _point_of(words: str) -> Point:
    if _WHY.search(words):
        return Point.REASON
    return Point.WHETHER_DONE if _WHETHER_DONE.search(words) else Point.STANDING


def _usually_meant(words: str, today: date) -> AboutDays | AboutTopic:
    """Return what a question about what is to come asks for, unless it names something."""
    if _MY_OWN.search(words):
        return AboutTopic(topic=Topic.MINE)
    if _HEARINGS.search(words):
        return AboutTopic(topic=Topic.HEARINGS)
    return AboutDays(since=today, until=today + _DAYS_AHEAD_USUALLY)


def _subject_of(words: str) -> str:
    """Return what a question names, in the singular: the words that questions are not made of."""
    plain = _OWNS.sub("", words.lower())
    named = [word for word in _WORD.findall(plain) if word not in _OF_QUESTIONS]
    return " ".join(map(_singular, named[:_MOST_WORDS]))


def _singular(word: str) -> str:
    """Return the beginning that one thing and several have in common: objection, repl(y)."""
    return word.removesuffix("ies") if word.endswith("ies") else word.removesuffix("s")


def _days_meant(words: str, today: date, *, now: datetime, zone: str) -> tuple[date, date] | None:
    """Return the days that a question names: a day, a week from Monday to Sunday, a month, some days ahead."""
    monday, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    named = {
        "this week": (monday, monday + timedelta(days=6)),
        "next week": (monday + timedelta(days=7), monday + timedelta(days=13)),
        "this month": _month_from(month),
        "next month": _month_from(_month_after(month)),
    }
    if days := next((days for name, days in named.items() if name in words.lower()), None):
        return days
    if found := _IN_A_MONTH.search(words):
        number = MONTH_WORDS[found[1].lower()]
        return _month_from(date(int(found[2] or today.year + (number < today.month)), number, 1))
    if ahead := _DAYS_AHEAD.search(words):
        return today, today + timedelta(days=int(ahead[1]) * (7 if ahead[2].lower() == "week" else 1))
    for past in (Past.UNSAID, Past.ALLOW):  # "Friday" is the coming one; "4 May" may be the one just gone
        dates = [dated for dated in dates_in(words, now=now, zone=zone, past=past) if dated.is_certain]
        if named_days := [day_of(option) for dated in dates for option in options_of(dated.reading)]:
            return min(named_days), max(named_days)
    return None


def _month_from(first: date) -> tuple[date, date]:
    return first, _month_after(first) - timedelta(days=1)


def _month_after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def day_of(option: ReadDate | ReadMoment) -> date:
    """Return the day of a reading, on the clocks that it was read on."""
    return option.value.date() if isinstance(option, ReadMoment) else option.value
