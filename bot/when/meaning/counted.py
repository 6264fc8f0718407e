"""Days counted from another day, in calendar days, weeks, months, years or days on which the court is open."""

import calendar
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from bot.when.lexicon import MONTHS
from bot.when.meaning.months import month_ahead
from bot.when.phrases import Counted, Unit
from bot.when.setting import Candidate, Setting, UnreadableError
from bot.when.words import say_date

_MONTHS_IN_A_YEAR = 12
_MOST_COURT_DAYS = 1000
_DAYS_IN_A_WEEK = 7
_LONGEST_CLOSURE = 366


def counted_days(day: Counted, start: Candidate, setting: Setting) -> Candidate:
    """Count from a day; the day itself is not counted.

    Raises:
        UnreadableError: if court days are to be counted and no court was named.
    """
    why = day.why or start.why
    doubtful = start.doubtful or bool(day.why)
    match day.unit:
        case Unit.DAYS:
            found, note = start.day + timedelta(days=day.count), ""
        case Unit.WEEKS:
            found, note = start.day + timedelta(weeks=day.count), ""
        case Unit.COURT_DAYS:
            found, note = _court_days(start.day, day.count, setting), _court_days_note(day.count, start.day)
        case Unit.MONTHS | Unit.YEARS:
            found, note = _months(start.day, day.count * (_MONTHS_IN_A_YEAR if day.unit is Unit.YEARS else 1))
    return replace(start, day=found, why=why, doubtful=doubtful, note=" ".join(filter(None, (start.note, note))))


def _months(start: date, count: int) -> tuple[date, str]:
    year, month = month_ahead(start, count)
    length = calendar.monthrange(year, month)[1]
    if start.day <= length:
        return date(year, month, start.day), ""
    return date(year, month, length), f"{MONTHS[month - 1]} {year} has no day {start.day}; its last day is taken."


def _court_days(start: date, count: int, setting: Setting) -> date:
    if setting.is_closed is None:
        raise UnreadableError(
            "Court days cannot be counted here, because no court was named: name the court, or type calendar days, "
            "for example 14 days after 4 May 2027."
        )
    if abs(count) > _MOST_COURT_DAYS:
        raise UnreadableError("More than 1000 court days cannot be counted: type the date itself.")
    if count == 0:
        raise UnreadableError("Zero court days name no day: type the date itself, for example 4 May 2027.")
    direction = 1 if count > 0 else -1
    reach = range(1, _LONGEST_CLOSURE + abs(count) * _DAYS_IN_A_WEEK)
    ahead = (start + timedelta(days=direction * days) for days in reach)
    open_days = (day for day in ahead if not setting.is_closed(day))
    found = next(islice(open_days, abs(count) - 1, None), None)
    if found is None:
        raise UnreadableError("The court's calendar has no such open day: type the date itself.")
    return found


def _court_days_note(count: int, start: date) -> str:
    direction = "after" if count > 0 else "before"
    return f"{abs(count)} days on which the court is open, {direction} {say_date(start)}."
