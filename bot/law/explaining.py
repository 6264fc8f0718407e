"""From the days of a count to its explanation: steps, and notes on whatever is not plain."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from bot.law.arithmetic import Reading, Track, leaves_out_closed_days
from bot.law.as_settled import court_question, method_question, method_standing
from bot.law.calendar import Calendar, DayTable, is_arguable, is_weekend, why_closed
from bot.law.method import Rolls
from bot.law.notes import Note, noted, remarked
from bot.law.problem import Problem
from bot.law.questions import Question, question_note
from bot.law.settling import QuestionKind
from bot.law.steps import Step
from bot.law.values import ClosedDay, Direction, Service, Standing

_ON_PAPER = frozenset({Service.MAIL, Service.CLERK, Service.CONSENT})


def steps_of(problem: Problem, period: str, track: Track, latest: Track) -> list[Step]:
    """Explain one track, and name the day of the latest one if it is another."""
    cites, reading = problem.frame.version.cites, track.reading
    start, direction = problem.first, problem.frame.direction
    steps = [Step("started", {"start": start, "cite": cites.start})]
    if reading.added_first:
        steps.append(_served_step("added to period", problem, reading, track.raw))
    steps += _counted_steps(problem, period, track)
    if track.rolled != track.raw:
        steps.append(_rolled_step(problem, track.raw, track.rolled, direction))
    if reading.added and not reading.added_first:
        added = track.rolled + reading.added
        steps.append(_served_step("added for service", problem, reading, added))
        if track.served != added:
            steps.append(_rolled_step(problem, added, track.served, direction))
    if track.final != track.served:
        days = tuple(date.fromordinal(day) for day in range(track.served, track.final) if day in problem.closed)
        steps.append(
            Step("inaccessible", {"days": days, "end": date.fromordinal(track.final), "cite": cites.inaccessible})
        )
    ends = "day ends" if problem.court.country == "US" else "day ends locally"
    steps.append(Step(ends, {"zone": problem.court.zone, "cite": cites.day_ends}))
    if latest.final != track.final:
        steps.append(Step("otherwise", {"end": date.fromordinal(latest.final)}))
    return steps


def notes_on(problem: Problem, earliest: Track, latest: Track, questions: tuple[Question, ...]) -> tuple[Note, ...]:
    """Say what is not plain about a count: open questions, closed starts, service that adds nothing, projections."""
    notes = [*closed_start_note(problem), *_service_notes(problem)]
    for question in questions:
        if question.kind is QuestionKind.CLOSED_DAY:
            notes += arguable_notes(problem, *_span(problem, earliest, latest))
        else:
            notes.append(question_note(question))
    if problem.frame.version.rolls is Rolls.ARGUABLY and _ends_closed(problem, earliest, latest):
        notes.append(_last_open_note(problem, earliest.final))
        notes += _substitute_notes(problem, latest.final)
    notes += standing_notes(problem, latest.final)
    return tuple(notes)


def arguable_notes(problem: Problem, low: int, high: int) -> tuple[Note, ...]:
    """Say of each arguably closed day in a span what is open about it."""
    calendar = problem.frame.calendar
    return tuple(
        noted("arguable day", question=f"{QuestionKind.CLOSED_DAY}:{closed.day.isoformat()}", closed=(closed,))
        for day in range(low, high + 1)
        if is_arguable(calendar, day)
        for closed in calendar.names.get(day, ())
    )


def closed_start_note(problem: Problem) -> tuple[Note, ...]:
    """Remark on a period that starts on a closed day."""
    first = problem.first.toordinal()
    if not problem.frame.calendar.certain.is_closed(first):
        return ()
    return (noted("closed start", day=problem.first, closed=why_closed(problem.frame.calendar, first)),)


def standing_notes(problem: Problem, last: int) -> tuple[Note, ...]:
    """Say what has not been verified about the method, the calendar or the court."""
    if (
        problem.frame.version.standing is Standing.SETTLED
        and problem.frame.calendar.official is None
        and problem.court.remark is None
    ):
        return ()
    return (*_method_notes(problem), *_projection_notes(problem, last), *_court_notes(problem))


def _method_notes(problem: Problem) -> Iterator[Note]:
    if method_standing(problem) is not Standing.SETTLED:
        facts = {"method": problem.frame.method.id, "rule": problem.frame.version.rule}
        yield noted("counting", question=method_question(problem), **facts)


def _projection_notes(problem: Problem, last: int) -> Iterator[Note]:
    official = problem.frame.calendar.official
    year = date.fromordinal(last).year
    if official is not None and not (problem.first.year in official and year in official):
        yield noted("projection", first=official[0], last=official[-1])


def _court_notes(problem: Problem) -> Iterator[Note]:
    court = problem.court
    if court.remark is None:
        return
    if court.standing is Standing.SETTLED:
        yield remarked(court.remark)
    elif court_question(problem) not in problem.settled:
        yield remarked(court.remark, question=court_question(problem))


def closed_between(calendar: Calendar, days: Iterable[int]) -> tuple[ClosedDay, ...]:
    """Return whatever closes the given days, in order."""
    return tuple(closed for day in days for closed in why_closed(calendar, day))


def _counted_steps(problem: Problem, period: str, track: Track) -> list[Step]:
    shift = track.reading.shift
    left_out = shift is None and leaves_out_closed_days(track.reading, problem.frame.period)
    facts: dict[str, Any] = {
        "period": period,
        "direction": problem.frame.direction,
        "start": problem.first,
        "end": date.fromordinal(track.raw),
        "cite": problem.frame.version.cites.every_day,
    }
    if not left_out:
        return [Step("counted", facts)]
    low, high = sorted((problem.first.toordinal(), track.raw))
    closed = _holidays_left_out(problem.frame.calendar, track.reading.table, range(low + 1, high))
    steps = [Step("counted open days", facts)]
    return [*steps, Step("left out", {"closed": closed})] if closed else steps


def _holidays_left_out(calendar: Calendar, table: DayTable, days: range) -> tuple[ClosedDay, ...]:
    return tuple(closed for day in days if table.is_closed(day) for closed in calendar.names.get(day, ()))


def _rolled_step(problem: Problem, day: int, end: int, direction: str) -> Step:
    days = range(day, end) if end > day else range(day, end, -1)
    return Step(
        "rolled",
        {
            "direction": direction,
            "closed": closed_between(problem.frame.calendar, days),
            "end": date.fromordinal(end),
            "cite": problem.frame.version.cites.roll,
        },
    )


def _served_step(kind: str, problem: Problem, reading: Reading, end: int) -> Step:
    return Step(
        kind,
        {
            "days": reading.added,
            "service": problem.frame.served.service,
            "end": date.fromordinal(end),
            "cite": problem.frame.version.cites.service,
        },
    )


def _service_notes(problem: Problem) -> list[Note]:
    served, added = problem.frame.served, problem.frame.version.added_days
    way = served.service
    if not way:
        unknown = served.starts and added and problem.frame.direction is Direction.AFTER
        return [noted("service not given")] if unknown else []
    if served.service in _ON_PAPER and not added:
        return [noted("adds no days", label=problem.frame.version.label, service=way)]
    if served.service not in added:
        return []
    if served.starts is False:
        return [noted("not from service", service=way)]
    return [noted("counted back", service=way)] if problem.frame.direction is Direction.BEFORE else []


def _ends_closed(problem: Problem, earliest: Track, latest: Track) -> bool:
    """Return whether the safe date itself may be a day on which the registry cannot be reached."""
    return latest.final != earliest.final or problem.frame.calendar.possible.is_closed(earliest.final)


def _last_open_note(problem: Problem, day: int) -> Note:
    before = date.fromordinal(problem.frame.calendar.possible.last_open(day))
    return noted("last open day", day=before)


def _substitute_notes(problem: Problem, day: int) -> list[Note]:
    """Warn where the day before is a holiday on a Sunday: some years gave the Monday off instead."""
    before = problem.frame.calendar.names.get(day - 1, ())
    return [noted("substitute day", closed=before)] if before and is_weekend(day - 1) else []


def _span(problem: Problem, earliest: Track, latest: Track) -> tuple[int, int]:
    first = problem.first.toordinal()
    if any(leaves_out_closed_days(track.reading, problem.frame.period) for track in (earliest, latest)):
        return min(first, earliest.final), max(first, latest.final)
    if problem.frame.direction is Direction.BEFORE:
        return earliest.final, max(earliest.raw, latest.raw)
    return min(earliest.raw, latest.raw), latest.final
