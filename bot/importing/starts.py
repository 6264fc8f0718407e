"""When an event of a foreign calendar begins: its day and its instant, or why neither can be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Component

from bot.importing.rows import Setting
from bot.law import long_date


class UnfitEventError(Exception):
    """An event cannot be taken as it is: which of its properties, what stands there, and why."""

    def __init__(self, name: str, typed: object, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.typed = name, " ".join(str(typed).split())[:100]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileZones:
    """What a file says of zones: the one of the calendar as a whole, if it names one, and those that it describes."""

    whole: str = ""
    described: Mapping[str, tzinfo] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The day in the court's zone, the instant if there is an hour, and what was assumed or passed over."""

    day: date
    at: datetime | None = None
    notes: tuple[str, ...] = ()


def zones_in(calendars: Sequence[Component]) -> FileZones:
    """Return what calendars say of zones; a description that cannot be read is none."""
    described = {}
    for zone in (zone for calendar in calendars for zone in calendar.walk("VTIMEZONE")):
        try:
            described[str(zone["TZID"])] = zone.to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
        except Exception:  # noqa: BLE001, S112 -- whatever a parser that is not ours makes of junk
            continue
    names = [str(calendar.get("x-wr-timezone", "")) for calendar in calendars]
    return FileZones(whole=next(filter(None, names), ""), described=described)


def start_of(event: Component, setting: Setting, zones: FileZones) -> Start:
    """Return when an event begins. Hours without a zone are on the court's clocks.

    Raises:
        UnfitEventError: if that cannot be told without guessing.
    """
    begins: Any = event.get("dtstart")
    try:
        start = begins.dt
    except Exception:  # noqa: BLE001 -- missing, given twice or broken: the parser's own errors
        raise UnfitEventError(
            "DTSTART", written(event, "dtstart"), "The event has no date that I can read, or several."
        ) from None
    if not isinstance(start, date):
        raise UnfitEventError("DTSTART", start, "The event has no day.")
    court = ZoneInfo(setting.zone)
    if not isinstance(start, datetime):
        return Start(day=start, notes=(*_lasting(event, start, start, court),))
    if _takes_whole_days(event, start):
        return Start(day=start.date(), notes=(*_lasting(event, start, start.date(), court),))
    return _at(event, start, str(begins.params.get("TZID", "")), setting, zones)


def written(event: Component, name: str) -> str:
    """Return a property as it stands in the file, as far as the parser kept it."""
    value: Any = event.get(name, "")
    try:
        return str(value.to_ical().decode())
    except Exception:  # noqa: BLE001 -- only shown, and the parser keeps broken things
        return ""


def _at(event: Component, start: datetime, named: str, setting: Setting, zones: FileZones) -> Start:
    court = ZoneInfo(setting.zone)
    notes = list(_said_otherwise(start, zones.described.get(named), named))
    if start.tzinfo is None:
        _must_be_the_court_s(start, named, zones.whole, court)
        start = start.replace(tzinfo=court)
        notes.append(f"Its hour names no zone: taken as the court's ({setting.zone}).")
    _must_come_once(start)
    try:
        day = start.astimezone(court).date()
    except (OverflowError, ValueError):
        raise UnfitEventError("DTSTART", start, "That is further away than any docket reaches.") from None
    return Start(day=day, at=start, notes=(*notes, *_lasting(event, start, day, court)))


def _must_be_the_court_s(start: datetime, named: str, whole: str, court: ZoneInfo) -> None:
    """Refuse an hour without a zone where the file names one that I do not know, or another for the whole calendar."""
    if named:
        raise UnfitEventError(
            "DTSTART",
            f"{named}: {start}",
            f"I know no zone “{named[:60]}”, so that I cannot tell the hour. Type it by hand.",
        )
    if whole and _offset(whole, start) != start.replace(tzinfo=court).utcoffset():
        raise UnfitEventError(
            "DTSTART",
            start,
            f"Its hour names no zone; the calendar as a whole says {whole[:60]}, and the court is in {court.key}. Type "
            "the hearing by hand, with its zone.",
        )


def _offset(zone: str, start: datetime) -> timedelta | None:
    try:
        return start.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return None


def _must_come_once(start: datetime) -> None:
    try:
        comes_once = start.replace(fold=0).utcoffset() == start.replace(fold=1).utcoffset()
    except (OverflowError, ValueError):
        comes_once = False
    if not comes_once:
        raise UnfitEventError(
            "DTSTART", start, "Clocks change that night: that hour comes twice or never. Type the hearing by hand."
        )


def _said_otherwise(start: datetime, described: tzinfo | None, named: str) -> Sequence[str]:
    """Return a note where a file describes a zone that we know by its name in another way than we do."""
    if described is None or start.tzinfo is None:
        return ()
    theirs, ours = start.replace(tzinfo=described).utcoffset(), start.utcoffset()
    if theirs is None or ours is None or theirs == ours:
        return ()
    other = start + (ours - theirs)
    by_the_file = f"by the file's own description of that zone it would be {other:%H:%M} there"
    return (f"CHECK THE HOUR: taken as {start:%H:%M} in {named}; {by_the_file}.",)


def _takes_whole_days(event: Component, start: datetime) -> bool:
    """Return whether Outlook says that an event from midnight on has no hour."""
    return str(event.get("x-microsoft-cdo-alldayevent", "")).upper() == "TRUE" and start.time() == time()


def _lasting(event: Component, start: date, day: date, court: ZoneInfo) -> Sequence[str]:
    """Return a note where an event goes on after its first day: the docket holds one day."""
    try:
        last = _last_day(event, start, court)
    except Exception:  # noqa: BLE001 -- no end, or one that cannot be read or does not fit the start
        return ()
    if last <= day:
        return ()
    return (f"It goes on until {long_date(last)}, and I take its first day alone. Type the others by hand.",)


def _last_day(event: Component, start: date, court: ZoneInfo) -> date:
    ends: Any = event.get("dtend")
    lasts: Any = event.get("duration")
    end: Any = ends.dt if ends else start + lasts.dt
    if not isinstance(end, datetime):
        return date.fromordinal(end.toordinal() - 1)
    last = end - timedelta(microseconds=1)  # an end is exclusive
    return last.date() if _takes_whole_days(event, end) else _aware(last, court).astimezone(court).date()


def _aware(moment: datetime, court: ZoneInfo) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=court)
