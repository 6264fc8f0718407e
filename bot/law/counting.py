"""Counting a period in every reading of the law that matters, and answering with the earliest."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.law.answers import Answer, end_of
from bot.law.arithmetic import Reading, Track, follow
from bot.law.calendar import check_covered
from bot.law.explaining import notes_on, steps_of
from bot.law.hours import count_hours
from bot.law.method import Method, MethodVersion, version_on
from bot.law.problem import CourtCalendar, Frame, Problem, Served, day_in
from bot.law.questions import Question, open_questions, reading_under
from bot.law.values import Court, Direction, Period, Standing, Unit, weakest

_NOT_SERVED = Served()
_NONE_CLOSED: frozenset[int] = frozenset()


class Plan(NamedTuple):
    """The readings of all periods of one kind, the questions between them, and the period in words."""

    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]
    words: str


class Outcome(NamedTuple):
    """The earliest and the latest count of a problem, and the questions that lie between them."""

    earliest: Track
    latest: Track
    questions: tuple[Question, ...]


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
    problem = Problem(
        court=court,
        zone=zone,
        frame=Frame(calendars, method, version, period, direction, served),
        start=start,
        first=first,
        dated=as_of is None,
        closed=frozenset(map(date.toordinal, closed)) if closed else _NONE_CLOSED,
    )
    return count_hours(problem) if period.unit is Unit.HOURS else count_days(problem)


def count_days(problem: Problem) -> Answer:
    """Count a period of days or longer and explain it."""
    version, zone = problem.frame.version, problem.zone
    plan = plan_for(problem.frame)
    outcome = consider(problem, plan)
    due = date.fromordinal(outcome.earliest.final)
    latest = due if outcome.latest.final == outcome.earliest.final else date.fromordinal(outcome.latest.final)
    due_at = end_of(due, zone)
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
        standing=weakest(_standing(version, outcome), problem.court.standing),
        steps=steps_of(problem, outcome.earliest, outcome.latest),
        notes=notes_on(problem, outcome.earliest, outcome.latest, outcome.questions),
    )


@lru_cache(maxsize=4096)
def plan_for(frame: Frame) -> Plan:
    """Work out how periods of one kind may be read: every combination of answers to their open questions."""
    questions = open_questions(frame)
    return Plan(
        readings=tuple(_readings(reading_under(frame, frame.version), questions)),
        questions=questions,
        words=f"{frame.period} {frame.direction.value}",
    )


def consider(problem: Problem, plan: Plan) -> Outcome:
    """Count a problem in every reading that is open and return the earliest and the latest."""
    start = problem.first.toordinal()
    tracks = [_follow(problem, start, reading) for reading in plan.readings]
    earliest, latest = min(tracks, key=_final), max(tracks, key=_final)
    moved = earliest.final != latest.final
    questions = tuple(question for question in plan.questions if _matters(question, tracks)) if moved else ()
    return _with_transition(problem, start, Outcome(earliest, latest, questions))


def _final(track: Track) -> int:
    return track.final


def _follow(problem: Problem, start: int, reading: Reading) -> Track:
    return follow(
        reading, start=start, period=problem.frame.period, direction=problem.frame.direction, closed=problem.closed
    )


def _readings(base: Reading, questions: Sequence[Question]) -> Iterator[Reading]:
    for ways in product(*(question.ways for question in questions)):
        reading = base
        for way in ways:
            reading = reading._replace(**way)
        yield reading


def _matters(question: Question, tracks: Sequence[Track]) -> bool:
    """Return whether answering that question alone, all others left as they are, moves the end."""
    ends: dict[Reading, set[int]] = {}
    for track in tracks:
        rest = track.reading._replace(**question.ways[0])
        ends.setdefault(rest, set()).add(track.final)
    return any(len(days) > 1 for days in ends.values())


def _with_transition(problem: Problem, start: int, outcome: Outcome) -> Outcome:
    """Consider a text that came into force meanwhile: it governs pending cases where just and practicable."""
    if not problem.dated or problem.frame.direction is Direction.BEFORE:
        return outcome
    version = _version_meanwhile(problem, outcome)
    if version is None:
        return outcome
    track = _follow(problem, start, reading_under(problem.frame, version))
    if outcome.earliest.final <= track.final <= outcome.latest.final:
        return outcome
    question = Question(
        f"{problem.frame.method.id}:transition",
        (),
        f"{version.label} came into force on {version.since} while this period ran. It governs pending matters as far "
        "as just and practicable, and computes another day than the text in force at the start.",
    )
    return Outcome(
        min(outcome.earliest, track, key=_final), max(outcome.latest, track, key=_final), (*outcome.questions, question)
    )


def _version_meanwhile(problem: Problem, outcome: Outcome) -> MethodVersion | None:
    newest = problem.frame.method.versions[-1]
    if newest is problem.frame.version:
        return None
    later = version_on(problem.frame.method, date.fromordinal(outcome.latest.final))
    return None if later is problem.frame.version else later


def _standing(version: MethodVersion, outcome: Outcome) -> Standing:
    """Say how sure the date is: where questions move it, they decide; where none does, the method itself."""
    if not outcome.questions:
        return version.standing
    standings = {question.standing for question in outcome.questions}
    return Standing.UNVERIFIED if Standing.UNVERIFIED in standings else Standing.ARGUABLE
