"""From days as typed to days of the calendar, counted from today at the court."""

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import MINYEAR, date, timedelta

from bot.when.lexicon import MONTHS, WEEKDAYS
from bot.when.phrases import (
    Counted,
    Day,
    Edge,
    NamedDay,
    NthWeekday,
    OnWeekday,
    Shifted,
    TheNth,
    Unit,
    Which,
    Written,
)
from bot.when.readings import Past
from bot.when.setting import FIRST_YEAR, YEARS_AHEAD, Candidate, Setting, UnreadableError
from bot.when.words import say_date

_WEEK = timedelta(days=7)
_JUST_PASSED = timedelta(days=62)
_LEAP_CYCLE = 8
_NEAR = timedelta(days=62)


def days_meant(day: Day, *, today: date, setting: Setting, counted_from: bool = False) -> list[Candidate]:
    """Find every day that a day as typed can mean, seen from `today`.

    Args:
        day: what was typed.
        today: the day it is where the day is counted.
        setting: what the past means, and the court's closed days.
        counted_from: a period runs from this day, which then is as likely to have passed as not.

    Raises:
        UnreadableError: if there is no such day.
    """
    wide = counted_from or setting.past is Past.ALLOW
    match day:
        case Shifted(days=days):
            found = [Candidate(day=today + timedelta(days=days))]
        case NamedDay():
            found = _named(day, today)
        case Written(year=None):
            found = _of_some_year(lambda year: _in_month(year, day.month, day.day), today, wide=wide, day=day)
        case Written():
            found = [_of_that_year(day, today)]
        case TheNth():
            found = _the_nth(day, today, setting)
        case NthWeekday() | Edge():
            found = _in_its_month(day, today, wide=wide)
        case OnWeekday():
            found = _on_weekday(day, today, setting, counted_from=counted_from)
        case Counted():
            found = _counted(day, today, setting)
    return found


# --- dates of a year


def _of_that_year(day: Written, today: date) -> Candidate:
    year = full_year(day.year or 0, today)
    check_year(year, today)
    found = _in_month(year, day.month, day.day)
    if found is None:
        raise UnreadableError(_no_such_day(day, year))
    return Candidate(day=found, why=day.why, note=day.note)


def full_year(year: int, today: date) -> int:
    """Complete a year of two digits: of this century, unless that is more than ten years ahead."""
    if year > 99:  # noqa: PLR2004 - two digits
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year + YEARS_AHEAD else century - 100 + year


def check_year(year: int, today: date) -> None:
    """Refuse a year that no docket reaches.

    Raises:
        UnreadableError: if the year is before 1900 or more than ten years ahead.
    """
    if year < FIRST_YEAR:
        raise UnreadableError(f"The year {year} is too long ago for a docket: check it and type it with four digits.")
    if year > today.year + YEARS_AHEAD:
        raise UnreadableError(f"The year {year} is more than ten years ahead: check it and type the date again.")


def _no_such_day(day: Written, year: int | None) -> str:
    if not 1 <= day.month <= 12:  # noqa: PLR2004 - months of a year
        return f"There is no month {day.month}: type the month by its name, for example 4 May 2027."
    month = MONTHS[day.month - 1]
    length = calendar.monthrange(year, day.month)[1] if year else max(_lengths(day.month))
    named = f"{month} {year}" if year else month
    return f"{named} has {length} days, so there is no {day.day} {named}: check the day and type the date again."


def _lengths(month: int) -> tuple[int, int]:
    return calendar.monthrange(2027, month)[1], calendar.monthrange(2028, month)[1]


def _in_month(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_some_year(
    make: Callable[[int], date | None], today: date, *, wide: bool, day: Written | None = None
) -> list[Candidate]:
    """Take the coming one, today included; add the last one if it is so near that it may be meant."""
    around = [
        found
        for year in range(max(today.year - _LEAP_CYCLE, MINYEAR), today.year + _LEAP_CYCLE + 1)
        if (found := make(year)) is not None
    ]
    if not around:
        raise UnreadableError(_no_such_day(day, None) if day else "No month has that many of them: check the date.")
    coming = min(found for found in around if found >= today)
    passed = max(found for found in around if found < today)
    note = day.note if day else ""
    why = day.why if day else ""
    near = (today - passed < coming - today) if wide else (today - passed <= _JUST_PASSED)
    if coming == today or not near:
        return [Candidate(day=coming, why=why, note=note)]
    told = why or "without a year, it may be the last one or the next"
    return [Candidate(day=passed, why=told, note=note), Candidate(day=coming, why=told, note=note)]


# --- weekdays


def _named(day: NamedDay, today: date) -> list[Candidate]:
    monday = today - timedelta(days=today.weekday())
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    in_week = monday + timedelta(days=day.weekday)
    in_sunday_week = sunday + timedelta(days=(day.weekday + 1) % 7)
    coming = today + timedelta(days=(day.weekday - today.weekday()) % 7)
    later = coming if coming > today else coming + _WEEK
    name = WEEKDAYS[day.weekday]
    match day.which:
        case Which.COMING:
            found = {coming, later}
            why = f"today is a {name}, too"
        case Which.THIS:
            found = {in_week, coming}
            why = f"this week's {name} has passed"
        case Which.NEXT:
            found = {later, later + _WEEK}
            why = f"people say “next {name}” of either"
        case Which.LAST:
            before = today - timedelta(days=(today.weekday() - day.weekday - 1) % 7 + 1)
            found = {before, in_week - _WEEK}
            why = f"people say “last {name}” of either"
        case _:
            weeks = {Which.THIS_WEEK: 0, Which.NEXT_WEEK: 1, Which.LAST_WEEK: -1}[day.which]
            found = {in_week + weeks * _WEEK, in_sunday_week + weeks * _WEEK}
            why = day.why or "weeks begin on Sunday for some and on Monday for others"
    return [Candidate(day=each, why=(day.why or why) if len(found) > 1 or day.why else "") for each in sorted(found)]


def _on_weekday(day: OnWeekday, today: date, setting: Setting, *, counted_from: bool) -> list[Candidate]:
    if isinstance(day.day, TheNth) and day.day.month is None:
        candidates = [each for each in _every_nth(day.day.day, today) if today <= each.day <= today + _NEAR]
    else:
        candidates = days_meant(day.day, today=today, setting=setting, counted_from=counted_from)
    agreeing = [each for each in candidates if each.day.weekday() == day.weekday]
    if agreeing:
        return agreeing
    if isinstance(day.day, Written) and day.day.year is None:
        agreeing = _last_year_on(day.day, day.weekday, today)
    if agreeing:
        return agreeing
    raise UnreadableError(_weekday_mismatch(day, candidates, today))


def _last_year_on(day: Written, weekday: int, today: date) -> list[Candidate]:
    """Offer the date of the year just gone, if its weekday is the one that was typed."""
    passed = [_in_month(year, day.month, day.day) for year in (today.year, today.year - 1)]
    last = max((each for each in passed if each and each < today), default=None)
    if last is None or last.weekday() != weekday:
        return []
    return [Candidate(day=last, why="that weekday fits the date that has passed, not the coming one", doubtful=True)]


def _weekday_mismatch(day: OnWeekday, candidates: list[Candidate], today: date) -> str:
    typed = WEEKDAYS[day.weekday]
    if not candidates:
        return (
            f"No {typed} in the next two months falls on that day of the month: "
            f"type the date with its month and year, for example {say_date(today + _WEEK)}."
        )
    really = candidates[-1].day
    nearest = min((really + timedelta(days=days) for days in range(-3, 4)), key=lambda each: _off(each, day, really))
    return (
        f"{say_date(really)[len(WEEKDAYS[really.weekday()]) + 1 :]} is a {WEEKDAYS[really.weekday()]}, not a {typed}: "
        f"type {say_date(really)} or {say_date(nearest)}."
    )


def _off(each: date, day: OnWeekday, really: date) -> tuple[bool, int]:
    return each.weekday() != day.weekday, abs((each - really).days)


# --- days of a month


def _every_nth(day: int, today: date) -> list[Candidate]:
    months = [_month_ahead(today, ahead) for ahead in range(-1, 4)]
    why = "the month is missing"
    return [
        Candidate(day=found, why=why, doubtful=True) for year, month in months if (found := _in_month(year, month, day))
    ]


def _the_nth(day: TheNth, today: date, setting: Setting) -> list[Candidate]:
    if not 1 <= day.day <= 31:  # noqa: PLR2004 - no month is longer
        raise UnreadableError(f"No month has a day {day.day}: check the day and type the date again.")
    if day.month:
        year, month = _month_ahead(today, day.month.ahead)
        found = _in_month(year, month, day.day)
        if found is None:
            raise UnreadableError(_no_such_day(Written(day=day.day, month=month), year))
        return [Candidate(day=found)]
    if setting.past is Past.ALLOW:
        return [each for each in _every_nth(day.day, today) if abs(each.day - today) <= _NEAR]
    return [each for each in _every_nth(day.day, today) if each.day >= today][:3]


def _month_ahead(today: date, ahead: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + ahead
    return months // 12, months % 12 + 1


def _in_its_month(day: NthWeekday | Edge, today: date, *, wide: bool) -> list[Candidate]:
    month = day.month
    if month.month is None:
        year, number = _month_ahead(today, month.ahead)
    elif month.year is not None or month.ahead or (isinstance(day, Edge) and day.months > 1):
        year, number = (month.year or today.year + month.ahead), month.month
    else:
        return _of_some_year(lambda each: _day_in(day, each, month.month or 1), today, wide=wide)
    check_year(year, today)
    found = _day_in(day, year, number)
    if found is None:
        raise UnreadableError(f"{MONTHS[number - 1]} {year} has no such weekday: check it and type the date itself.")
    return [Candidate(day=found)]


def _day_in(day: NthWeekday | Edge, year: int, month: int) -> date | None:
    length = calendar.monthrange(year, month)[1]
    if isinstance(day, Edge):
        return date(year, month, length if day.last else 1)
    matching = [number for number in range(1, length + 1) if date(year, month, number).weekday() == day.weekday]
    if day.nth == -1:
        return date(year, month, matching[-1])
    return date(year, month, matching[day.nth - 1]) if 1 <= day.nth <= len(matching) else None


# --- counted days


def _counted(day: Counted, today: date, setting: Setting) -> list[Candidate]:
    starts = days_meant(day.start, today=today, setting=setting, counted_from=day.count > 0)
    return [_counted_from(day, start, setting) for start in starts]


def _counted_from(day: Counted, start: Candidate, setting: Setting) -> Candidate:
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
            found, note = _months(start.day, day.count * (12 if day.unit is Unit.YEARS else 1))
    return replace(start, day=found, why=why, doubtful=doubtful, note=" ".join(filter(None, (start.note, note))))


def _months(start: date, count: int) -> tuple[date, str]:
    year, month = _month_ahead(start, count)
    length = calendar.monthrange(year, month)[1]
    if start.day <= length:
        return date(year, month, start.day), ""
    return date(year, month, length), f"{MONTHS[month - 1]} {year} has no {start.day}th day; its last day is taken."


def _court_days(start: date, count: int, setting: Setting) -> date:
    if setting.is_closed is None:
        raise UnreadableError(
            "Court days cannot be counted here, because no court was named: name the court, or count calendar days, "
            "for example 14 days after 4 May 2027."
        )
    if abs(count) > 1000:  # noqa: PLR2004 - four years of court days
        raise UnreadableError("More than 1000 court days cannot be counted: type the date itself.")
    step = timedelta(days=1 if count > 0 else -1)
    found = start
    for _ in range(abs(count)):
        found += step
        while setting.is_closed(found):
            found += step
    return found


def _court_days_note(count: int, start: date) -> str:
    direction = "after" if count > 0 else "before"
    return f"{abs(count)} days on which the court is open, {direction} {say_date(start)}."
