"""Where the law can be read in two ways: each open question changes a reading, and has a note."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.law.arithmetic import Reading
from bot.law.facts import Facts
from bot.law.method import MethodVersion, Rolls
from bot.law.notes import Note, noted
from bot.law.problem import Frame, calendar_for
from bot.law.settling import QuestionKind
from bot.law.values import Direction, Service, Standing, Unit

_NOTES: Mapping[QuestionKind, str] = {
    QuestionKind.ROLL: "roll",
    QuestionKind.ECF: "ecf before 2016",
    QuestionKind.PLACEMENT: "added days before 2005",
    QuestionKind.SHORT: "short periods before 2002",
    QuestionKind.SHORT_BACKWARD: "short backward before 2009",
    QuestionKind.SHORT_CLOSINGS: "closings inside before 2009",
    QuestionKind.CLOSED_BEFORE_ADDED: "added days after closing",
    QuestionKind.DIRECTION: "direction",
    QuestionKind.HOURS: "hours",
    QuestionKind.TRANSITION: "transition",
}


class Question(NamedTuple):
    """An open question of law as it bears on a count.

    Args:
        id: the name under which somebody may settle it.
        ways: its readings by name, each with the change to a plain reading that it makes.
        facts: what the note on it says.
        standing: what the date is while it is open.
    """

    id: str
    kind: QuestionKind
    ways: Mapping[str, Mapping[str, Any]]
    facts: Facts
    standing: Standing = Standing.ARGUABLE


def question_note(question: Question) -> Note:
    """Put a question as a note."""
    return noted(_NOTES[question.kind], question=question.id, **question.facts)


def reading_under(frame: Frame, version: MethodVersion) -> Reading:
    """Return the plain reading of a frame under a version of the method: only what is certain."""
    return Reading(
        table=calendar_for(frame, version).certain,
        short_under=version.short_under,
        added=added_days(frame, version),
    )


def open_questions(frame: Frame) -> tuple[Question, ...]:
    """Return the questions that could move the end of a frame, whether or not somebody has settled them."""
    found = (
        _arguable_days(frame),
        _roll(frame),
        _service(frame),
        _placement(frame),
        _closed_before_added(frame),
        _short(frame),
        _short_closings(frame),
        _direction(frame),
    )
    return tuple(question for question in found if question is not None)


def added_days(frame: Frame, version: MethodVersion) -> int:
    """Return the days added for service, where that is certain."""
    served = frame.served
    if frame.direction is Direction.BEFORE or served.starts is False or _ecf_in_doubt(frame, version):
        return 0
    return version.added_days.get(served.service, 0)


def transition_question(frame: Frame, version: MethodVersion) -> Question:
    """Ask whether a version that came into force meanwhile governs."""
    return _question(frame, QuestionKind.TRANSITION, {}, label=version.label, since=version.since)


def hours_question(frame: Frame) -> Question:
    """Ask whether a period in hours that ends on a closed day runs on, where the text speaks of days only."""
    return _question(frame, QuestionKind.HOURS, {}, label=frame.version.label)


def _question(
    frame: Frame,
    kind: QuestionKind,
    ways: Mapping[str, Mapping[str, Any]],
    standing: Standing = Standing.ARGUABLE,
    **facts: object,
) -> Question:
    return Question(f"{frame.seat.method.id}:{kind}", kind, ways, facts, standing)


def _ecf_in_doubt(frame: Frame, version: MethodVersion) -> bool:
    served = frame.served
    return served.starts is None and served.service is Service.ECF and Service.ECF in version.added_days


def _arguable_days(frame: Frame) -> Question | None:
    """Ask about all arguable days at once; each is settled by itself, in the calendar."""
    calendar = frame.calendar
    if calendar.possible is calendar.certain:
        return None
    ways = {"open": {"table": calendar.certain}, "closed": {"table": calendar.possible}}
    return _question(frame, QuestionKind.CLOSED_DAY, ways)


def _roll(frame: Frame) -> Question | None:
    version = frame.version
    if version.rolls is Rolls.ALWAYS:
        return None
    ways = {"stays": {"rolls": False}, "rolls": {"rolls": True}}
    return _question(frame, QuestionKind.ROLL, ways, version.roll_standing, method=frame.seat.method.id)


def _service(frame: Frame) -> Question | None:
    version = frame.version
    if frame.direction is Direction.BEFORE or not _ecf_in_doubt(frame, version):
        return None
    days = version.added_days[Service.ECF]
    ways = {"not-added": {"added": 0}, "added": {"added": days}}
    return _question(frame, QuestionKind.ECF, ways, added=days, cite=version.cites.service)


def _placement(frame: Frame) -> Question | None:
    version = frame.version
    if version.adds_to_expiry or not added_days(frame, version):
        return None
    ways = {"follow": {"added_first": False}, "lengthen": {"added_first": True}}
    return _question(frame, QuestionKind.PLACEMENT, ways, cite=version.cites.service)


def _closed_before_added(frame: Frame) -> Question | None:
    """Ask whether days are added to a last day on which the office was inaccessible, or to the day it extends to."""
    version = frame.version
    if not version.adds_to_expiry or not added_days(frame, version):
        return None
    ways = {"from-the-closing": {"extends_first": False}, "from-the-extension": {"extends_first": True}}
    cites = version.cites
    return _question(frame, QuestionKind.CLOSED_BEFORE_ADDED, ways, cite=cites.service, closing=cites.inaccessible)


def _direction(frame: Frame) -> Question | None:
    version = frame.version
    if frame.direction is Direction.AFTER or version.says_direction:
        return None
    ways = {"back": {"rolls_on": False}, "forward": {"rolls_on": True}}
    return _question(frame, QuestionKind.DIRECTION, ways, cite=version.cites.roll)


def _short(frame: Frame) -> Question | None:
    version, period = frame.version, frame.period
    high, low = version.short_under, version.short_under_or
    if low is not None and period.unit is Unit.DAYS and low <= period.length < high:
        ways = {"under-11": {"short_under": high}, "under-7": {"short_under": low}}
        return _question(frame, QuestionKind.SHORT, ways, Standing.UNVERIFIED, length=period.length, low=low, high=high)
    if frame.direction is Direction.AFTER or period.unit is not Unit.DAYS or period.length >= high:
        return None
    ways = {"left-out": {"short_under": high}, "counted": {"short_under": 0}}
    return _question(frame, QuestionKind.SHORT_BACKWARD, ways, high=high)


def _short_closings(frame: Frame) -> Question | None:
    """Ask whether a recorded closing inside a short period was a legal holiday, which is left out, or a plain day."""
    version, period = frame.version, frame.period
    if period.unit is not Unit.DAYS or period.length >= version.short_under:
        return None
    ways = {"counted": {"skips_closings": False}, "left-out": {"skips_closings": True}}
    return _question(frame, QuestionKind.SHORT_CLOSINGS, ways, high=version.short_under)
