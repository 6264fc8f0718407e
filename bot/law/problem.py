"""One period to be counted, with everything it depends on."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.law.calendar import Calendar
from bot.law.method import Method, MethodVersion
from bot.law.values import Court, Direction, Period, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCalendar:
    """A court's calendars: holidays of the state are legal holidays only for periods counted forward."""

    forward: Calendar
    backward: Calendar


class Served(NamedTuple):
    """How service bears on a period.

    Args:
        service: how the paper was served.
        starts: whether the period runs from service (then days may be added), from something else (never),
            or None where that is not known, as in a bare count.
    """

    service: Service = Service.NONE
    starts: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A period, where and when it runs, and the text that computes it.

    Args:
        dated: the version follows from the start, not from an explicit `as_of`; then a later text may matter too.
        closed: the closings recorded for this court, as ordinals.
    """

    court: Court
    calendars: CourtCalendar
    method: Method
    version: MethodVersion
    start: date | datetime
    period: Period
    direction: Direction = Direction.AFTER
    served: Served = field(default_factory=Served)
    dated: bool = True
    closed: frozenset[int] = frozenset()

    @property
    def zone(self) -> ZoneInfo:
        """The court's zone."""
        return ZoneInfo(self.court.zone)

    @property
    def first(self) -> date:
        """The court's day on which the period starts."""
        return day_in(self.zone, self.start)

    @property
    def calendar(self) -> Calendar:
        """The calendar that the version counts on in this direction."""
        return calendar_for(self, self.version)


def calendar_for(problem: Problem, version: MethodVersion) -> Calendar:
    """Return the calendar that a version of the method counts on, in the problem's direction."""
    forward = problem.direction is Direction.AFTER or version.state_holidays_backward
    return problem.calendars.forward if forward else problem.calendars.backward


def day_in(zone: ZoneInfo, start: date | datetime) -> date:
    """Return the day on which something happened in a zone; a naive time is that zone's own."""
    if not isinstance(start, datetime):
        return start
    return start.astimezone(zone).date() if start.tzinfo else start.date()
