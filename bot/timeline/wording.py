"""The words that stand in the picture and in the chronology."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.law import Standing, long_date
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision

_STANDING = {
    Standing.SETTLED: "settled",
    Standing.ARGUABLE: "arguable: the law can be read two ways, and this is the earlier date",
    Standing.UNVERIFIED: "unverified: the text behind this date was not checked",
}
_AS_GIVEN = "as it was given: no rule computed it"
_NOON = 12


def short_date(day: date) -> str:
    """Return "Fri 18 May 2018"."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def day_of(entry: Entry) -> str:
    """Return the day of an entry as exactly as it is known: "Friday 4 May 2018", "June 2020", "2017"."""
    if entry.precision is Precision.YEAR:
        return str(entry.on_date.year)
    if entry.precision is Precision.MONTH:
        return f"{entry.on_date:%B} {entry.on_date.year}"
    return long_date(entry.on_date)


def hour_of(entry: Entry, *, by_city: bool = True) -> str:
    """Return a hearing's hour on the court's wall: "9:30 am PDT"; nothing, if none is known."""
    return wall_hour(entry.starts_at, entry.zone, by_city=by_city) if entry.starts_at else ""


def wall_hour(instant: datetime, zone: str, *, by_city: bool = True) -> str:
    """Return the hour of an instant in a zone, with the zone's abbreviation; or only its offset, which tells less."""
    local = instant.astimezone(ZoneInfo(zone))
    half = "am" if local.hour < _NOON else "pm"
    return f"{local.hour % _NOON or _NOON}:{local:%M} {half} {_abbreviated(local) if by_city else _offset(local)}"


def moment_in(instant: datetime, zone: str) -> str:
    """Return "Monday 7 May 2018, 8:30 am PDT"."""
    return f"{long_date(instant.astimezone(ZoneInfo(zone)).date())}, {wall_hour(instant, zone)}"


def state_of(entry: Entry) -> str:
    """Say what became of an entry, in a word; nothing, while it stands."""
    return "" if entry.status is EntryStatus.STANDING else str(entry.status.value)


def outcome_of(entry: Entry) -> str:
    """Say what became of an entry, and what came of it."""
    return ": ".join(part for part in (state_of(entry), entry.outcome) if part)


def standing_of(deadline: Deadline) -> str:
    """Say how sure a date is, in words; one that no rule computed stands as it was given."""
    return _STANDING[Standing(deadline.standing)] if deadline.standing else _AS_GIVEN


def proof_of(deadline: Deadline) -> str:
    """Say where a deadline stands: open, done with its proof, or moot."""
    if deadline.status is DeadlineStatus.DONE and deadline.proof:
        return f"done; proof: {deadline.proof}"
    return str(deadline.status.value)


def is_struck(row: Entry | Deadline) -> bool:
    """Return whether something no longer counts: vacated, withdrawn, moot."""
    if isinstance(row, Deadline):
        return row.status is DeadlineStatus.MOOT
    return row.status in (EntryStatus.VACATED, EntryStatus.WITHDRAWN)


def city_of(zone: str) -> str:
    """Return the city that gives a zone its name: "Phnom Penh"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def hour_is_open(entry: Entry) -> bool:
    """Return whether a hearing's hour is not known."""
    return entry.kind is EntryKind.HEARING and entry.starts_at is None and entry.precision is Precision.DAY


def _abbreviated(local: datetime) -> str:
    name = local.tzname() or ""
    return _offset(local) if name.startswith(("+", "-")) else name


def _offset(local: datetime) -> str:
    """Return "UTC+7" or "UTC+5:30"."""
    hours, minutes = f"{local:%z}"[:3], f"{local:%z}"[3:5]
    return f"UTC{int(hours):+d}" + (f":{minutes}" if minutes != "00" else "")
