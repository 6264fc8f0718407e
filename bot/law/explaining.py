"""From the days of a count to its explanation: steps, and notes on whatever is not plain."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from bot.law.arithmetic import Reading, Track
from bot.law.as_settled import court_question, court_standing, method_question, method_standing
from bot.law.calendar import Calendar, is_weekend, why_closed
from bot.law.method import Rolls
from bot.law.notes import Note, noted, remarked
from bot.law.problem import Problem
from bot.law.questions import Question, question_note
from bot.law.readings import Plan
from bot.law.settling import QuestionKind, day_question
from bot.law.steps import Step
from bot.law.values import ClosedDay, Standing, Unit


def steps_to_last_day(problem: Problem, plan: Plan, reading: Reading, last: date) -> list[Step]:
    """Explain how the last day of a period was counted, in one reading."""
    first, cites = problem.first, problem.frame.version.cites
    steps = [Step("started", {"start": first, "cite": cites.start})]
    if reading.added_first:
        steps.extend(_lengthened_steps(problem, plan, reading, last))
    else:
        steps.append(_counted_step(problem, plan, reading, plan.period, last))
    if reading.leaves_out:
        steps.extend(_left_out_steps(problem, plan.calendar, reading, last.toordinal()))
    return steps


def _counted_step(problem: Problem, plan: Plan, reading: Reading, period: str, end: date) -> Step:
    facts = {
        "period": period,
        "direction": plan.way,
        "start": problem.first,
        "end": end,
        "cite": problem.frame.version.cites.every_day,
    }
    return Step("counted open days" if reading.leaves_out else "counted", facts)


def _lengthened_steps(problem: Problem, plan: Plan, reading: Reading, last: date) -> Iterator[Step]:
    """Count a period that service makes longer: 10 days and 3 are 13; a month and 3 days are counted one by one."""
    period = problem.frame.period
    if period.unit in {Unit.DAYS, Unit.COURT_DAYS}:
        yield _served_step("added to period", problem, reading, last.toordinal())
        longer = period._replace(length=period.length + reading.added)
        yield _counted_step(problem, plan, reading, str(longer), last)
    else:
        before = date.fromordinal(last.toordinal() - reading.added)
        yield _counted_step(problem, plan, reading, plan.period, before)
        yield _served_step("added for service", problem, reading, last.toordinal())


def steps_to_end(problem: Problem, plan: Plan, track: Track, latest: Track) -> Iterator[Step]:
    """Explain one track from its last day as counted on, and name the day of the latest one if it is another."""
    reading = track.reading
    if track.rolled != track.raw:
        yield _rolled_step(problem, plan, track.raw, track.rolled)
    if track.extended != track.rolled:
        yield _inaccessible_step(problem, track.rolled, track.extended)
    if reading.added and not reading.added_first:
        added = track.extended + reading.added
        yield _served_step("added for service", problem, reading, added)
        if track.served != added:
            yield _rolled_step(problem, plan, added, track.served)
    if track.final != track.served:
        yield _inaccessible_step(problem, track.served, track.final)
    yield plan.day_ends
    if latest.final != track.final:
        yield Step("otherwise", {"end": date.fromordinal(latest.final)})


def all_notes(problem: Problem, plan: Plan, end: date, on_end: Iterable[Note]) -> tuple[Note, ...]:
    """Say what is not plain about a period: its start, its service, its end, and what has not been verified."""
    notes = (*closed_start_note(plan.calendar, problem.first), *plan.notes, *on_end)
    return (*notes, *standing_notes(problem, plan.calendar, end)) if plan.doubtful else notes


def notes_on_end(
    problem: Problem, plan: Plan, earliest: Track, latest: Track, questions: tuple[Question, ...]
) -> Iterator[Note]:
    """Say what is not plain about the end of a period: open questions, a closed last day."""
    for question in questions:
        if question.kind is QuestionKind.CLOSED_DAY:
            yield from arguable_notes(plan.calendar, *_span(problem, earliest, latest))
        else:
            yield question_note(question)
    yield from unchecked_notes(plan.calendar)
    if problem.frame.version.rolls is Rolls.ARGUABLY and _ends_closed(plan.calendar, earliest, latest):
        yield _last_open_note(plan.calendar, earliest.final)
        yield from _substitute_notes(plan.calendar, latest.final)


def unchecked_notes(calendar: Calendar) -> Iterator[Note]:
    """Say whose holidays nobody compared with their statutes."""
    if calendar.unchecked:
        yield noted("state not checked", states=calendar.unchecked)


def arguable_notes(calendar: Calendar, low: int, high: int) -> tuple[Note, ...]:
    """Say of each arguably closed day in a span what is open about it."""
    return tuple(
        noted("arguable day", question=day_question(closed.day), closed=(closed,))
        for day in range(low, high + 1)
        for closed in calendar.arguable(day)
    )


@lru_cache(maxsize=8192)
def closed_start_note(calendar: Calendar, first: date) -> tuple[Note, ...]:
    """Remark on a period that starts on a closed day."""
    day = first.toordinal()
    if not calendar.certain.is_closed(day):
        return ()
    return (noted("closed start", day=first, closed=why_closed(calendar, day)),)


def standing_notes(problem: Problem, calendar: Calendar, last: date) -> tuple[Note, ...]:
    """Say what has not been verified about the method, the calendar or the court."""
    return (*_method_notes(problem), *_projection_notes(problem, calendar, last), *_court_notes(problem))


def _method_notes(problem: Problem) -> Iterator[Note]:
    if method_standing(problem) is not Standing.SETTLED:
        hours = {"hours": True} if problem.frame.period.unit is Unit.HOURS else {}
        facts = {"method": problem.frame.seat.method.id, "rule": problem.frame.version.rule, **hours}
        yield noted("counting", question=method_question(problem), **facts)


def _projection_notes(problem: Problem, calendar: Calendar, last: date) -> Iterator[Note]:
    official = calendar.official
    if official is not None and not (problem.first.year in official and last.year in official):
        yield noted("projection", first=official[0], last=official[-1])


def _court_notes(problem: Problem) -> Iterator[Note]:
    court = problem.frame.seat.court
    if court.remark is None or court_standing(problem) is not court.standing:
        return
    if court.standing is Standing.SETTLED:
        yield remarked(court.remark)
    elif court_question(problem) not in problem.settled:
        yield remarked(court.remark, question=court_question(problem))


def closed_between(calendar: Calendar, days: Iterable[int]) -> tuple[ClosedDay, ...]:
    """Return whatever closes the given days, in order."""
    return tuple(closed for day in days for closed in why_closed(calendar, day))


def _left_out_steps(problem: Problem, calendar: Calendar, reading: Reading, raw: int) -> Iterator[Step]:
    """Name the holidays inside a period that were not counted, and the closings that were recorded."""
    low, high = sorted((problem.first.toordinal(), raw))
    inside, table = range(low + 1, high), reading.table
    closed = tuple(one for day in inside if table.is_closed(day) for one in calendar.names.get(day, ()))
    ours = sorted(problem.closed) if reading.skips_closings else ()
    recorded = tuple(problem.closed[day] for day in ours if day in inside and not table.is_closed(day))
    if closed or recorded:
        yield Step("left out", {"closed": closed, "recorded": recorded} if recorded else {"closed": closed})


def _rolled_step(problem: Problem, plan: Plan, day: int, end: int) -> Step:
    days = range(day, end) if end > day else range(day, end, -1)
    return Step(
        "rolled",
        {
            "direction": problem.frame.direction,
            "closed": closed_between(plan.calendar, days),
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


def _inaccessible_step(problem: Problem, day: int, end: int) -> Step:
    days = range(day, end)
    return Step(
        "inaccessible",
        {
            "closed": tuple(problem.closed[day] for day in days if day in problem.closed),
            "end": date.fromordinal(end),
            "cite": problem.frame.version.cites.inaccessible,
        },
    )


def _ends_closed(calendar: Calendar, earliest: Track, latest: Track) -> bool:
    """Return whether the safe date itself may be a day on which the registry cannot be reached."""
    return latest.final != earliest.final or calendar.possible.is_closed(earliest.final)


def _last_open_note(calendar: Calendar, day: int) -> Note:
    before = date.fromordinal(calendar.possible.last_open(day))
    return noted("last open day", day=before)


def _substitute_notes(calendar: Calendar, day: int) -> list[Note]:
    """Warn where the day before is a holiday on a Sunday: some years gave the Monday off instead."""
    before = calendar.names.get(day - 1, ())
    return [noted("substitute day", closed=before)] if before and is_weekend(day - 1) else []


def _span(problem: Problem, earliest: Track, latest: Track) -> tuple[int, int]:
    first = problem.first.toordinal()
    if earliest.reading.leaves_out or latest.reading.leaves_out:
        return min(first, earliest.final), max(first, latest.final)
    passed = [day for track in (earliest, latest) for day in (track.raw, track.rolled, track.final)]
    return min(passed), max(passed)
