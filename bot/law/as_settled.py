"""How what a team has settled bears on a count: its calendar, its standing, its explanation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.law.calendar import with_settled_days
from bot.law.problem import CourtCalendar, Problem, Seat
from bot.law.questions import Question
from bot.law.settling import (
    QuestionKind,
    Settled,
    Settlement,
    closed_day_of,
    day_question,
    family_of,
    family_question,
    kind_of,
)
from bot.law.steps import Step
from bot.law.values import Standing, weakest


def method_question(problem: Problem) -> str:
    """Name the question whether a method that was not verified computes time as it was read here."""
    return f"{problem.frame.seat.method.id}:{QuestionKind.COUNTING}"


def court_question(problem: Problem) -> str:
    """Name the question whether a court whose own rules were not read computes time by the method used for it."""
    return f"{problem.frame.seat.court.id}:{QuestionKind.COUNTING}"


def how_sure(problem: Problem, doubts: Sequence[Standing]) -> Standing:
    """Say how sure a date is: where open questions move it, they decide; where none does, the method."""
    court = court_standing(problem)
    if court is problem.frame.version.standing is Standing.SETTLED and not doubts:
        return Standing.SETTLED
    court = Standing.SETTLED if court_question(problem) in problem.settled else court
    return weakest(court, *(doubts or (method_standing(problem),)))


def court_standing(problem: Problem) -> Standing:
    """Return how sure it is that a court counts as it was done here: a rule that names its own method settles that."""
    seat = problem.frame.seat
    return seat.court.standing if seat.method.id == seat.court.method else Standing.SETTLED


def method_standing(problem: Problem) -> Standing:
    """Return the standing of a method, which somebody may have confirmed."""
    standing = problem.frame.version.standing
    if standing is Standing.SETTLED or method_question(problem) in problem.settled:
        return Standing.SETTLED
    return standing


def seat_as_settled(seat: Seat, settled: Settled) -> Seat:
    """Return a seat with calendars in which the arguable days that somebody settled are arguable no more."""
    days = frozenset(
        (named, settlement.reading == "closed")
        for question, settlement in settled.items()
        if (named := _days_named(question)) is not None
    )
    return _with_days(seat, days) if days else seat


@lru_cache(maxsize=256)
def _with_days(seat: Seat, days: frozenset[tuple[int | str, bool]]) -> Seat:
    forward = with_settled_days(seat.calendars.forward, days)
    backward = with_settled_days(seat.calendars.backward, days)
    return replace(seat, calendars=CourtCalendar(forward=forward, backward=backward))


def _days_named(question: str) -> int | str | None:
    """Return the day, as an ordinal, or the family of days that a question is about, if it is about any."""
    match kind_of(question):
        case QuestionKind.CLOSED_DAY:
            return closed_day_of(question).toordinal()
        case QuestionKind.CLOSED_DAYS:
            return family_of(question)
        case _:
            return None


def settled_step(settlement: Settlement, **about: object) -> Step:
    """Say who settled a question, when and why; `about` is what its sentence names."""
    return Step(
        "settled",
        {
            "question": settlement.question,
            "kind": kind_of(settlement.question).value,
            "reading": settlement.reading,
            "by": settlement.by,
            "on": settlement.on,
            "reason": settlement.reason,
            **about,
        },
    )


def settled_steps(problem: Problem, decided: tuple[Question, ...], low: int, high: int) -> tuple[Step, ...]:
    """Name every settlement that bears on a count: on its questions, its method, its court, the days it depends on."""
    if not problem.settled:
        return ()
    rule = problem.frame.version.rule
    found = [settled_step(problem.settled[question.id], rule=rule) for question in decided]
    if problem.frame.version.standing is not Standing.SETTLED and method_question(problem) in problem.settled:
        found.append(settled_step(problem.settled[method_question(problem)], rule=rule))
    court = problem.frame.seat.court
    if court_standing(problem) is not Standing.SETTLED and court_question(problem) in problem.settled:
        found.append(settled_step(problem.settled[court_question(problem)], rule=court.name))
    return (*found, *_settled_days(problem, low, high))


def _settled_days(problem: Problem, low: int, high: int) -> Iterator[Step]:
    """Name the settlement of each arguable day in a span: its own, or else those of its families."""
    before, settled = problem.unsettled or problem.frame.calendar, problem.settled
    for ordinal in range(low, high + 1):
        arguable = before.arguable(ordinal)
        if arguable and (own := settled.get(day_question(arguable[0].day))):
            yield settled_step(own, day=arguable[0].day)
            continue
        for closed in arguable:
            if closed.family and (shared := settled.get(family_question(closed.family))):
                yield settled_step(shared, family=closed.family, day=closed.day, name=closed.name)
