"""Which days a date depends on: only deadlines that watch a day can move when that day changes."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bot.law.arithmetic import Track, leaves_out_closed_days

if TYPE_CHECKING:
    from bot.law.problem import Problem

Span = tuple[date, date]


def watched_days(problem: "Problem", tracks: Iterable[Track]) -> tuple[int, int]:
    """Return the first and the last day, as ordinals, whose opening or closing could move the end of a count.

    From the last day as counted to the day it moved to, in every reading; where closed days inside the period are
    left out, the whole of it.
    """
    low, high = date.max.toordinal(), 0
    for track in tracks:
        low = min(low, track.raw, track.rolled, track.final)
        high = max(high, track.raw, track.served, track.final)
        if leaves_out_closed_days(track.reading, problem.frame.period):
            first = problem.first.toordinal()
            low, high = min(low, first), max(high, first)
    return low, high


def is_watched(spans: Iterable[Span], day: date) -> bool:
    """Return whether a change to a day could move a date that watches those spans, their ends included."""
    return any(first <= day <= last for first, last in spans)
