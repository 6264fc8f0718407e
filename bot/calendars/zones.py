"""VTIMEZONE components written from the zone's own present rule.

A zone file ends in the rule that holds from now on, as POSIX writes it: `PST8PDT,M3.2.0,M11.1.0`. We write that rule
as RRULEs, the only form of a zone that every calendar program reads right. An hour for which the rule does not hold (it
was another one then, or a special year) is not written in its zone at all, but in UTC: see `tells`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

_FIRST_YEAR = 1970
_LAST_WEEK = 5  # POSIX: the fifth such weekday of a month is its last
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")  # POSIX: Sunday is day 0
_POSIX = re.compile(
    r"(?P<standard>[A-Za-z]+|<[-+\d]+>)(?P<west>[-+]?[\d:]+)"
    r"(?:(?P<summer>[A-Za-z]+|<[-+\d]+>)(?P<summer_west>[-+]?[\d:]+)?,(?P<begins>[^,]+),(?P<ends>[^,]+))?"
)
_CHANGE = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/(\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """When, each year, clocks change from one offset to another: at `hour` by the clock as it was before."""

    name: str
    month: int
    week: int
    weekday: int
    hour: int
    before: timedelta
    after: timedelta

    def in_year(self, year: int) -> datetime:
        """Return the instant of the change in a year."""
        return datetime.combine(self.day_in(year), time(self.hour), UTC) - self.before

    def day_in(self, year: int) -> date:
        """Return the day of the change in a year."""
        first_weekday, length = monthrange(year, self.month)
        first = (self.weekday - 1 - first_weekday) % 7 + 1
        nth = first + 7 * (self.week - 1)
        return date(year, self.month, nth if nth <= length else nth - 7)

    def lines(self) -> tuple[str, ...]:
        """Return the iCalendar lines of the time that begins with this change."""
        week = -1 if self.week == _LAST_WEEK else self.week
        return _observance(
            "DAYLIGHT" if self.after > self.before else "STANDARD",
            self.name,
            datetime.combine(self.day_in(_FIRST_YEAR), time(self.hour)),
            self.before,
            self.after,
            f"RRULE:FREQ=YEARLY;BYMONTH={self.month};BYDAY={week}{_DAYS[self.weekday]}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The present rule of a zone: one offset all year, or two that alternate."""

    name: str
    offset: timedelta
    onsets: tuple[Onset, ...] = ()

    def offset_at(self, instant: datetime) -> timedelta:
        """Return the offset that the rule gives to an instant."""
        year = (instant + self.offset).year
        past = [onset for onset in self.onsets if onset.in_year(year) <= instant]
        latest = max(past or self.onsets, key=lambda onset: onset.in_year(year), default=None)
        return latest.after if latest else self.offset

    def lines(self) -> tuple[str, ...]:
        """Return the iCalendar lines of what the zone observes."""
        if self.onsets:
            return tuple(line for onset in self.onsets for line in onset.lines())
        return _observance("STANDARD", self.name, datetime(_FIRST_YEAR, 1, 1), self.offset, self.offset)  # noqa: DTZ001 -- RFC 5545 wants local time here


def tells(zone: str, instant: datetime) -> bool:
    """Return whether the zone's VTIMEZONE gives an instant the offset that it really has, once and for all.

    It does not in years with another rule, in the hour that occurs twice when clocks go back, and for the few zones
    whose rule does not fit an RRULE. Such instants are written in UTC.
    """
    rule, local = rule_of(zone), instant.astimezone(ZoneInfo(zone))
    if rule is None or local.year <= _FIRST_YEAR or local.fold:
        return False
    return rule.offset_at(instant) == local.utcoffset() == local.replace(fold=1).utcoffset()


@cache
def vtimezone(zone: str) -> bytes:
    """Return the VTIMEZONE of a zone that `tells` some instant.

    Raises:
        LookupError: if the rule of that zone does not fit an RRULE.
    """
    rule = rule_of(zone)
    if rule is None:
        raise LookupError(f"{zone} has no rule that fits an RRULE.")
    lines = ("BEGIN:VTIMEZONE", f"TZID:{zone}", *rule.lines(), "END:VTIMEZONE", "")
    return "\r\n".join(lines).encode()


@cache
def signature_of(zone: str) -> str:
    """Return a short name of a zone's present rule: another rule has another."""
    return sha256(repr(rule_of(zone)).encode()).hexdigest()[:12]


@cache
def rule_of(zone: str) -> Rule | None:
    """Return the present rule of a zone, or None if no RRULE can say it."""
    footer = _zone_file(zone).rstrip(b"\n").rpartition(b"\n")[2].decode()
    said = _POSIX.fullmatch(footer)
    if said is None:
        return None
    standard, name = -_west(said["west"]), said["standard"].strip("<>")
    if not said["summer"]:
        return Rule(name=name, offset=standard)
    summer = -_west(said["summer_west"]) if said["summer_west"] else standard + timedelta(hours=1)
    begins = _onset(said["begins"], said["summer"].strip("<>"), standard, summer)
    ends = _onset(said["ends"], name, summer, standard)
    return Rule(name=name, offset=standard, onsets=(begins, ends)) if begins and ends else None


def _onset(change: str, name: str, before: timedelta, after: timedelta) -> Onset | None:
    said = _CHANGE.fullmatch(change)
    if said is None:
        return None
    month, week, weekday, hour = (int(part) for part in said.groups("2"))
    if hour > time.max.hour:  # POSIX counts past midnight; an RRULE cannot
        return None
    return Onset(name=name, month=month, week=week, weekday=weekday, hour=hour, before=before, after=after)


def _west(text: str) -> timedelta:
    """Read POSIX's hours west of Greenwich: `8`, `-5:30`."""
    hours, minutes, seconds = (*(int(part) for part in text.lstrip("+-").split(":")), 0, 0)[:3]
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if text.startswith("-") else size


def _zone_file(zone: str) -> bytes:
    """Return the file from which zoneinfo reads that zone."""
    ZoneInfo(zone)  # refuses what is no zone, a path among them
    for folder in TZPATH:
        if (path := Path(folder, zone)).is_file():
            return path.read_bytes()
    return files("tzdata").joinpath("zoneinfo", zone).read_bytes()


def _observance(
    kind: str, name: str, start: datetime, before: timedelta, after: timedelta, *rrule: str
) -> tuple[str, ...]:
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        *rrule,
        f"TZOFFSETFROM:{_utc_offset(before)}",
        f"TZOFFSETTO:{_utc_offset(after)}",
        f"TZNAME:{name}",
        f"END:{kind}",
    )


def _utc_offset(offset: timedelta) -> str:
    sign, size = "-" if offset < timedelta() else "+", abs(offset)
    hours, minutes = divmod(int(size.total_seconds()) // 60, 60)
    return f"{sign}{hours:02}{minutes:02}"
