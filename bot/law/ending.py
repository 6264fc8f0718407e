"""How a period of days or longer ends, once its last day is counted."""

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from bot.law.answers import end_of
from bot.law.as_settled import how_sure, settled_steps
from bot.law.considering import Outcome, consider
from bot.law.explaining import notes_on_end, steps_to_end
from bot.law.notes import Note
from bot.law.problem import Frame, Problem
from bot.law.readings import plan_for
from bot.law.steps import KeptStep, Step
from bot.law.values import Standing
from bot.law.watching import Span, watched_days


class Dates(NamedTuple):
    """When a period ends, as an `Answer` says it."""

    due: date
    due_at: datetime
    latest: date
    latest_at: datetime
    standing: Standing


class Ending(NamedTuple):
    """When a period ends and why, from its last day as counted on."""

    last_day: date
    dates: Dates
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    watched: tuple[Span, ...]


def ending_of(outcome: Outcome) -> Ending:
    """Say how a period ends that was counted in every reading."""
    problem, plan, earliest, last, questions, decided, tracks = outcome
    zone = problem.frame.seat.zone
    low, high = watched_days(problem.first.toordinal(), tracks)
    due, latest = date.fromordinal(earliest.final), date.fromordinal(last.final)
    standing = how_sure(problem, [question.standing for question in questions])
    return Ending(
        last_day=date.fromordinal(earliest.raw),
        dates=Dates(due, end_of(due, zone), latest, end_of(latest, zone), standing),
        steps=(
            *(KeptStep(*step) for step in steps_to_end(problem, plan, earliest, last)),
            *settled_steps(problem, decided, low, high),
        ),
        notes=tuple(notes_on_end(problem, plan, earliest, last, questions)),
        watched=((date.fromordinal(low), date.fromordinal(high)),),
    )


@lru_cache(maxsize=16_384)
def ending_on(frame: Frame, day: int) -> Ending:
    """Say how every period ends whose last day as counted is that one, however long it was.

    Args:
        frame: the frame of a period of no days (see `Plan.ends`): it ends where they do.
    """
    last = date.fromordinal(day)
    return ending_of(consider(Problem(frame, last, last), plan_for(frame)))
