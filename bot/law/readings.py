"""Every way to read the law for one kind of period, worked out once and kept."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from bot.law.arithmetic import Reading, worked_out
from bot.law.calendar import Calendar
from bot.law.notes import Note
from bot.law.problem import Frame
from bot.law.questions import Question, open_questions, reading_under
from bot.law.service_notes import service_notes
from bot.law.steps import Step
from bot.law.values import Period, Standing

_NO_DAYS = Period(length=0)


class Plan(NamedTuple):
    """What is the same for every period of one kind, whenever it runs.

    Args:
        readings: every reading that is open, the plain one first.
        ends: the frame of a period of no days, where a period ends as that one does from its last day as counted; None
            where that cannot be said for every period of the kind.
        questions: the open questions between them.
        decided: the questions that somebody settled.
        all_readings: the readings that were open before that.
        calendar: the calendar on which it is counted.
        period: the period in words; `way`: its direction; `words`: both, for titles.
        day_ends: the step that says when its last day ends.
        notes: what is to be said about service.
        doubtful: whether there is more to be said about the method, the court or the years of the calendar.
    """

    readings: tuple[Reading, ...]
    ends: Frame | None
    questions: tuple[Question, ...]
    decided: tuple[Question, ...]
    all_readings: tuple[Reading, ...]
    calendar: Calendar
    period: str
    way: str
    words: str
    day_ends: Step
    notes: tuple[Note, ...]
    doubtful: bool


@lru_cache(maxsize=4096)
def plan_for(frame: Frame) -> Plan:
    """Work out how periods of one kind may be read: every combination of answers to their open questions."""
    asked, chosen = open_questions(frame), dict(frame.decided)
    plain = reading_under(frame, frame.version)
    decided = tuple(question for question in asked if question.id in chosen)
    left = tuple(question for question in asked if question.id not in chosen)
    base = plain
    for question in decided:
        base = base._replace(**question.ways[chosen[question.id]])
    readings = tuple(_combined(frame, base, left))
    return Plan(
        readings=readings,
        ends=frame._replace(period=_NO_DAYS) if _ends_as_its_last_day(frame, readings) else None,
        questions=left,
        decided=decided,
        all_readings=tuple(_combined(frame, plain, asked)),
        calendar=frame.calendar,
        period=str(frame.period),
        way=frame.direction.value,
        words=f"{frame.period} {frame.direction}",
        day_ends=_day_ends(frame),
        notes=tuple(service_notes(frame)),
        doubtful=_doubtful(frame),
    )


def _combined(frame: Frame, base: Reading, questions: Sequence[Question]) -> Iterator[Reading]:
    for ways in product(*(question.ways.values() for question in questions)):
        reading = base
        for way in ways:
            reading = reading._replace(**way)
        yield worked_out(reading, frame.period, frame.direction)


def _ends_as_its_last_day(frame: Frame, readings: Sequence[Reading]) -> bool:
    """Return whether the end follows from the last day as counted: by the current text, with nothing settled."""
    current = frame.version is frame.seat.method.versions[-1] and not frame.decided
    return current and not any(reading.leaves_out or reading.added_first for reading in readings)


def _doubtful(frame: Frame) -> bool:
    verified = frame.version.standing is Standing.SETTLED and frame.seat.court.remark is None
    return not verified or frame.calendar.official is not None


def _day_ends(frame: Frame) -> Step:
    court = frame.seat.court
    kind = "day ends" if court.country == "US" else "day ends locally"
    return Step(kind, {"zone": court.zone, "cite": frame.version.cites.day_ends})
