"""Which day is meant by its place in a month: the 15th, the first Monday of December, the end of May."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from bot.when.lexicon import MONTHS
from bot.when.meaning.years import check_year, day_in, no_such_day, of_some_year
from bot.when.phrases import Edge, NthWeekday, TheNth, Written
from bot.when.readings import Past
from bot.when.setting import Candidate, Setting, UnreadableError

_BEGINNING = "a beginning may be more than its first day"
_LONGEST_MONTH = 31
_OFFERED = 3
_NEAR = timedelta(days=62)


def every_nth(day: int, today: date) -> list[Candidate]:
    """List a day of the month in the months around today."""
    months = [month_ahead(today, ahead) for ahead in range(-1, 4)]
    why = "the month is missing"
    return [
        Candidate(day=found, why=why, doubtful=True) for year, month in months if (found := day_in(year, month, day))
    ]


def nth_meant(day: TheNth, today: date, setting: Setting) -> list[Candidate]:
    """Find a day of a month; where the month is missing, offer the three to come."""
    if not 1 <= day.day <= _LONGEST_MONTH:
        raise UnreadableError(f"No month has a day {day.day}: check the day and type the date again.")
    if day.month:
        year, month = month_ahead(today, day.month.ahead)
        found = day_in(year, month, day.day)
        if found is None:
            raise UnreadableError(no_such_day(Written(day=day.day, month=month), year))
        following = day_in(*month_ahead(today, day.month.ahead + 1), day.day)
        return _or_the_next(found, following if day.month.ahead == 0 else None, today)
    if setting.past is Past.ALLOW:
        return [each for each in every_nth(day.day, today) if abs(each.day - today) <= _NEAR]
    return [each for each in every_nth(day.day, today) if each.day >= today][:_OFFERED]


def month_ahead(today: date, ahead: int) -> tuple[int, int]:
    """Give the year and the month so many months after today's."""
    months = today.year * 12 + today.month - 1 + ahead
    return months // 12, months % 12 + 1


def in_its_month(day: NthWeekday | Edge, today: date, *, wide: bool) -> list[Candidate]:
    """Find the first Monday of a month, or its last day; its beginning may be more than its first day."""
    found = _in_its_month(day, today, wide=wide)
    if isinstance(day, Edge) and day.vague:
        return [replace(each, why=each.why or _BEGINNING, doubtful=True) for each in found]
    return found


def _in_its_month(day: NthWeekday | Edge, today: date, *, wide: bool) -> list[Candidate]:
    month = day.month
    if month.month is None:
        year, number = month_ahead(today, month.ahead)
    elif month.year is not None or month.ahead or (isinstance(day, Edge) and day.months > 1):
        year, number = (month.year or today.year + month.ahead), month.month
    else:
        return of_some_year(lambda each: _day_within(day, each, month.month or 1), today, wide=wide)
    check_year(year, today)
    found = _day_within(day, year, number)
    if found is None:
        raise UnreadableError(f"{MONTHS[number - 1]} {year} has no such weekday: check it and type the date itself.")
    following = None
    if month.year is None and month.ahead == 0:
        following = _day_within(day, *month_ahead(found, day.months if isinstance(day, Edge) else 1))
    return _or_the_next(found, following, today)


def _or_the_next(found: date, following: date | None, today: date) -> list[Candidate]:
    """Where "the first of the month" has passed, somebody may mean the next one."""
    if following is None or found >= today:
        return [Candidate(day=found)]
    why = "that day has passed, and the next one may be meant"
    return [Candidate(day=found, why=why), Candidate(day=following, why=why)]


def _day_within(day: NthWeekday | Edge, year: int, month: int) -> date | None:
    length = calendar.monthrange(year, month)[1]
    if isinstance(day, Edge):
        return date(year, month, length if day.last else 1)
    matching = [number for number in range(1, length + 1) if date(year, month, number).weekday() == day.weekday]
    if day.nth == -1:
        return date(year, month, matching[-1])
    return date(year, month, matching[day.nth - 1]) if 1 <= day.nth <= len(matching) else None
