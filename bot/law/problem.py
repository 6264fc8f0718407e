"""One period to be counted, with everything it depends on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.law.calendar import Calendar
from bot.law.method import Method, MethodVersion
from bot.law.settling import NOTHING_SETTLED, Settled
from bot.law.values import ClosedDay, Closure, Court, Direction, Period, Service

Closings = Mapping[int, ClosedDay]
NONE_CLOSED: Closings = {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CourtCalendar:
    """A court's calendars: holidays of the state are legal holidays only for periods counted forward."""

    forward: Calendar
    backward: Calendar


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seat:
    """Where a period runs: a court, the method by which it computes time there, and the calendars that go with it."""

    court: Court
    method: Method
    calendars: CourtCalendar
    zone: ZoneInfo


class Served(NamedTuple):
    """How service bears on a period.

    Args:
        service: how the paper was served.
        starts: whether the period runs from service (then days may be added), from something else (never),
            or None where that is not known, as in a bare count.
    """

    service: Service = Service.NONE
    starts: bool | None = None


class Frame(NamedTuple):
    """All of a problem but its dates: periods of one kind share it, so what follows from it is worked out once.

    Args:
        decided: the questions that somebody settled, each with the reading that was chosen.
    """

    seat: Seat
    version: MethodVersion
    period: Period
    direction: Direction
    served: Served
    decided: tuple[tuple[str, str], ...] = ()

    @property
    def calendar(self) -> Calendar:
        """The calendar that the version counts on in this direction."""
        return calendar_for(self, self.version)


class Problem(NamedTuple):
    """A period, where and when it runs, and the text that computes it.

    Args:
        start: when it starts, as it was given; `first` is the court's day of that.
        dated: the version follows from the start, not from an explicit `as_of`; then a later text may matter too.
        closed: the closings recorded for this court, by the day's ordinal.
        settled: what somebody settled, by question.
        unsettled: the calendar as it was before anybody settled its arguable days.
    """

    frame: Frame
    start: date | datetime
    first: date
    dated: bool = True
    closed: Closings = NONE_CLOSED
    settled: Settled = NOTHING_SETTLED
    unsettled: Calendar | None = None


def calendar_for(frame: Frame, version: MethodVersion) -> Calendar:
    """Return the calendar that a version of the method counts on, in the frame's direction."""
    forward = frame.direction is Direction.AFTER or version.state_holidays_backward
    return frame.seat.calendars.forward if forward else frame.seat.calendars.backward


def closings(closed: Iterable[date | Closure]) -> Closings:
    """Index recorded closings by day; a bare date is a closing of which neither name nor source is known."""
    found = (one if isinstance(one, Closure) else Closure(day=one, name="") for one in closed)
    return {one.day.toordinal(): ClosedDay(day=one.day, name=one.name, source=one.source) for one in found}


def day_in(zone: ZoneInfo, start: date | datetime) -> date:
    """Return the day on which something happened in a zone; a naive time is that zone's own."""
    if not isinstance(start, datetime):
        return start
    return start.astimezone(zone).date() if start.tzinfo else start.date()
