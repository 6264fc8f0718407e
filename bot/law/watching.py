"""Which days a date depends on: only deadlines that watch a day can move when that day changes."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bot.law.arithmetic import Track, leaves_out_closed_days
from bot.law.values import Direction

if TYPE_CHECKING:
    from bot.law.problem import Problem

Span = tuple[date, date]


def watched_days(problem: "Problem", tracks: Iterable[Track]) -> tuple[int, int]:
    """Return the first and the last day, as ordinals, whose opening or closing could move the end of a count.

    From the last day as counted to the day it moved to, in every reading; where closed days inside the period are
    left out, the whole of it.
    """
    forward = problem.frame.direction is Direction.AFTER
    low, high = date.max.toordinal(), 0
    for track in tracks:
        first, last = track.raw, track.final
        if not forward:
            first, last = min(track.raw, track.rolled), max(track.raw, track.final)
        if track.reading.shift is None and leaves_out_closed_days(track.reading, problem.frame.period):
            start = problem.first.toordinal()
            first, last = min(first, start), max(last, start)
        low = min(low, first)
        high = max(high, last)
    return low, high


def is_watched(spans: Iterable[Span], day: date) -> bool:
    """Return whether a change to a day could move a date that watches those spans, their ends included."""
    return any(first <= day <= last for first, last in spans)
