"""From the days of a count to its explanation: steps, and notes on whatever is not plain."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.law.arithmetic import Reading, Track, leaves_out_closed_days
from bot.law.calendar import Calendar, DayTable, is_weekend, why_closed
from bot.law.method import Rolls
from bot.law.problem import Problem
from bot.law.questions import Question
from bot.law.steps import Step
from bot.law.values import ClosedDay, Direction, Note, Service, Standing
from bot.law.wording import long_date

SERVICE_WORDS = {
    Service.NONE: "service",
    Service.ECF: "electronic service",
    Service.MAIL: "service by mail",
    Service.PERSONAL: "personal service",
    Service.CONSENT: "service by other means consented to",
    Service.CLERK: "leaving the paper with the clerk",
}
_ON_PAPER = frozenset({Service.MAIL, Service.CLERK, Service.CONSENT})


def steps_of(problem: Problem, track: Track, latest: Track) -> tuple[Step, ...]:
    """Explain one track, and name the day of the latest one if it is another."""
    cites, reading = problem.frame.version.cites, track.reading
    start, direction = problem.first, problem.frame.direction.value
    steps = [Step("started", {"start": start, "cite": cites.start})]
    if reading.added_first:
        steps.append(_served_step("added to period", problem, reading, track.raw))
    steps += _counted_steps(problem, track)
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
    return tuple(steps)


def notes_on(problem: Problem, earliest: Track, latest: Track, questions: tuple[Question, ...]) -> tuple[Note, ...]:
    """Say what is not plain about a count: open questions, closed starts, service that adds nothing, projections."""
    notes = [*closed_start_note(problem), *_service_notes(problem)]
    for question in questions:
        if question.text:
            notes.append(Note(text=question.text, question=question.id))
        else:
            notes += arguable_notes(problem, *_span(problem, earliest, latest))
    if problem.frame.version.rolls is Rolls.ARGUABLY and latest.final != earliest.final:
        notes.append(_last_open_note(problem, earliest.final))
        notes += _substitute_notes(problem, latest.final)
    notes += standing_notes(problem, latest.final)
    return tuple(notes)


def arguable_notes(problem: Problem, low: int, high: int) -> tuple[Note, ...]:
    """Say of each arguably closed day in a span what is open about it."""
    calendar = problem.frame.calendar
    found = (
        closed
        for day in range(low, high + 1)
        if calendar.possible.is_closed(day) and not calendar.certain.is_closed(day)
        for closed in calendar.names.get(day, ())
    )
    return tuple(_arguable_note(closed) for closed in found)


def closed_start_note(problem: Problem) -> tuple[Note, ...]:
    """Remark on a period that starts on a closed day."""
    first = problem.first.toordinal()
    if not problem.frame.calendar.certain.is_closed(first):
        return ()
    names = " and ".join(closed.name for closed in why_closed(problem.frame.calendar, first))
    day = long_date(problem.first)
    text = (
        f"The period starts on a day that is itself closed: {day}."
        if names in day
        else f"The period starts on a closed day: {day} ({names})."
    )
    return (Note(text=text),)


def standing_notes(problem: Problem, last: int) -> tuple[Note, ...]:
    """Say what has not been verified about the method, the calendar or the court."""
    notes = [Note(text=remark) for remark in problem.frame.version.remarks]
    official = problem.frame.calendar.official
    year = date.fromordinal(last).year
    if official is not None and not (problem.first.year in official and year in official):
        notes.append(
            Note(
                text=f"The official holiday lists we hold run from {official[0]} to {official[-1]}; "
                "outside them the calendar is a projection and may be wrong by days. Check the list of that year."
            )
        )
    if problem.court.remark:
        notes.append(Note(text=problem.court.remark))
    return tuple(notes)


def closed_between(calendar: Calendar, days: Iterable[int]) -> tuple[ClosedDay, ...]:
    """Return whatever closes the given days, in order."""
    return tuple(closed for day in days for closed in why_closed(calendar, day))


def _counted_steps(problem: Problem, track: Track) -> list[Step]:
    left_out = leaves_out_closed_days(track.reading, problem.frame.period)
    facts: dict[str, Any] = {
        "period": str(problem.frame.period),
        "direction": problem.frame.direction.value,
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
            "service": SERVICE_WORDS[problem.frame.served.service],
            "end": date.fromordinal(end),
            "cite": problem.frame.version.cites.service,
        },
    )


def _service_notes(problem: Problem) -> list[Note]:
    served, added = problem.frame.served, problem.frame.version.added_days
    way = SERVICE_WORDS[served.service]
    if served.service is Service.NONE and served.starts and added and problem.frame.direction is Direction.AFTER:
        return [Note(text="How the paper was served was not given: after service by mail, for one, days are added.")]
    if served.service in _ON_PAPER and not added:
        return [Note(text=f"{problem.frame.version.label} adds no days for {way}.")]
    if served.service not in added:
        return []
    if served.starts is False:
        return [Note(text=f"Nothing is added for {way}: this period does not run from service.")]
    if problem.frame.direction is Direction.BEFORE:
        return [Note(text=f"Nothing is added for {way}: the period is counted back from an event.")]
    return []


def _last_open_note(problem: Problem, day: int) -> Note:
    before = date.fromordinal(problem.frame.calendar.possible.last_open(day))
    return Note(text=f"The last open day before it, on which the registry can be reached, is {long_date(before)}.")


def _substitute_notes(problem: Problem, day: int) -> list[Note]:
    """Warn where the day before is a holiday on a Sunday: some years gave the Monday off instead."""
    before = problem.frame.calendar.names.get(day - 1, ())
    if not before or not is_weekend(day - 1):
        return []
    return [
        Note(
            text=f"{long_date(before[0].day)} is {before[0].name}. Some years gave the Monday off in its place; "
            "no rule on that was found for courts, and the lists of holidays we hold show none."
        )
    ]


def _span(problem: Problem, earliest: Track, latest: Track) -> tuple[int, int]:
    first = problem.first.toordinal()
    if any(leaves_out_closed_days(track.reading, problem.frame.period) for track in (earliest, latest)):
        return min(first, earliest.final), max(first, latest.final)
    if problem.frame.direction is Direction.BEFORE:
        return earliest.final, max(earliest.raw, latest.raw)
    return min(earliest.raw, latest.raw), latest.final


def _arguable_note(closed: ClosedDay) -> Note:
    sure = closed.standing is Standing.SETTLED
    remark = f" {closed.remark}" if closed.remark and not sure else ""
    day = f"{long_date(closed.day)} is {closed.name} ({closed.source})"
    text = f"{day}; whether it is a legal holiday here is open.{remark}"
    return Note(text=text, question=f"closed-day:{closed.day.isoformat()}")
