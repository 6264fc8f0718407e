"""Where the law can be read in two ways: each open question changes a reading, and has a sentence."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.law.arithmetic import Reading
from bot.law.method import MethodVersion, Rolls
from bot.law.problem import Frame, calendar_for
from bot.law.values import Direction, Service, Standing, Unit


class Question(NamedTuple):
    """An open question of law.

    Args:
        id: the name under which somebody may settle it.
        ways: the changes to a reading that it leaves open.
        text: the question as a sentence; empty if the days that differ say it themselves.
        standing: what the date is while it is open.
    """

    id: str
    ways: tuple[Mapping[str, Any], ...]
    text: str
    standing: Standing = Standing.ARGUABLE


def reading_under(frame: Frame, version: MethodVersion) -> Reading:
    """Return the plain reading of a frame under a version of the method: only what is certain."""
    return Reading(
        table=calendar_for(frame, version).certain,
        short_under=version.short_under,
        added=added_days(frame, version),
    )


def open_questions(frame: Frame) -> tuple[Question, ...]:
    """Return the open questions that could move the end of a frame."""
    found = (
        _arguable_days(frame),
        _roll(frame),
        _service(frame),
        _placement(frame),
        _short(frame),
        _direction(frame),
    )
    return tuple(question for question in found if question is not None)


def added_days(frame: Frame, version: MethodVersion) -> int:
    """Return the days added for service, where that is certain."""
    served = frame.served
    if frame.direction is Direction.BEFORE or served.starts is False or _ecf_in_doubt(frame, version):
        return 0
    return version.added_days.get(served.service, 0)


def _ecf_in_doubt(frame: Frame, version: MethodVersion) -> bool:
    served = frame.served
    return served.starts is None and served.service is Service.ECF and Service.ECF in version.added_days


def _arguable_days(frame: Frame) -> Question | None:
    calendar = frame.calendar
    if calendar.possible is calendar.certain:
        return None
    return Question("closed-day", ({"table": calendar.certain}, {"table": calendar.possible}), "")


def _roll(frame: Frame) -> Question | None:
    version = frame.version
    if version.rolls is Rolls.ALWAYS:
        return None
    return Question(
        f"{frame.method.id}:roll", ({"rolls": False}, {"rolls": True}), version.roll_question, version.roll_standing
    )


def _service(frame: Frame) -> Question | None:
    version = frame.version
    if frame.direction is Direction.BEFORE or not _ecf_in_doubt(frame, version):
        return None
    days = version.added_days[Service.ECF]
    return Question(
        f"{frame.method.id}:ecf-before-2016",
        ({"added": 0}, {"added": days}),
        f"Until 1 December 2016 {days} days were added after electronic service ({version.cites.service}), but only to "
        "periods that run from service, not to those that run from entry or filing. A bare count cannot tell.",
    )


def _placement(frame: Frame) -> Question | None:
    version = frame.version
    if version.adds_to_expiry or not added_days(frame, version):
        return None
    return Question(
        f"{frame.method.id}:added-days-before-2005",
        ({"added_first": False}, {"added_first": True}),
        f"Before 1 December 2005 {version.cites.service} did not say whether the added days lengthen the period itself "
        "or follow its last day; the courts differed.",
    )


def _direction(frame: Frame) -> Question | None:
    version = frame.version
    if frame.direction is Direction.AFTER or version.says_direction:
        return None
    return Question(
        f"{frame.method.id}:direction",
        ({"rolls_on": False}, {"rolls_on": True}),
        f"{version.cites.roll} does not say whether a period counted backward that ends on a closed day moves back or "
        "forward from it.",
    )


def _short(frame: Frame) -> Question | None:
    version, period = frame.version, frame.period
    other = version.short_under_or
    if other is not None and period.unit is Unit.DAYS and other <= period.length < version.short_under:
        return Question(
            f"{frame.method.id}:short-periods-before-2002",
            ({"short_under": version.short_under}, {"short_under": other}),
            f"Before 1 December 2002 closed days inside a short period were not counted; whether {period.length} days "
            f"were short then (the limit being {other} or {version.short_under} days) was not verified.",
            Standing.UNVERIFIED,
        )
    if frame.direction is Direction.AFTER or period.unit is not Unit.DAYS or period.length >= version.short_under:
        return None
    return Question(
        f"{frame.method.id}:short-backward-before-2009",
        ({"short_under": version.short_under}, {"short_under": 0}),
        f"Before 1 December 2009 closed days inside a period of fewer than {version.short_under} days were not "
        "counted; whether that held for a period counted back from an event was not settled.",
    )
