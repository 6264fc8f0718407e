"""Counting a problem in every reading of the law that is open, for the earliest end and the latest."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.law.arithmetic import Reading, Track, as_read, follow, worked_out
from bot.law.method import MethodVersion, version_on
from bot.law.problem import Problem
from bot.law.questions import Question, reading_under, transition_question
from bot.law.readings import Plan, plan_for
from bot.law.values import Direction


class Outcome(NamedTuple):
    """The earliest and the latest count of a problem, and what lies between them.

    Args:
        problem: the problem as it was counted: by another text of the method, where somebody settled that it governs;
            `plan`: how it may be read.
        questions: the open questions that move the end.
        decided: the settled ones that would.
        tracks: the counts in every reading.
    """

    problem: Problem
    plan: Plan
    earliest: Track
    latest: Track
    questions: tuple[Question, ...]
    decided: tuple[Question, ...]
    tracks: list[Track]


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
    outcome = Outcome(problem, plan, earliest, latest, questions, decided, tracks)
    return outcome if problem.frame.version is problem.frame.seat.method.versions[-1] else _with_transition(outcome)


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
        rest = as_read(track.reading)._replace(**plain)
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
    reading = worked_out(reading_under(problem.frame, version), problem.frame.period, problem.frame.direction)
    (track,) = _tracks(problem, (reading,))
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
    later = version_on(frame.seat.method, date.fromordinal(latest.final))
    return None if later is frame.version else later
