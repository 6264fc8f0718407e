"""Days and moments as lawyers read them."""

from datetime import date, datetime

_NOON = 12


def long_date(day: date) -> str:
    """Write a day as lawyers read it: Friday 18 May 2018."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def long_moment(moment: datetime) -> str:
    """Write a moment with its zone's abbreviation: Monday 5 November 2007, 9:23 a.m. EST."""
    half = "a.m." if moment.hour < _NOON else "p.m."
    clock = f"{moment.hour % _NOON or _NOON}:{moment:%M}" + (f":{moment:%S}" if moment.second else "")
    return f"{long_date(moment)}, {clock} {half} {moment.tzname() or ''}".rstrip()


def short_date(day: date | None) -> str:
    """Write a day without its weekday: 18 May 2018; nothing for no day."""
    return f"{day.day} {day:%B %Y}" if day else ""
