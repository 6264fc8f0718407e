"""The closed days of several courts in one glance: from when to when one is closed while another is open."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.docket.closed_ahead import ClosedCourts
from handlers import phrases
from handlers.views.blocks import Block, section
from handlers.views.text import court_name, holiday_name, said, short_date

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


def closed_glance(courts: Sequence[ClosedCourts]) -> list[Block]:
    """Return a line for each span of weekdays on which some court is closed: which is and why, and which is open."""
    if not courts:
        return [section(phrases.HOME_NONE)]
    named = {_label(some, courts): some.days for some in courts}
    lines = [_line(span, named) for span in spans_of(list(named.items()))][:MOST_LINES]
    idle = [phrases.NO_CLOSED_DAYS.format(court=name) for name, days in named.items() if not days]
    return [section("\n".join([*lines, *idle]))]


def spans_of(courts: Sequence[tuple[str, Collection[date]]]) -> list[Span]:
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


def _label(some: ClosedCourts, courts: Sequence[ClosedCourts]) -> str:
    """Return how courts are named in a narrow place: several that are all of their country's here by the country."""
    of_country = [other for other in courts if other.country == some.country]
    if len(some.names) > 1 and len(of_country) == 1:
        return phrases.COUNTRIES[some.country]
    return "; ".join(said(court_name(name).replace(_LONG_NAME, "")) for name in some.names)


def _line(span: Span, named: Mapping[str, Mapping[date, Sequence[str]]]) -> str:
    days = short_date(span.first) if span.first == span.last else f"{short_date(span.first)} – {short_date(span.last)}"  # noqa: RUF001
    return f"*{days}*: {' · '.join(_states(span, named))}"


def _states(span: Span, named: Mapping[str, Mapping[date, Sequence[str]]]) -> Iterator[str]:
    """Return which courts are closed first, each with what closes it, then which are open."""
    for name in named:
        if name in span.closed:
            why = ", ".join(_reasons(span, named[name]))
            yield phrases.HOME_IS_CLOSED.format(court=name) + (f" ({why})" if why else "")
    yield from (phrases.HOME_IS_OPEN.format(court=name) for name in named if name not in span.closed)


def _reasons(span: Span, days: Mapping[date, Sequence[str]]) -> list[str]:
    """Return what closes a court within a span, each reason once."""
    said_once = dict.fromkeys(why for day, found in days.items() if span.first <= day <= span.last for why in found)
    return [said(holiday_name(why), 120) for why in said_once]


def _next_weekday(day: date) -> date:
    return day + timedelta(days=_WEEKEND if day.weekday() == _FRIDAY else 1)
