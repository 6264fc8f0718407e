"""When an office is closed, as far as we hold its country's calendar.

An office keeps the public holidays of where it is. We hold those by court, so an office is taken to be closed when a
court in its zone is: of the courts on the docket if one is there, or else of the first in that zone. Where no court is,
as in Paris, we know of weekends and nothing more.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from bot.law import Court, LawError
from bot.rulebook import Rulebook

WEEKEND = "weekend"
_SATURDAY = 5
_OFFICIAL = frozenset({"district", "trial"})
"""Kinds of courts that keep the holidays of their own place."""


def why_office_closed(book: Rulebook, *, zone: str, day: date, courts: Sequence[str] = ()) -> str:
    """Return why the offices of a zone are closed on a day: the name of the holiday, or `weekend`; else nothing.

    Args:
        courts: the courts on the docket, whose calendars come first.
    """
    if day.weekday() >= _SATURDAY:
        return WEEKEND
    court = _court_in(book.courts(), zone, tuple(courts))
    return "" if court is None else _holidays(book, court, day)


def _holidays(book: Rulebook, court: str, day: date) -> str:
    try:
        is_closed = book.is_closed(court=court, day=day)
    except LawError:  # a day that no calendar covers
        return ""
    return ", ".join(found.name for found in book.why_closed(court=court, day=day)) if is_closed else ""


@cache
def _court_in(courts: tuple[Court, ...], zone: str, first: tuple[str, ...]) -> str | None:
    """Return the court whose calendar tells when offices in a zone are closed; None if there is none."""
    there = [court.id for court in courts if court.zone == zone and court.kind in _OFFICIAL]
    return next((court for court in first if court in there), next(iter(there), None))
