"""How what a team has settled bears on a count: its calendar, its standing, its explanation."""

from collections.abc import Sequence

from bot.law.calendar import Calendar, is_arguable, with_settled_days
from bot.law.problem import CourtCalendar, Problem
from bot.law.questions import Question
from bot.law.settling import QuestionKind, Settled, Settlement, closed_day_of, kind_of
from bot.law.steps import Step
from bot.law.values import Standing, weakest


def method_question(problem: Problem) -> str:
    """Name the question whether a method that was not verified computes time as it was read here."""
    return f"{problem.frame.method.id}:{QuestionKind.COUNTING}"


def court_question(problem: Problem) -> str:
    """Name the question whether a court whose own rules were not read computes time by the method used for it."""
    return f"{problem.court.id}:{QuestionKind.COUNTING}"


def how_sure(problem: Problem, doubts: Sequence[Standing]) -> Standing:
    """Say how sure a date is: where open questions move it, they decide; where none does, the method."""
    sure = problem.court.standing is Standing.SETTLED and problem.frame.version.standing is Standing.SETTLED
    if sure and not doubts:
        return Standing.SETTLED
    court = Standing.SETTLED if court_question(problem) in problem.settled else problem.court.standing
    return weakest(court, *(doubts or (method_standing(problem),)))


def method_standing(problem: Problem) -> Standing:
    """Return the standing of a method, which somebody may have confirmed."""
    standing = problem.frame.version.standing
    if standing is Standing.SETTLED or method_question(problem) in problem.settled:
        return Standing.SETTLED
    return standing


def calendars_as_settled(calendars: CourtCalendar, settled: Settled) -> CourtCalendar:
    """Return the calendars in which the arguable days that somebody settled are arguable no more."""
    days = frozenset(
        (closed_day_of(question).toordinal(), settlement.reading == "closed")
        for question, settlement in settled.items()
        if kind_of(question) is QuestionKind.CLOSED_DAY
    )
    if not days:
        return calendars
    return CourtCalendar(
        forward=with_settled_days(calendars.forward, days), backward=with_settled_days(calendars.backward, days)
    )


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
    if problem.court.standing is not Standing.SETTLED and court_question(problem) in problem.settled:
        found.append(settled_step(problem.settled[court_question(problem)], rule=problem.court.name))
    return (*found, *_settled_days(problem, low, high))


def _settled_days(problem: Problem, low: int, high: int) -> list[Step]:
    before: Calendar = problem.unsettled or problem.frame.calendar
    return [
        settled_step(settlement, day=day)
        for question, settlement in problem.settled.items()
        if kind_of(question) is QuestionKind.CLOSED_DAY
        and low <= (day := closed_day_of(question)).toordinal() <= high
        and is_arguable(before, day.toordinal())
    ]
