"""Counting a period in every reading of the law that matters, and answering with the earliest."""

from collections.abc import Collection
from datetime import date, datetime
from functools import lru_cache

from bot.law.answers import Answer
from bot.law.arithmetic import last_day
from bot.law.as_settled import seat_as_settled
from bot.law.calendar import check_covered
from bot.law.considering import consider
from bot.law.ending import ending_of, ending_on
from bot.law.explaining import all_notes, steps_to_last_day
from bot.law.hours import count_hours
from bot.law.method import version_on
from bot.law.problem import NONE_CLOSED, Frame, Problem, Seat, Served, closings, day_in
from bot.law.readings import plan_for
from bot.law.settling import NOTHING_SETTLED, Settled
from bot.law.values import Closure, Direction, Period, Unit

_NOT_SERVED = Served()

_frame = lru_cache(maxsize=4096)(Frame)


def count(
    *,
    seat: Seat,
    start: date | datetime,
    period: Period,
    direction: Direction = Direction.AFTER,
    served: Served = _NOT_SERVED,
    as_of: date | None = None,
    closed: Collection[date | Closure] = (),
    settled: Settled = NOTHING_SETTLED,
) -> Answer:
    """Count one period at a seat and explain it.

    Days are days of the court; a naive start time is the court's own. The version of the method is the one in force
    on `as_of`, or else on the day of the start. Closings may be given with their name and source, or as bare dates.

    Raises:
        OutsideCalendarError: if the period leaves the years for which there are calendars.
        UnreadablePeriodError: if a period in hours starts on a day without a time.
    """
    first = day_in(seat.zone, start)
    check_covered(first.toordinal())
    frame = _frame(seat, version_on(seat.method, as_of or first), period, direction, served)
    problem = Problem(frame, start, first, as_of is None, closings(closed) if closed else NONE_CLOSED)
    if settled:
        problem = _as_settled(problem, settled)
    return count_hours(problem) if period.unit is Unit.HOURS else count_days(problem)


def count_days(problem: Problem) -> Answer:
    """Count a period of days or longer and explain it."""
    plan = plan_for(problem.frame)
    if plan.ends and not problem.closed and not problem.settled:
        reading, frame = plan.readings[0], problem.frame
        ending = ending_on(plan.ends, last_day(reading, problem.first.toordinal(), frame.period, frame.direction))
    else:
        outcome = consider(problem, plan)
        problem, plan, reading = outcome.problem, outcome.plan, outcome.earliest.reading
        ending = ending_of(outcome)
    version = problem.frame.version
    return Answer._make(  # in the order of the fields: keywords would take a tenth of the whole count
        (
            f"{plan.words} {problem.first.isoformat()}",
            "act",
            None,
            version.citation,
            version.label,
            problem.start,
            *ending.dates,
            (*steps_to_last_day(problem, plan, reading, ending.last_day), *ending.steps),
            all_notes(problem, plan, ending.dates.latest, ending.notes),
            None,
            None,
            ending.watched,
        )
    )


def _as_settled(problem: Problem, settled: Settled) -> Problem:
    """Put what somebody settled into a problem."""
    frame = problem.frame
    prefix = f"{frame.seat.method.id}:"
    decided = tuple(sorted((name, one.reading) for name, one in settled.items() if name.startswith(prefix)))
    return problem._replace(
        frame=frame._replace(seat=seat_as_settled(frame.seat, settled), decided=decided),
        settled=settled,
        unsettled=frame.calendar,
    )
