"""What part of the timeline was asked for, and how it should look: a country, years, days, a shape, code names."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import AdQuemError
from bot.timeline import Naming, Shape
from handlers import phrases
from handlers.commands.naming import naming_and_rest
from handlers.reading import UnreadableDateError, read_day
from handlers.views.text import echoed, long_date

_COUNTRIES = {"us": "US", "usa": "US", "kh": "KH", "cambodia": "KH"}
_SHAPES = {shape.value: shape for shape in Shape}
_ONLY_ME = re.compile(r"\b(?:only|just)(?: for| to)? me\b", re.IGNORECASE)
_YEARS = re.compile(r"((?:19|20)\d\d)(?:[-\u2013]((?:19|20)\d\d))?")
_MONTH = re.compile(r"([^\W\d]{3,})\.? ((?:19|20)\d\d)")
_BETWEEN = re.compile(r"(?:from |between )?(.+?) (?:to|until|till|and|-|\u2013) (.+)", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|from|after) (.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|to|before) (.+)", re.IGNORECASE)


class UnknownTimelineError(AdQuemError):
    """The timeline of something was asked for that is no case, country, year or range of days."""

    def __init__(self, text: str) -> None:
        super().__init__(phrases.TIMELINE_OF.format(said=echoed(text, 80)))


class BackwardsError(AdQuemError):
    """The first day of a range comes after its last."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(phrases.TIMELINE_BACKWARDS.format(first=long_date(first), last=long_date(last)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What part of the timeline was asked for; both days are included. A private one goes to the asker alone."""

    country: str | None = None
    since: date | None = None
    until: date | None = None
    shape: Shape = Shape.WIDE
    naming: Naming = Naming.KNOWN
    is_private: bool = False


def chosen(text: str, *, now: datetime, zone: str) -> Chosen:
    """Read what was typed behind the command and the case.

    Args:
        zone: where a day without a year, or "today", is meant.

    Raises:
        UnknownTimelineError: if it is nothing that a timeline can be of.
        UnreadableDateError: if a day in it can mean several.
        BackwardsError: if the last day is before the first.
    """
    naming, rest = naming_and_rest(text)
    rest, asks = _ONLY_ME.subn(" ", rest)
    part, days = Chosen(naming=naming, is_private=asks > 0), []
    for word in rest.split():
        if word.casefold() in _COUNTRIES:
            part = replace(part, country=_COUNTRIES[word.casefold()])
        elif word.casefold() in _SHAPES:
            part = replace(part, shape=_SHAPES[word.casefold()])
        else:
            days.append(word)
    since, until = _span(" ".join(days), now=now, zone=zone)
    if since and until and until < since:
        raise BackwardsError(since, until)
    return replace(part, since=since, until=until)


def _span(text: str, *, now: datetime, zone: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of what was typed; None, where it is open."""
    if not text:
        return None, None
    whole = _years(text) or _month(text, now=now, zone=zone)
    if whole:
        return whole
    if between := _BETWEEN.fullmatch(text):
        return _end(between[1], 0, now=now, zone=zone), _end(between[2], 1, now=now, zone=zone)
    if since := _SINCE.fullmatch(text):
        return _end(since[1], 0, now=now, zone=zone), None
    if until := _UNTIL.fullmatch(text):
        return None, _end(until[1], 1, now=now, zone=zone)
    raise UnknownTimelineError(text)


def _end(text: str, which: int, *, now: datetime, zone: str) -> date:
    """Return the day at one end of a range; of a year or a month it is the first day, or the last."""
    whole = _years(text) or _month(text, now=now, zone=zone)
    return whole[which] if whole else read_day(text, now=now, zone=zone)


def _years(text: str) -> tuple[date, date] | None:
    found = _YEARS.fullmatch(text)
    if not found or found[1] > (found[2] or found[1]):
        return None
    return date(int(found[1]), 1, 1), date(int(found[2] or found[1]), 12, 31)


def _month(text: str, *, now: datetime, zone: str) -> tuple[date, date] | None:
    """Return the first and the last day of "March 2018"."""
    if not _MONTH.fullmatch(text):
        return None
    try:
        first = read_day(f"1 {text}", now=now, zone=zone)
    except UnreadableDateError:
        return None
    return first, first.replace(day=monthrange(first.year, first.month)[1])
