"""From a start to a last day in one reading of the law: plain integers, no words."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from bot.law.calendar import FIRST, LAST, DayTable, check_covered
from bot.law.values import Direction, Period, Unit

_MONTHS = 12
_WEEK = 7


class Reading(NamedTuple):
    """One way to read the law: which days are closed, what is left out, what is added, whether the end moves.

    Args:
        table: the closed days in this reading.
        short_under: closed days inside a period of fewer days than this are left out.
        added: the days added after service.
        added_first: they lengthen the period itself instead of following it.
        rolls: a closed last day moves the end.
        rolls_on: it moves the end forward, even in a backward count.
        shift: how many days after the start the period ends, where that is the same for every start.
    """

    table: DayTable
    short_under: int = 0
    added: int = 0
    added_first: bool = False
    rolls: bool = True
    rolls_on: bool = False
    shift: int | None = None


class Track(NamedTuple):
    """The days a count passes through in one reading, as ordinals.

    Args:
        raw: the last day as counted.
        rolled: that day, or the open day it moved to.
        served: the same after the days added for service, rolled again.
        final: the same after closings of the court that were recorded for it.
    """

    raw: int
    rolled: int
    served: int
    final: int
    reading: Reading


def follow(reading: Reading, start: int, period: Period, direction: Direction, closed: Collection[int] = ()) -> Track:
    """Count a period of days or longer from a start, in one reading."""
    forward = direction is Direction.AFTER
    raw = _raw_end(reading, start, period, forward=forward) if reading.shift is None else start + reading.shift
    if not FIRST <= raw <= LAST:
        check_covered(raw)
    rolled = _rolled(reading, raw, forward=forward)
    served = rolled
    if reading.added and not reading.added_first:
        served = _rolled(reading, rolled + reading.added, forward=True)
    final = accessible(served, reading.table, closed) if reading.rolls and closed else served
    return Track(raw, rolled, served, final, reading)


def accessible(day: int, table: DayTable, closed: Collection[int]) -> int:
    """Return the first day from `day` on which the court can be reached: always forward, even for a backward count."""
    while day in closed:
        day = table.next_open(day + 1)
    return day


def leaves_out_closed_days(reading: Reading, period: Period) -> bool:
    """Return whether closed days inside the period are not counted."""
    return period.unit is Unit.COURT_DAYS or (period.unit is Unit.DAYS and _days(reading, period) < reading.short_under)


def shift_of(reading: Reading, period: Period, direction: Direction) -> int | None:
    """Return how many days after its start a period ends, if that is the same for every start."""
    if period.unit not in {Unit.DAYS, Unit.WEEKS} or leaves_out_closed_days(reading, period):
        return None
    days = _days(reading, period) if period.unit is Unit.DAYS else period.length * _WEEK
    return days if direction is Direction.AFTER else -days


def shift_months(day: date, months: int) -> date:
    """Return the corresponding day some months later, or the last day of that month if it has none."""
    index = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(index, _MONTHS)
    check_covered(date(min(max(year, 1), 9999), month + 1, 1).toordinal())
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _raw_end(reading: Reading, start: int, period: Period, *, forward: bool) -> int:
    unit = period.unit
    if leaves_out_closed_days(reading, period):
        return _nth_open(reading.table, start, _days(reading, period), forward=forward)
    if unit is Unit.DAYS:
        length = _days(reading, period)
    elif unit is Unit.WEEKS:
        length = period.length * _WEEK
    else:
        months = period.length * (_MONTHS if unit is Unit.YEARS else 1)
        return shift_months(date.fromordinal(start), months if forward else -months).toordinal()
    return start + length if forward else start - length


def _days(reading: Reading, period: Period) -> int:
    return period.length + reading.added if reading.added_first else period.length


def _nth_open(table: DayTable, start: int, count: int, *, forward: bool) -> int:
    check_covered(start + 2 * count if forward else start - 2 * count)
    return table.nth_open_after(start, count) if forward else table.nth_open_before(start, count)


def _rolled(reading: Reading, day: int, *, forward: bool) -> int:
    if not reading.rolls:
        return day
    return reading.table.next_open(day) if forward or reading.rolls_on else reading.table.last_open(day)
