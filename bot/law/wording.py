"""Days, moments and names as lawyers read them in English."""

import calendar
from datetime import date, datetime
from functools import lru_cache

from bot.law.values import Service

_WEEKDAYS = tuple(calendar.day_name)
_MONTHS = tuple(calendar.month_name)[1:]
_NOON = 12
_SERVICES = {
    Service.NONE: "service",
    Service.ECF: "electronic service",
    Service.MAIL: "service by mail",
    Service.PERSONAL: "personal service",
    Service.CONSENT: "service by other means consented to",
    Service.CLERK: "leaving the paper with the clerk",
}


@lru_cache(maxsize=8192)
def long_date(day: date) -> str:
    """Write a day as lawyers read it: Friday 18 May 2018."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_moment(moment: datetime) -> str:
    """Write a moment with its zone's abbreviation: Monday 5 November 2007, 9:23 a.m. EST."""
    half = "a.m." if moment.hour < _NOON else "p.m."
    clock = f"{moment.hour % _NOON or _NOON}:{moment:%M}" + (f":{moment:%S}" if moment.second else "")
    return f"{long_date(moment.date())}, {clock} {half} {moment.tzname() or ''}".rstrip()


@lru_cache(maxsize=8192)
def short_date(day: date | None) -> str:
    """Write a day without its weekday: 18 May 2018; nothing for no day."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def version_words(since: date | None, until: date | None) -> str:
    """Name a text by the days on which it was in force."""
    if since and until:
        return f"in force {short_date(since)} to {short_date(until)}"
    if since:
        return f"in force since {short_date(since)}"
    return f"in force until {short_date(until)}" if until else "current text"


def named_service(service: str) -> str:
    """Name a kind of service: service by mail."""
    return _SERVICES[Service(service)]
