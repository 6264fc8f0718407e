"""When something is, as the wall of its court shows it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.law import long_date
from storage.docket import Entry

_NOON = 12


def hour_on_the_wall(instant: datetime, zone: str) -> str:
    """Return the hour of an instant in a zone: "3:00 pm"."""
    there = instant.astimezone(ZoneInfo(zone))
    return f"{there.hour % _NOON or _NOON}:{there:%M} {'am' if there.hour < _NOON else 'pm'}"


def on_the_wall(entry: Entry) -> str:
    """Return when an entry is: "Friday 25 May 2018, 3:00 pm"; only the day, where its hour is not known."""
    if entry.starts_at is None:
        return long_date(entry.on_date)
    return f"{long_date(entry.on_date)}, {hour_on_the_wall(entry.starts_at, entry.zone)}"
