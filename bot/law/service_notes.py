"""What is to be said about how a paper was served."""

from collections.abc import Iterator

from bot.law.notes import Note, noted
from bot.law.problem import Frame
from bot.law.values import Direction, Service

_ON_PAPER = frozenset({Service.MAIL, Service.CLERK, Service.CONSENT})


def service_notes(frame: Frame) -> Iterator[Note]:
    """Say why service of that kind adds nothing to a period, or that nobody said how the paper was served."""
    served, added = frame.served, frame.version.added_days
    way, back = served.service, frame.direction is Direction.BEFORE
    if not way:
        if served.starts and added and not back:
            yield noted("service not given")
    elif not added:
        if way in _ON_PAPER:
            yield noted("adds no days", label=frame.version.label, service=way)
    elif way in added:
        if served.starts is False:
            yield noted("not from service", service=way)
        elif back:
            yield noted("counted back", service=way)
