"""The small language in which a holiday list says when a holiday comes each year."""

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ORDINALS = ("first", "second", "third", "fourth")
_FIXED = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}})")
_NTH = re.compile(rf"({'|'.join(_ORDINALS)}|last) ({'|'.join(_WEEKDAYS)}) of ({'|'.join(_MONTHS)})")
_AFTER = "day after "
_WEEK = 7


def occurs(on: str, year: int) -> date:
    """Return the day in a year that "march 31", "third monday of april", "good friday" or "day after ..." names.

    Raises:
        ValueError: if the words are none of these.
    """
    if on == "good friday":
        return _easter(year) - timedelta(days=2)
    if on.startswith(_AFTER):
        return occurs(on.removeprefix(_AFTER), year) + timedelta(days=1)
    if fixed := _FIXED.fullmatch(on):
        return date(year, _MONTHS.index(fixed[1]) + 1, int(fixed[2]))
    if nth := _NTH.fullmatch(on):
        return _nth(nth[1], _WEEKDAYS.index(nth[2]), _MONTHS.index(nth[3]) + 1, year)
    raise ValueError(f"{on!r} names no day of the year; write `march 31`, `third monday of april` or `day after ...`")


def weekday_of(name: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    return _WEEKDAYS.index(name)


def _nth(ordinal: str, weekday: int, month: int, year: int) -> date:
    if ordinal == "last":
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % _WEEK)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * _ORDINALS.index(ordinal))


def _easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Butcher's rule)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
