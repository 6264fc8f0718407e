"""Dates of a year, and which year is meant where none was typed."""

import calendar
from collections.abc import Callable
from datetime import MINYEAR, date, timedelta

from bot.when.lexicon import MONTHS
from bot.when.phrases import Written
from bot.when.setting import FIRST_YEAR, YEARS_AHEAD, Candidate, UnreadableError

_JUST_PASSED = timedelta(days=62)
_A_YEAR = timedelta(days=366)
_NEXT_YEARS = timedelta(days=731)
_CENTURY = 100
_LEAP_CYCLE = 8
_COMMON_YEAR, _LEAP_YEAR = 2027, 2028


def of_that_year(day: Written, today: date) -> Candidate:
    """Find a date that was typed with its year.

    Raises:
        UnreadableError: if that year has no such day, or no docket reaches it.
    """
    year = day.year or 0 if day.in_full else full_year(day.year or 0, today)
    check_year(year, today)
    found = day_in(year, day.month, day.day)
    if found is None or (day.year_first and not _is_likelier(found, day, today)):
        raise UnreadableError(no_such_day(day, year))
    return Candidate(day=found, why=day.why, note=day.note)


def _is_likelier(found: date, day: Written, today: date) -> bool:
    """Tell whether 26-11-24 may be 24 November 2026: only if that is to come and 26 November 2024 has passed."""
    day_first = day_in(full_year(day.day, today), day.month, day.year or 0)
    return today <= found <= today + _NEXT_YEARS and (day_first is None or day_first < today)


def full_year(year: int, today: date) -> int:
    """Complete a year of two digits: of this century, unless that is more than ten years ahead."""
    if year >= _CENTURY:
        return year
    century = today.year // _CENTURY * _CENTURY
    return century + year if century + year <= today.year + YEARS_AHEAD else century - _CENTURY + year


def check_year(year: int, today: date) -> None:
    """Refuse a year that no docket reaches.

    Raises:
        UnreadableError: if the year is before 1900 or more than ten years ahead.
    """
    if year < FIRST_YEAR:
        sentence = f"The year {year} is too long ago for a docket: check it and type it with four digits."
        raise UnreadableError(sentence, doubtful=year < _CENTURY)
    if year > today.year + YEARS_AHEAD:
        raise UnreadableError(f"The year {year} is more than ten years ahead: check it and type the date again.")


def no_such_day(day: Written, year: int | None) -> str:
    """Say why there is no such day."""
    if not 1 <= day.month <= len(MONTHS):
        return f"There is no month {day.month}: type the month by its name, for example 4 May 2027."
    month = MONTHS[day.month - 1]
    length = calendar.monthrange(year, day.month)[1] if year else max(_lengths(day.month))
    named = f"{month} {year}" if year else month
    return f"{named} has {length} days, so there is no {day.day} {named}: check the day and type the date again."


def _lengths(month: int) -> tuple[int, int]:
    return calendar.monthrange(_COMMON_YEAR, month)[1], calendar.monthrange(_LEAP_YEAR, month)[1]


def day_in(year: int, month: int, day: int) -> date | None:
    """Find a day of a month; None if the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_some_year(
    make: Callable[[int], date | None], today: date, *, wide: bool, day: Written | None = None
) -> list[Candidate]:
    """Take the coming one, today included; add the last one if it is so near that it may be meant."""
    around = [
        found
        for year in range(max(today.year - _LEAP_CYCLE, MINYEAR), today.year + _LEAP_CYCLE + 1)
        if (found := make(year)) is not None
    ]
    if not around:
        raise UnreadableError(
            no_such_day(day, None) if day else "No such day comes in the next years: type the date itself."
        )
    coming = min(found for found in around if found >= today)
    passed = max(found for found in around if found < today)
    note = day.note if day else ""
    why = day.why if day else ""
    near = (today - passed < coming - today) if wide else (today - passed <= _JUST_PASSED)
    if coming == today or not near:
        leap = coming - today > _A_YEAR
        told = why or ("the next one is more than a year away" if leap else "")
        return [Candidate(day=coming, why=told, note=note, doubtful=leap)]
    told = why or "without a year, it may be the last one or the next"
    return [Candidate(day=passed, why=told, note=note), Candidate(day=coming, why=told, note=note)]
