"""How long is left, in words, as the court's calendar counts: whatever the clocks did in between."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import phrases
from handlers.views.text import long_date
from storage.docket import Deadline, Entry


def deadline_left(deadline: Deadline, now: datetime) -> str:
    """Return how long is left until a cut-off, or since when it is missed."""
    if now > deadline.due_at:
        return phrases.REMIND_OVERDUE.format(day=long_date(deadline.due))
    left = _days_between(now, deadline.due, deadline.zone)
    if left == 0:
        return _marked(phrases.REMIND_DUE_TODAY.format(hours=how_long(now, deadline.due_at)))
    return _marked(phrases.REMIND_DUE_TOMORROW if left == 1 else phrases.REMIND_DAYS_LEFT.format(days=left))


def hearing_left(hearing: Entry, now: datetime) -> str:
    """Return how long it is until a hearing begins, or since it began."""
    left = _days_between(now, hearing.on_date, hearing.zone)
    if hearing.starts_at and now >= hearing.starts_at:
        return _marked(phrases.REMIND_BEGAN.format(hours=how_long(hearing.starts_at, now)))
    if hearing.starts_at and left == 0:
        return _marked(phrases.REMIND_TODAY_IN.format(hours=how_long(now, hearing.starts_at)))
    if left < 0:
        return _marked(phrases.REMIND_DAYS_AGO.format(days=-left) if left < -1 else phrases.REMIND_YESTERDAY)
    counted = {0: phrases.REMIND_TODAY, 1: phrases.REMIND_TOMORROW}
    return _marked(counted.get(left) or phrases.REMIND_IN_DAYS.format(days=left))


def how_long(start: datetime, end: datetime) -> str:
    """Return how long it is between two instants, in words: "2 hours 40 minutes"."""
    minutes = round((end - start).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    parts = [
        _counted(hours, phrases.REMIND_HOUR, phrases.REMIND_HOURS),
        _counted(rest, phrases.REMIND_MINUTE, phrases.REMIND_MINUTES),
    ]
    return " ".join(filter(None, parts)) or phrases.REMIND_LESS_THAN_A_MINUTE


def _marked(left: str) -> str:
    return phrases.REMIND_LEFT.format(left=left)


def _days_between(now: datetime, day: date, zone: str) -> int:
    return (day - now.astimezone(ZoneInfo(zone)).date()).days


def _counted(number: int, one: str, many: str) -> str:
    if number == 0:
        return ""
    return one if number == 1 else many.format(number=number)
