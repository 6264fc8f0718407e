"""Every way to read the law for one kind of period, worked out once and kept."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from bot.law.arithmetic import Reading, shift_of
from bot.law.problem import Frame
from bot.law.questions import Question, open_questions, reading_under


class Plan(NamedTuple):
    """How periods of one kind may be read.

    Args:
        readings: every reading that is open, the plain one first.
        questions: the open questions between them.
        decided: the questions that somebody settled.
        all_readings: the readings that were open before that.
        period: the period in words; `words`: with its direction, for titles.
    """

    readings: tuple[Reading, ...]
    questions: tuple[Question, ...]
    decided: tuple[Question, ...]
    all_readings: tuple[Reading, ...]
    period: str
    words: str


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
    return Plan(
        readings=tuple(_combined(frame, base, left)),
        questions=left,
        decided=decided,
        all_readings=tuple(_combined(frame, plain, asked)),
        period=str(frame.period),
        words=f"{frame.period} {frame.direction.value}",
    )


def _combined(frame: Frame, base: Reading, questions: Sequence[Question]) -> Iterator[Reading]:
    for ways in product(*(question.ways.values() for question in questions)):
        reading = base
        for way in ways:
            reading = reading._replace(**way)
        yield reading._replace(shift=shift_of(reading, frame.period, frame.direction))
