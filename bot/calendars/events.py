"""One VEVENT of one entry or deadline, as the bytes that feeds are joined from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event

from bot.calendars import wording, zones
from bot.calendars.text import Text, is_web_address
from bot.calendars.wording import Wording
from storage.calendars import Detail, Rings
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision

OURS = "@adquem"
"""How each UID of ours ends on calendars."""
HEARING_LASTS = timedelta(hours=1)
CANCELLED_STAYS = timedelta(days=30)
_LAYOUT = "3"  # raise it whenever the same row would be written differently
_ON_CALENDARS = {EntryKind.HEARING, EntryKind.RULING, EntryKind.ORDER}
_CANCELLED = {EntryStatus.VACATED, EntryStatus.WITHDRAWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """From when until when: two days, the second exclusive, or two instants, in one zone."""

    start: date | datetime
    end: date | datetime

    @property
    def zone(self) -> str | None:
        """Return the zone that a VTIMEZONE must describe; none for days, and none for UTC."""
        zone = self.start.tzinfo if isinstance(self.start, datetime) else None
        return zone.key if isinstance(zone, ZoneInfo) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An event as it goes into a feed."""

    when: When
    cancelled: bool
    rings: Rings
    body: bytes


def details_of(row: Entry | Deadline) -> tuple[Detail, ...]:
    """Return the levels of detail at which a row is on the calendar.

    Hearings and deadlines are at each level. Rulings and orders take no time, so that they are not at the level that
    says only when time is taken. Filings, services and notices, and what is dated by month or year alone, have no place
    on a calendar: the docket shows them.
    """
    if isinstance(row, Deadline) or row.kind is EntryKind.HEARING:
        return tuple(Detail)
    on_calendar = row.kind in _ON_CALENDARS and row.precision is Precision.DAY
    return (Detail.FULL, Detail.ALIAS) if on_calendar else ()


def recipe_of(row: Entry | Deadline) -> str:
    """Name how a row is written at present: it changes with our layout and with the rule of the row's zone."""
    has_hour = isinstance(row, Entry) and row.starts_at is not None
    return f"{_LAYOUT} {zones.signature_of(row.zone)}" if has_hour else _LAYOUT


def write(row: Entry | Deadline, *, case: Case, court: str, detail: Detail) -> Written:
    """Write the event of a row.

    Args:
        court: the court's name, as people read it.
    """
    if isinstance(row, Deadline):
        words = wording.of_deadline(row, case=case, court=court, detail=detail)
        when, cancelled = _whole_day(row.due), row.status is DeadlineStatus.MOOT
    else:
        words = wording.of_entry(row, case=case, court=court, detail=detail)
        when, cancelled = _time_of(row, detail), row.status in _CANCELLED
    takes_time = isinstance(row, Entry) and row.kind is EntryKind.HEARING and not cancelled
    event = _vevent(row, words, when)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    return Written(when=when, cancelled=cancelled, rings=_rings(row, when), body=event.to_ical())


def _rings(row: Entry | Deadline, when: When) -> Rings:
    """Return when a row may ring: only what is still to come to somebody does."""
    stands = row.status is DeadlineStatus.OPEN if isinstance(row, Deadline) else _is_to_come(row)
    if not stands:
        return Rings.NEVER
    return Rings.HOUR if isinstance(when.start, datetime) else Rings.DAY


def _is_to_come(entry: Entry) -> bool:
    return entry.kind is EntryKind.HEARING and entry.status is EntryStatus.STANDING


def _vevent(row: Entry | Deadline, words: Wording, when: When) -> Event:
    event = Event()
    event.add("uid", f"{row.uid}{OURS}")
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("created", row.created_at)
    event.add("sequence", row.sequence)
    event.add("dtstart", when.start)
    event.add("dtend", when.end)
    event.add("summary", Text(words.summary))
    for name, value in _optional(words):
        event.add(name, value)
    return event


def _optional(words: Wording) -> Iterator[tuple[str, str | list[str]]]:
    if words.description:
        yield "description", Text(words.description)
    if words.place:
        yield "location", Text(words.place)
    if words.categories:
        yield "categories", list(words.categories)
    if _fits_url(words.link):
        yield "url", words.link


def _time_of(entry: Entry, detail: Detail) -> When:
    """Return the hours of a hearing in the court's own time, or the day of anything else.

    The zone's name tells the country: only the full level names it, the others are written in UTC.
    """
    if entry.starts_at is None:
        return _whole_day(entry.on_date)
    start, end = entry.starts_at.astimezone(UTC), (entry.starts_at + HEARING_LASTS).astimezone(UTC)
    if detail is Detail.FULL and zones.tells(entry.zone, start) and zones.tells(entry.zone, end):
        court_time = ZoneInfo(entry.zone)
        return When(start=start.astimezone(court_time), end=end.astimezone(court_time))
    return When(start=start, end=end)


def _whole_day(day: date) -> When:
    return When(start=day, end=day + timedelta(days=1))


def _fits_url(link: str) -> bool:
    """Return whether a link may stand in URL, which has no escaping: a web address in printable ASCII, no spaces."""
    return link.isascii() and link.isprintable() and " " not in link and is_web_address(link)
