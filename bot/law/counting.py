"""Counting a period in every reading of the law that matters, and answering with the earliest."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.law.answers import Answer, end_of
from bot.law.arithmetic import Reading, Track, follow
from bot.law.as_settled import calendars_as_settled, how_sure, settled_steps
from bot.law.calendar import check_covered
from bot.law.explaining import notes_on, steps_of
from bot.law.hours import count_hours
from bot.law.method import Method, MethodVersion, version_on
from bot.law.problem import CourtCalendar, Frame, Problem, Served, day_in
from bot.law.questions import Question, reading_under, transition_question
from bot.law.readings import Plan, plan_for
from bot.law.settling import NOTHING_SETTLED, Settled
from bot.law.steps import Step
from bot.law.values import Court, Direction, Period, Unit
from bot.law.watching import watched_days

_NOT_SERVED = Served()
_NONE_CLOSED: frozenset[int] = frozenset()


class Outcome(NamedTuple):
    """The earliest and the latest count of a problem, and what lies between them.

    Args:
        problem: the problem as it was counted: by another text of the method, where somebody settled that it governs.
        questions: the open questions that move the end.
        decided: the settled ones that would.
        tracks: the counts in every reading.
    """

    problem: Problem
    earliest: Track
    latest: Track
    questions: tuple[Question, ...]
    decided: tuple[Question, ...]
    tracks: list[Track]


def count(
    *,
    court: Court,
    calendars: CourtCalendar,
    method: Method,
    start: date | datetime,
    period: Period,
    direction: Direction = Direction.AFTER,
    served: Served = _NOT_SERVED,
    as_of: date | None = None,
    closed: Collection[date] = (),
    settled: Settled = NOTHING_SETTLED,
) -> Answer:
    """Count one period and explain it.

    Days are days of the court; a naive start time is the court's own. The version of the method is the one in force
    on `as_of`, or else on the day of the start.

    Raises:
        OutsideCalendarError: if the period leaves the years for which there are calendars.
        UnreadablePeriodError: if a period in hours starts on a day without a time.
    """
    zone = ZoneInfo(court.zone)
    first = day_in(zone, start)
    check_covered(first.toordinal())
    version = version_on(method, as_of or first)
    frame = Frame(calendars, method, version, period, direction, served)
    shut = frozenset(map(date.toordinal, closed)) if closed else _NONE_CLOSED
    problem = Problem(court, zone, frame, start, first, as_of is None, shut)
    if settled:
        problem = _as_settled(problem, settled)
    return count_hours(problem) if period.unit is Unit.HOURS else count_days(problem)


def count_days(problem: Problem) -> Answer:
    """Count a period of days or longer and explain it."""
    plan = plan_for(problem.frame)
    outcome = consider(problem, plan)
    problem, earliest, latest_track, questions, _, tracks = outcome
    version, zone = problem.frame.version, problem.zone
    due = date.fromordinal(earliest.final)
    latest = due if latest_track.final == earliest.final else date.fromordinal(latest_track.final)
    due_at = end_of(due, zone)
    low, high = watched_days(problem, tracks)
    return Answer(
        title=f"{plan.words} {problem.first.isoformat()}",
        act="act",
        rule=None,
        citation=version.citation,
        version=version.label,
        trigger_on=problem.start,
        due=due,
        due_at=due_at,
        latest=latest,
        latest_at=due_at if latest is due else end_of(latest, zone),
        standing=how_sure(problem, [question.standing for question in questions] if questions else ()),
        steps=_steps(problem, outcome, plan.period, low, high),
        notes=notes_on(problem, earliest, latest_track, questions),
        watched=((date.fromordinal(low), date.fromordinal(high)),),
    )


def _steps(problem: Problem, outcome: Outcome, period: str, low: int, high: int) -> tuple[Step, ...]:
    steps = steps_of(problem, period, outcome.earliest, outcome.latest)
    return (*steps, *settled_steps(problem, outcome.decided, low, high)) if problem.settled else tuple(steps)


def consider(problem: Problem, plan: Plan) -> Outcome:
    """Count a problem in every reading that is open and return the earliest and the latest."""
    tracks = _tracks(problem, plan.readings)
    earliest = latest = tracks[0]
    for track in tracks:
        if track.final < earliest.final:
            earliest = track
        elif track.final > latest.final:
            latest = track
    moved = earliest.final != latest.final
    questions = tuple(question for question in plan.questions if _matters(question, tracks)) if moved else ()
    decided = _decided(problem, plan) if plan.decided else ()
    outcome = Outcome(problem, earliest, latest, questions, decided, tracks)
    return outcome if problem.frame.version is problem.frame.method.versions[-1] else _with_transition(outcome)


def _final(track: Track) -> int:
    return track.final


def _tracks(problem: Problem, readings: Sequence[Reading]) -> list[Track]:
    start, period, direction = problem.first.toordinal(), problem.frame.period, problem.frame.direction
    return [follow(reading, start, period, direction, problem.closed) for reading in readings]


def _matters(question: Question, tracks: Sequence[Track]) -> bool:
    """Return whether answering that question alone, all others left as they are, moves the end."""
    plain = next(iter(question.ways.values()))
    ends: dict[Reading, set[int]] = {}
    for track in tracks:
        rest = track.reading._replace(**plain, shift=None)
        ends.setdefault(rest, set()).add(track.final)
    return any(len(days) > 1 for days in ends.values())


def _decided(problem: Problem, plan: Plan) -> tuple[Question, ...]:
    """Return the settled questions that would move the end if they were open."""
    tracks = _tracks(problem, plan.all_readings)
    return tuple(question for question in plan.decided if _matters(question, tracks))


def _with_transition(outcome: Outcome) -> Outcome:
    """Consider a text that came into force meanwhile: it governs pending cases where just and practicable."""
    problem = outcome.problem
    version = _version_meanwhile(problem, outcome.latest)
    if version is None:
        return outcome
    (track,) = _tracks(problem, (reading_under(problem.frame, version),))
    if outcome.earliest.final <= track.final <= outcome.latest.final:
        return outcome._replace(tracks=[*outcome.tracks, track])
    question = transition_question(problem.frame, version)
    settlement = problem.settled.get(question.id)
    if settlement is None:
        return outcome._replace(
            earliest=min(outcome.earliest, track, key=_final),
            latest=max(outcome.latest, track, key=_final),
            questions=(*outcome.questions, question),
            tracks=[*outcome.tracks, track],
        )
    if settlement.reading == "new-text":
        newer = problem._replace(frame=problem.frame._replace(version=version), dated=False)
        outcome = consider(newer, plan_for(newer.frame))
    return outcome._replace(decided=(*outcome.decided, question))


def _version_meanwhile(problem: Problem, latest: Track) -> MethodVersion | None:
    """Return the text that came into force between the start and the end of a forward period, if one did."""
    frame = problem.frame
    if not problem.dated or frame.direction is Direction.BEFORE:
        return None
    later = version_on(frame.method, date.fromordinal(latest.final))
    return None if later is frame.version else later


def _as_settled(problem: Problem, settled: Settled) -> Problem:
    """Put what somebody settled into a problem."""
    frame = problem.frame
    prefix = f"{frame.method.id}:"
    decided = tuple(sorted((name, one.reading) for name, one in settled.items() if name.startswith(prefix)))
    calendars = calendars_as_settled(frame.calendars, settled)
    return problem._replace(
        frame=frame._replace(calendars=calendars, decided=decided),
        settled=settled,
        unsettled=frame.calendar,
    )
