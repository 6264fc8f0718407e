"""Which days a date depends on: only deadlines that watch a day can move when that day changes."""

from collections.abc import Iterable
from datetime import date

from bot.law.arithmetic import Track

Span = tuple[date, date]


def watched_days(start: int, tracks: Iterable[Track]) -> tuple[int, int]:
    """Return the first and the last day, as ordinals, whose opening or closing could move the end of a count.

    From the last day as counted to the day it moved to, in every reading; where closed days inside the period are
    left out, the whole of it.
    """
    days: list[int] = []
    for raw, rolled, _, _, final, reading in tracks:
        days += (raw, rolled, final, start) if reading.leaves_out else (raw, rolled, final)
    return min(days), max(days)


def is_watched(spans: Iterable[Span], day: date) -> bool:
    """Return whether a change to a day could move a date that watches those spans, their ends included."""
    return any(first <= day <= last for first, last in spans)
