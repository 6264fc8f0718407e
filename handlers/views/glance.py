"""The closed days of several courts in one glance: from when to when one is closed while another is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers import phrases
from handlers.views.blocks import Block, section
from handlers.views.text import said, short_date

MOST_LINES = 12
_FRIDAY, _WEEKEND = 4, 3
_LONG_NAME = "United States District Court for the "
"""Every district court of the United States begins with this; in a narrow place what follows it is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Weekdays in a row on which the same courts are closed."""

    first: date
    last: date
    closed: frozenset[str]


def closed_glance(courts: Sequence[tuple[str, Sequence[date]]]) -> list[Block]:
    """Return a line for each span of weekdays on which some court is closed: which is, and which is open meanwhile."""
    named = [(said(name.replace(_LONG_NAME, "")), days) for name, days in courts]
    if not named:
        return [section(phrases.HOME_NONE)]
    lines = [_line(span, [name for name, _ in named]) for span in spans_of(named)][:MOST_LINES]
    idle = [phrases.NO_CLOSED_DAYS.format(court=name) for name, days in named if not days]
    return [section("\n".join([*lines, *idle]))]


def spans_of(courts: Sequence[tuple[str, Sequence[date]]]) -> list[Span]:
    """Return the spans of weekdays on which the same courts are closed; a weekend does not end one."""
    days = sorted({day for _, closed in courts for day in closed})
    spans: list[Span] = []
    for day in days:
        closed = frozenset(name for name, theirs in courts if day in theirs)
        if spans and spans[-1].closed == closed and _next_weekday(spans[-1].last) == day:
            spans[-1] = Span(first=spans[-1].first, last=day, closed=closed)
        else:
            spans.append(Span(first=day, last=day, closed=closed))
    return spans


def _line(span: Span, names: Sequence[str]) -> str:
    days = short_date(span.first) if span.first == span.last else f"{short_date(span.first)} – {short_date(span.last)}"  # noqa: RUF001
    return f"*{days}*: {' · '.join(_states(span, names))}"


def _states(span: Span, names: Sequence[str]) -> Iterator[str]:
    """Return which courts are closed first, then which are open."""
    yield from (phrases.HOME_IS_CLOSED.format(court=name) for name in names if name in span.closed)
    yield from (phrases.HOME_IS_OPEN.format(court=name) for name in names if name not in span.closed)


def _next_weekday(day: date) -> date:
    return day + timedelta(days=_WEEKEND if day.weekday() == _FRIDAY else 1)
