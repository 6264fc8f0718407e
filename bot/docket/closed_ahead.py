"""The weekdays ahead on which courts are closed, and what closes them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.law import Court
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.law import closures_recorded

_WEEKEND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCourts:
    """Courts of one country that are closed on the same weekdays.

    Args:
        names: those of the courts.
        days: each weekday on which they are closed, with the names of what closes it.
    """

    country: str
    names: tuple[str, ...]
    days: Mapping[date, tuple[str, ...]] = field(default_factory=dict)


def closed_ahead(
    session: Session, book: Rulebook, cases: Iterable[Case], *, now: datetime, days: int
) -> tuple[ClosedCourts, ...]:
    """Return for the courts of some cases the weekdays from today on, on their own calendars, on which each is closed.

    Courts of a country that are closed on the same days stand together.
    """

    def ahead(court: Court) -> tuple[date, date]:
        today = now.astimezone(ZoneInfo(court.zone)).date()
        return today, today + timedelta(days=days)

    return _closed(session, book, cases, ahead)


def closed_between(
    session: Session, book: Rulebook, cases: Iterable[Case], *, since: date, until: date
) -> tuple[ClosedCourts, ...]:
    """Return the same from one day to another, both included."""
    return _closed(session, book, cases, lambda _: (since, until))


def _closed(
    session: Session, book: Rulebook, cases: Iterable[Case], days_of: Callable[[Court], tuple[date, date]]
) -> tuple[ClosedCourts, ...]:
    shared: dict[tuple[str, tuple[date, ...]], ClosedCourts] = {}
    for court in map(book.court, sorted({case.court for case in cases})):
        closed = _closed_weekdays(session, book, court, *days_of(court))
        key = (court.country, tuple(closed))
        before = shared.get(key)
        names = (*before.names, court.name) if before else (court.name,)
        shared[key] = ClosedCourts(country=court.country, names=names, days=closed)
    return tuple(shared[key] for key in sorted(shared))


def _closed_weekdays(
    session: Session, book: Rulebook, court: Court, since: date, until: date
) -> dict[date, tuple[str, ...]]:
    recorded = {closure.day: closure.name for closure in closures_recorded(session, court.id)}
    days = (since + timedelta(days=step) for step in range((until - since).days + 1))
    return {
        day: (*(found.name for found in book.why_closed(court=court.id, day=day)), *_named(recorded.get(day)))
        for day in days
        if day.weekday() < _WEEKEND and book.is_closed(court=court.id, day=day, closed=tuple(recorded))
    }


def _named(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()
