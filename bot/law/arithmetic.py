"""From a start to a last day in one reading of the law: plain integers, no words."""

from calendar import monthrange
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from bot.law.calendar import FIRST, LAST, STAYS, DayTable, check_covered
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
        extends_first: recorded closings extend the period before the added days follow it.
        skips_closings: recorded closings inside a short period, or among court days, are left out like closed days.
        rolls: a closed last day moves the end.
        rolls_on: it moves the end forward, even in a backward count.
        leaves_out: closed days inside the period are not counted; this and the rest follow from the above.
        moves: how far the end moves from each day since FIRST.
        shift: how many days after the start the period ends, where that is the same for every start.
    """

    table: DayTable
    short_under: int = 0
    added: int = 0
    added_first: bool = False
    extends_first: bool = False
    skips_closings: bool = False
    rolls: bool = True
    rolls_on: bool = False
    leaves_out: bool = False
    moves: Sequence[int] = STAYS
    shift: int | None = None


class Track(NamedTuple):
    """The days a count passes through in one reading, as ordinals.

    Args:
        raw: the last day as counted.
        rolled: that day, or the open day it moved to.
        extended: the same after recorded closings, where they come before the added days.
        served: the same after the days added for service, rolled again.
        final: the same after closings of the court that were recorded for it.
    """

    raw: int
    rolled: int
    extended: int
    served: int
    final: int
    reading: Reading


def follow(reading: Reading, start: int, period: Period, direction: Direction, closed: Collection[int] = ()) -> Track:
    """Count a period of days or longer from a start, in one reading that was worked out for such periods."""
    raw = last_day(reading, start, period, direction, closed)
    rolled = extended = served = raw + reading.moves[raw - FIRST]
    if reading.added and not reading.added_first:
        if reading.extends_first and closed:
            extended = accessible(rolled, reading.table, closed)
        served = extended + reading.added
        check_covered(served)
        served = reading.table.next_open(served) if reading.rolls else served
    final = accessible(served, reading.table, closed) if closed and reading.rolls else served
    return Track(raw, rolled, extended, served, final, reading)


def last_day(reading: Reading, start: int, period: Period, direction: Direction, closed: Collection[int] = ()) -> int:
    """Return the last day of a period as counted, before it moves.

    Raises:
        OutsideCalendarError: if there is no calendar for that day.
    """
    raw = _raw_end(reading, start, period, direction, closed) if reading.shift is None else start + reading.shift
    if not FIRST <= raw <= LAST:
        check_covered(raw)
    return raw


def accessible(day: int, table: DayTable, closed: Collection[int]) -> int:
    """Return the first day from `day` on which the court can be reached: always forward, even for a backward count."""
    while day in closed:
        day = table.next_open(day + 1)
    return day


def worked_out(reading: Reading, period: Period, direction: Direction) -> Reading:
    """Work out what follows from a reading for every start: how the end moves, and how far it lies from the start."""
    short = period.unit is Unit.DAYS and _days(reading, period) < reading.short_under
    court_days = period.unit is Unit.COURT_DAYS
    return reading._replace(
        leaves_out=short or court_days,
        skips_closings=reading.skips_closings or court_days,
        moves=_moves(reading, direction),
        shift=None if short else _shift(reading, period, direction),
    )


def as_read(reading: Reading) -> Reading:
    """Return a reading without what was worked out from it."""
    return reading._replace(leaves_out=False, moves=STAYS, shift=None)


def shift_months(day: date, months: int) -> date:
    """Return the corresponding day some months later, or the last day of that month if it has none."""
    index = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(index, _MONTHS)
    check_covered(date(min(max(year, 1), 9999), month + 1, 1).toordinal())
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _moves(reading: Reading, direction: Direction) -> Sequence[int]:
    if not reading.rolls:
        return STAYS
    return reading.table.ahead if direction is Direction.AFTER or reading.rolls_on else reading.table.back


def _shift(reading: Reading, period: Period, direction: Direction) -> int | None:
    way = 1 if direction is Direction.AFTER else -1
    if period.unit is Unit.DAYS:
        return way * _days(reading, period)
    return way * period.length * _WEEK + _lengthened(reading) if period.unit is Unit.WEEKS else None


def _raw_end(reading: Reading, start: int, period: Period, direction: Direction, closed: Collection[int]) -> int:
    forward = direction is Direction.AFTER
    if reading.leaves_out:
        skipped = closed if reading.skips_closings else ()
        return _nth_open(reading.table, start, _days(reading, period), skipped, forward=forward)
    months = period.length * (_MONTHS if period.unit is Unit.YEARS else 1)
    return shift_months(date.fromordinal(start), months if forward else -months).toordinal() + _lengthened(reading)


def _days(reading: Reading, period: Period) -> int:
    return period.length + _lengthened(reading)


def _lengthened(reading: Reading) -> int:
    """Return the days by which service lengthens the period itself; to a backward count none are added."""
    return reading.added if reading.added_first else 0


def _nth_open(table: DayTable, start: int, count: int, closed: Collection[int], *, forward: bool) -> int:
    """Return the count-th day after or before the start that is open and not among the recorded closings."""
    check_covered(start + 2 * count + len(closed) if forward else start - 2 * count - len(closed))
    nth_open = table.nth_open_after if forward else table.nth_open_before
    passed = 0
    end = nth_open(start, count)
    while (among := _closings_among(table, start, end, closed)) != passed:
        passed = among
        end = nth_open(start, count + passed)
    return end


def _closings_among(table: DayTable, start: int, end: int, closed: Collection[int]) -> int:
    """Return how many days between the start, not included, and the end were open but for a recorded closing."""
    low, high = (start + 1, end) if end > start else (end, start - 1)
    return sum(low <= day <= high and not table.is_closed(day) for day in closed)
