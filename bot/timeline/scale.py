"""The band above the picture: every mark where it really stands in time."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.timeline.marks import Mark

_MOST_TICKS = 10
_STEPS_OF_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_MONTHS = 12


def scale_of(marks: Sequence[Mark], *, today: date) -> Mapping[str, Any]:
    """Return where the marks, the ticks and today stand, as fractions of the band's width."""
    if not marks:
        return {"marks": [], "ticks": [], "today": None}
    first, last = _month_of(marks[0].day), _month_of(marks[-1].day) + 1
    start, end = _first_day(first), _first_day(last)

    def at(day: date) -> float:
        return round((day - start).days / (end - start).days, 5)

    return {
        "marks": [{"lane": mark.lane, "at": at(mark.day), "shape": mark.shape, "tone": mark.tone} for mark in marks],
        "ticks": [{"at": at(_first_day(month)), "label": label} for month, label in _ticks(first, last)],
        "today": at(today) if start <= today < end else None,
    }


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Return some months at even steps, named by their year where the steps are years."""
    step = next(
        step for step in _STEPS_OF_MONTHS if (last - first) / step <= _MOST_TICKS or step == _STEPS_OF_MONTHS[-1]
    )
    months = range(-(-first // step) * step, last, step)
    return [(month, str(month // _MONTHS) if step >= _MONTHS else f"{_first_day(month):%b %Y}") for month in months]


def _month_of(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _first_day(month: int) -> date:
    return date(month // _MONTHS, month % _MONTHS + 1, 1)
