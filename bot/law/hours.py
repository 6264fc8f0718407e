"""Periods in hours: every hour that passes counts, across changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from bot.law.answers import Answer
from bot.law.arithmetic import accessible
from bot.law.as_settled import how_sure, settled_steps
from bot.law.calendar import DayTable, check_covered
from bot.law.errors import UnreadablePeriodError
from bot.law.explaining import arguable_notes, closed_between, closed_start_note, standing_notes, unchecked_notes
from bot.law.method import Rolls
from bot.law.notes import Note, noted
from bot.law.problem import Frame, Problem
from bot.law.questions import Question, hours_question, question_note
from bot.law.settling import READINGS, QuestionKind
from bot.law.steps import Step
from bot.law.values import ClosedDay, Direction, Standing


class _End(NamedTuple):
    """The earliest and the latest end of a period in hours, and whether what lies between them is open or settled."""

    due_at: datetime
    latest_at: datetime
    left_open: tuple[Question, ...]
    decided: tuple[Question, ...]


def count_hours(problem: Problem) -> Answer:
    """Count a period in hours and explain it.

    Raises:
        UnreadablePeriodError: if it starts on a day without a time.
        OutsideCalendarError: if it leaves the years for which there are calendars.
    """
    start = _start_moment(problem)
    ended = _elapsed(problem, start)
    check_covered(ended.date().toordinal())
    end = _end(problem, ended)
    watched = _watched(ended, end.due_at, end.latest_at)
    return Answer(
        title=f"{problem.frame.period} {problem.frame.direction} {start.isoformat(timespec='minutes')}",
        act="act",
        rule=None,
        citation=problem.frame.version.cites.hours,
        version=problem.frame.version.label,
        trigger_on=start,
        due=end.due_at.date(),
        due_at=end.due_at,
        latest=end.latest_at.date(),
        latest_at=end.latest_at,
        standing=how_sure(problem, () if end.due_at == end.latest_at else (Standing.ARGUABLE,)),
        steps=(
            *_steps(problem, start, ended, end.due_at, end.latest_at),
            *settled_steps(problem, end.decided, watched[0].toordinal(), watched[1].toordinal()),
        ),
        notes=(*map(question_note, end.left_open), *_notes(problem, start, end.due_at, end.latest_at)),
        watched=(watched,),
    )


def _end(problem: Problem, ended: datetime) -> _End:
    """Return the earliest and the latest end of a period whose last hour is the given one."""
    calendar, rolls = problem.frame.calendar, _rolls(problem.frame)
    moved = [_moved(problem, ended, table) for table in (calendar.certain, calendar.possible)]
    ends = [*(moved if "rolls" in rolls else ()), *((ended,) if "stays" in rolls else ())]
    in_doubt = problem.frame.version.rolls_hours is Rolls.ARGUABLY and moved != [ended, ended]
    asked = (hours_question(problem.frame),) if in_doubt else ()
    left_open = asked if len(rolls) > 1 else ()
    return _End(min(ends), max(ends), left_open, () if left_open else asked)


def _watched(*moments: datetime) -> tuple[date, date]:
    days = [moment.date() for moment in moments]
    return min(days), max(days)


def _start_moment(problem: Problem) -> datetime:
    start = problem.start
    if not isinstance(start, datetime):
        raise UnreadablePeriodError(
            "A period in hours needs the time at which it starts: "
            f"write {start.isoformat()}T10:23 instead of {start.isoformat()}."
        )
    zone = problem.frame.seat.zone
    return start.astimezone(zone) if start.tzinfo else start.replace(tzinfo=zone)


def _elapsed(problem: Problem, start: datetime) -> datetime:
    hours = timedelta(hours=problem.frame.period.length)
    instant = start.astimezone(UTC)
    ended = instant + hours if problem.frame.direction is Direction.AFTER else instant - hours
    return ended.astimezone(problem.frame.seat.zone)


def _rolls(frame: Frame) -> tuple[str, ...]:
    """Return what the end of a period in hours may do on a closed day: stay, roll on, or either while that is open."""
    match frame.version.rolls_hours:
        case Rolls.ALWAYS:
            return ("rolls",)
        case Rolls.NEVER:
            return ("stays",)
        case Rolls.ARGUABLY:
            chosen = dict(frame.decided).get(hours_question(frame).id)
            return READINGS[QuestionKind.HOURS] if chosen is None else (chosen,)


def _moved(problem: Problem, ended: datetime, table: DayTable) -> datetime:
    """Return the same time on the next open day, counting on in the same direction; closings always extend forward."""
    day = ended.date().toordinal()
    moved = table.next_open(day) if problem.frame.direction is Direction.AFTER else table.last_open(day)
    moved = accessible(moved, table, problem.closed)
    return ended if moved == day else _at_same_time(ended, date.fromordinal(moved))


def _at_same_time(moment: datetime, day: date) -> datetime:
    there = datetime.combine(day, moment.time(), moment.tzinfo)
    return there.astimezone(UTC).astimezone(moment.tzinfo)


def _steps(
    problem: Problem, start: datetime, ended: datetime, due_at: datetime, latest_at: datetime
) -> tuple[Step, ...]:
    cites = problem.frame.version.cites
    steps = [
        Step(
            "counted hours",
            {
                "period": str(problem.frame.period),
                "direction": problem.frame.direction,
                "started_at": start,
                "ended_at": ended,
                "cite": cites.hours,
            },
        )
    ]
    if due_at != ended:
        steps.append(
            Step(
                "moved hours",
                {**_passed(problem, ended.date(), due_at.date()), "ended_at": due_at, "cite": cites.hours},
            )
        )
    if latest_at != due_at:
        steps.append(Step("otherwise hours", {"ended_at": latest_at}))
    return tuple(steps)


def _passed(problem: Problem, first: date, last: date) -> dict[str, tuple[ClosedDay, ...]]:
    days = range(first.toordinal(), last.toordinal(), 1 if last > first else -1)
    return {
        "closed": closed_between(problem.frame.calendar, days),
        "recorded": tuple(problem.closed[day] for day in days if day in problem.closed),
    }


def _notes(problem: Problem, start: datetime, due_at: datetime, latest_at: datetime) -> tuple[Note, ...]:
    low, high = due_at.date().toordinal(), latest_at.date().toordinal()
    return (
        *closed_start_note(problem.frame.calendar, problem.first),
        *_clock_notes(start),
        *(arguable_notes(problem.frame.calendar, low, high) if due_at != latest_at else ()),
        *unchecked_notes(problem.frame.calendar),
        *standing_notes(problem, problem.frame.calendar, due_at.date()),
    )


def _clock_notes(start: datetime) -> tuple[Note, ...]:
    if start.astimezone(UTC).astimezone(start.tzinfo).replace(tzinfo=None) != start.replace(tzinfo=None):
        return (noted("clocks skipped"),)
    if start.replace(fold=0).utcoffset() != start.replace(fold=1).utcoffset():
        return (noted("clocks repeated"),)
    return ()
