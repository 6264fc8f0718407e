"""The rulebook: every question about dates goes to it."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache

from bot.law.answers import Answer
from bot.law.calendar import Calendar, check_covered, why_closed
from bot.law.counting import count
from bot.law.errors import OutsideCalendarError
from bot.law.methods import method_named
from bot.law.problem import CourtCalendar, Served
from bot.law.values import ClosedDay, Court, Direction, Period, Service
from bot.rulebook.calendars import calendars_of
from bot.rulebook.courts import all_courts, court_named
from bot.rulebook.holiday_lists import YEARS

_A_YEAR = 366


class Rulebook:
    """The courts, their calendars and the rule packs. Immutable; ask one and share it."""

    def court(self, name: str) -> Court:
        """Return a court by its id.

        Raises:
            UnknownCourtError: if there is none.
        """
        return court_named(name)

    def courts(self) -> tuple[Court, ...]:
        """Return every court, US federal ones first, by id."""
        return tuple(all_courts().values())

    def count(
        self,
        *,
        court: str,
        start: date | datetime,
        period: Period,
        direction: Direction = Direction.AFTER,
        service: Service = Service.NONE,
        method: str | None = None,
        as_of: date | None = None,
        closed: Collection[date] = (),
    ) -> Answer:
        """Count one period in a court and explain it (see `bot.law.counting.count`).

        Raises:
            LawError: in one sentence, if the court, the method, the date or the period cannot be used.
        """
        where = self.court(court)
        how = method_named(method or where.method)
        return count(
            court=where,
            calendars=calendars_of(where, how.id),
            method=how,
            start=start,
            period=period,
            direction=direction,
            served=Served(service),
            as_of=as_of,
            closed=closed,
        )

    def closed_days(self, *, court: str, year: int, closed: Collection[date] = ()) -> tuple[ClosedDay, ...]:
        """Return the holidays and closings of a year, in order, weekends not included.

        Raises:
            OutsideCalendarError: if there is no calendar for that year.
        """
        if year not in YEARS:
            raise OutsideCalendarError(
                f"The calendars run from {YEARS[0]} to {YEARS[-1]}; ask for a year between them."
            )
        first = date(year, 1, 1).toordinal()
        names = self._calendar(court).names
        ours = [day for at in range(first, first + _A_YEAR) for day in names.get(at, ()) if day.day.year == year]
        recorded = [
            ClosedDay(day=day, name="closed", source="recorded by the team") for day in closed if day.year == year
        ]
        return tuple(sorted((*ours, *recorded), key=lambda found: found.day))

    def is_closed(self, *, court: str, day: date, closed: Collection[date] = ()) -> bool:
        """Return whether the court is closed on a day, arguably closed days included."""
        check_covered(day.toordinal())
        return day in closed or self._calendar(court).possible.is_closed(day.toordinal())

    def why_closed(self, *, court: str, day: date) -> tuple[ClosedDay, ...]:
        """Return what closes a day: its holidays or the weekend; nothing if the court is open."""
        return why_closed(self._calendar(court), day.toordinal())

    def next_open_day(self, *, court: str, day: date, closed: Collection[date] = ()) -> date:
        """Return the first day from the given one on on which the court is certainly open."""
        return self._open_day(court, day, closed, 1)

    def last_open_day_before(self, *, court: str, day: date, closed: Collection[date] = ()) -> date:
        """Return the last day up to the given one on which the court is certainly open: the day itself if it is."""
        return self._open_day(court, day, closed, -1)

    def _open_day(self, court: str, day: date, closed: Collection[date], step: int) -> date:
        while self.is_closed(court=court, day=day, closed=closed):
            day = date.fromordinal(day.toordinal() + step)
        return day

    def _calendar(self, court: str) -> Calendar:
        where = self.court(court)
        calendars: CourtCalendar = calendars_of(where, where.method)
        return calendars.forward


@cache
def load_rulebook() -> Rulebook:
    """Return the rulebook."""
    return Rulebook()
