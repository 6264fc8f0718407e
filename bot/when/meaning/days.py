"""From days as typed to days of the calendar, counted from today at the court."""

from dataclasses import replace
from datetime import date, timedelta

from bot.when.lexicon import MONTHS, WEEKDAYS
from bot.when.meaning.counted import counted_days
from bot.when.meaning.months import every_nth, in_its_month, nth_meant
from bot.when.meaning.weekdays import weekdays_meant
from bot.when.meaning.years import day_in, of_some_year, of_that_year
from bot.when.phrases import (
    ByClose,
    Counted,
    Day,
    Edge,
    NamedDay,
    NthWeekday,
    OnWeekday,
    Shifted,
    TheNth,
    WeekdayBeside,
    Written,
)
from bot.when.readings import Past
from bot.when.setting import Candidate, Setting, UnreadableError
from bot.when.words import say_date

_NO_HOUR = "the end of business is no hour: then the whole day is taken"
_FURTHER = "a nearer date like that has another weekday"
_WEEK = timedelta(days=7)
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
    if isinstance(day, ByClose):
        return [_by_close(each) for each in days_meant(day.day, today=today, setting=setting)]
    wide = counted_from or setting.past is Past.ALLOW
    match day:
        case Shifted(days=days):
            found = [Candidate(day=today + timedelta(days=days))]
        case NamedDay():
            found = weekdays_meant(day, today, wide=setting.past is Past.ALLOW and not counted_from)
        case Written():
            found = _written(day, today, wide=wide)
        case TheNth():
            found = nth_meant(day, today, setting)
        case NthWeekday() | Edge():
            found = in_its_month(day, today, wide=wide)
        case OnWeekday():
            found = _on_weekday(day, today, setting, counted_from=counted_from)
        case Counted() | WeekdayBeside():
            found = _from_another(day, today, setting)
    return found


def _written(day: Written, today: date, *, wide: bool) -> list[Candidate]:
    if day.ahead is not None:
        return [of_that_year(replace(day, year=today.year + day.ahead, in_full=True), today)]
    if day.year is None:
        return of_some_year(lambda year: day_in(year, day.month, day.day), today, wide=wide, day=day)
    return [of_that_year(day, today)]


def _from_another(day: Counted | WeekdayBeside, today: date, setting: Setting) -> list[Candidate]:
    forward = day.count > 0 if isinstance(day, Counted) else day.after
    starts = days_meant(day.start, today=today, setting=setting, counted_from=forward)
    if isinstance(day, Counted):
        return [counted_days(day, start, setting) for start in starts]
    return [replace(start, day=_beside(start.day, day)) for start in starts]


def _by_close(day: Candidate) -> Candidate:
    return replace(day, why=day.why or _NO_HOUR, doubtful=True)


def _beside(start: date, day: WeekdayBeside) -> date:
    if day.after:
        return start + timedelta(days=(day.weekday - start.weekday() - 1) % 7 + 1)
    return start - timedelta(days=(start.weekday() - day.weekday - 1) % 7 + 1)


def _on_weekday(day: OnWeekday, today: date, setting: Setting, *, counted_from: bool) -> list[Candidate]:
    """Keep the days that have the weekday typed with them.

    Raises:
        UnreadableError: if none has; both weekdays are named.
    """
    if isinstance(day.day, TheNth) and day.day.month is None:
        near = [each for each in every_nth(day.day.day, today) if today <= each.day <= today + _NEAR]
        candidates = [replace(each, doubtful=False) for each in near]
    else:
        candidates = days_meant(day.day, today=today, setting=setting, counted_from=counted_from)
    agreeing = [each for each in candidates if each.day.weekday() == day.weekday]
    if isinstance(day.day, Written) and day.day.year is day.day.ahead is None:
        either_order = day.day.why and day.day.day <= len(MONTHS)
        swapped = replace(day.day, day=day.day.month, month=day.day.day)
        others = _written(swapped, today, wide=False) if either_order else []
        if agreeing and _is_nearer([*candidates, *others], agreeing, today):
            return [replace(each, why=_FURTHER, doubtful=True) for each in agreeing]
        agreeing = agreeing or _passed_on(day.day, day.weekday, today)
    if agreeing:
        return agreeing
    raise UnreadableError(_weekday_mismatch(day, candidates, today))


def _is_nearer(candidates: list[Candidate], agreeing: list[Candidate], today: date) -> bool:
    """Tell whether a near date has another weekday, and those with the right one are far: there may be a slip."""
    far = all(abs(each.day - today) > _NEAR for each in agreeing)
    return far and any(abs(each.day - today) <= _NEAR for each in candidates)


def _passed_on(day: Written, weekday: int, today: date) -> list[Candidate]:
    """Offer the date that has passed, if its weekday is the one that was typed and the next is not much nearer."""
    around = [found for year in (-1, 0, 1) if (found := day_in(today.year + year, day.month, day.day))]
    last = max((each for each in around if each < today), default=None)
    coming = min((each for each in around if each >= today), default=date.max)
    if last is None or last.weekday() != weekday or coming - today < min(today - last, _NEAR):
        return []
    return [Candidate(day=last, why="that weekday fits the date that has passed, not the coming one", doubtful=True)]


def _weekday_mismatch(day: OnWeekday, candidates: list[Candidate], today: date) -> str:
    typed = WEEKDAYS[day.weekday]
    if not candidates:
        return (
            f"No {typed} in the next two months falls on that day of the month: "
            f"type the date with its month and year, for example {say_date(today + _WEEK)}."
        )
    really = candidates[0].day
    nearest = min((really + timedelta(days=days) for days in range(-3, 4)), key=lambda each: _off(each, day, really))
    return (
        f"{say_date(really)[len(WEEKDAYS[really.weekday()]) + 1 :]} is a {WEEKDAYS[really.weekday()]}, not a {typed}: "
        f"type {say_date(really)} or {say_date(nearest)}."
    )


def _off(each: date, day: OnWeekday, really: date) -> tuple[bool, int]:
    return each.weekday() != day.weekday, abs((each - really).days)
