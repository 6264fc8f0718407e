"""Which days are closed: tables indexed by the day's ordinal, so that a roll is one lookup."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from bot.law.errors import OutsideCalendarError
from bot.law.values import ClosedDay, Standing

FIRST = date(1960, 1, 1).toordinal()
LAST = date(2079, 12, 31).toordinal()
STAYS = bytes(LAST - FIRST + 1)  # how far each day moves where none does
_SATURDAY, _SUNDAY = 5, 6


class DayTable:
    """Open and closed days between FIRST and LAST in one reading of the law.

    `ahead[d - FIRST]` is how many days d lies before the next open day (0 if d is open); `back[d - FIRST]` is minus the
    number of days since the last one.
    """

    __slots__ = ("_open_days", "ahead", "back")

    def __init__(self, closed: Iterable[int]) -> None:
        flags = bytearray(is_weekend(day) for day in range(FIRST, FIRST + 7)) * ((LAST - FIRST) // 7 + 1)
        del flags[LAST - FIRST + 1 :]
        for day in closed:
            if FIRST <= day <= LAST:
                flags[day - FIRST] = 1
        self.back = array("b", [-distance for distance in _distances(flags)])
        self.ahead = _distances(flags[::-1])[::-1]
        self._open_days: array[int] | None = None

    def is_closed(self, day: int) -> bool:
        """Return whether the day with that ordinal is closed."""
        return self.ahead[day - FIRST] != 0

    def next_open(self, day: int) -> int:
        """Return the first open day that is not before the day."""
        return day + self.ahead[day - FIRST]

    def last_open(self, day: int) -> int:
        """Return the last open day that is not after the day."""
        return day + self.back[day - FIRST]

    def nth_open_after(self, day: int, count: int) -> int:
        """Return the count-th open day after the day."""
        days = self.open_days
        return days[bisect_right(days, day) + count - 1]

    def nth_open_before(self, day: int, count: int) -> int:
        """Return the count-th open day before the day."""
        days = self.open_days
        return days[bisect_right(days, day - 1) - count]

    @property
    def open_days(self) -> "array[int]":
        """Every open day, in order; made when it is first asked for."""
        if self._open_days is None:
            self._open_days = array("l", [FIRST + at for at, distance in enumerate(self.ahead) if distance == 0])
        return self._open_days


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """The closed days of a court for periods counted in one direction, in both readings.

    Args:
        certain: closed are only the days that are closed for certain.
        possible: closed are also the days that are arguably closed.
        names: the closed days other than weekends, by ordinal.
        official: the years for which we hold official lists; outside them the calendar is a projection.
        unchecked: the states whose holidays nobody compared with their statutes.
    """

    certain: DayTable
    possible: DayTable
    names: Mapping[int, tuple[ClosedDay, ...]] = field(default_factory=dict)
    official: range | None = None
    unchecked: str = ""

    def arguable(self, day: int) -> tuple[ClosedDay, ...]:
        """Return what arguably closes a day that is not closed for certain."""
        if not is_arguable(self, day):
            return ()
        return self.names.get(day, ())


def build_calendar(days: Iterable[ClosedDay], *, official: range | None = None, unchecked: str = "") -> Calendar:
    """Make the tables of a calendar from its closed days; Saturdays and Sundays are always closed."""
    names: dict[int, tuple[ClosedDay, ...]] = {}
    for day in days:
        names[day.day.toordinal()] = (*names.get(day.day.toordinal(), ()), day)
    sure = [ordinal for ordinal, found in names.items() if any(day.standing is Standing.SETTLED for day in found)]
    certain = DayTable(sure)
    possible = DayTable(names) if any(not certain.is_closed(day) for day in names if FIRST <= day <= LAST) else certain
    return Calendar(certain=certain, possible=possible, names=names, official=official, unchecked=unchecked)


@lru_cache(maxsize=256)
def with_settled_days(calendar: Calendar, settled: frozenset[tuple[int | str, bool]]) -> Calendar:
    """Return a calendar in which arguable days are open or closed for certain, as somebody settled them.

    Args:
        settled: days and families of days, and whether each was held to be closed. A day's own settlement wins over
            its families'; days that are not arguable stay what they are.
    """
    decided = dict(settled)
    days = [
        closed._replace(standing=Standing.SETTLED) if held else closed
        for ordinal, found in calendar.names.items()
        for closed in found
        if (held := _held_closed(calendar, ordinal, closed, decided)) is not False
    ]
    return build_calendar(days, official=calendar.official, unchecked=calendar.unchecked)


def _held_closed(calendar: Calendar, ordinal: int, closed: ClosedDay, decided: Mapping[int | str, bool]) -> bool | None:
    """Return whether an arguable day was held to be closed; None if nobody said, or if it is not arguable."""
    if closed.standing is Standing.SETTLED or not is_arguable(calendar, ordinal):
        return None
    return decided.get(ordinal, decided.get(closed.family or ""))


def is_arguable(calendar: Calendar, day: int) -> bool:
    """Return whether a day is closed in one reading and open in the other."""
    return FIRST <= day <= LAST and calendar.possible.is_closed(day) and not calendar.certain.is_closed(day)


def nth_day_rolled(table: DayTable, start: int, days: int) -> int:
    """Return the bare end of a forward period of days, as ordinals: counted, and moved to the next open day.

    It knows nothing of versions, service or open questions; the start must lie well inside the calendars.
    """
    end = start + days
    return end + table.ahead[end - FIRST]


def is_weekend(ordinal: int) -> bool:
    """Return whether the day with that ordinal is a Saturday or a Sunday."""
    return (ordinal + 6) % 7 >= _SATURDAY


def why_closed(calendar: Calendar, day: int) -> tuple[ClosedDay, ...]:
    """Return what closes a day: its holidays, or the weekend; nothing if it is open."""
    found = calendar.names.get(day, ())
    if not is_weekend(day) or any(closed.standing is Standing.SETTLED for closed in found):
        return found
    name = "Saturday" if (day + 6) % 7 == _SATURDAY else "Sunday"
    return (ClosedDay(day=date.fromordinal(day), name=name, source="weekend"),)


def check_covered(day: int) -> None:
    """Refuse a day for which there is no calendar.

    Raises:
        OutsideCalendarError: if the day lies before 1960 or after 2079.
    """
    if not FIRST <= day <= LAST:
        raise OutsideCalendarError(
            "The calendars run from 1960 to 2079, and this period leaves them. "
            "Check the year of the date and the length of the period."
        )


def _distances(flags: bytes | bytearray) -> bytes:
    """Return for each day how many closed days in a row end with it."""
    distances = bytearray(len(flags))
    run = 0
    for at, closed in enumerate(flags):
        run = run + 1 if closed else 0
        distances[at] = run
    return bytes(distances)
