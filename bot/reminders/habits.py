"""When a channel wants to hear: its own ladder, hour, zone and quiet hours, or the defaults."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session

from storage.settings import ChannelSettings, settings_of

DEADLINE_DAYS = (30, 14, 7, 3, 1)
HEARING_DAYS = (7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The hours of each day in which nothing is said, by a wall; they may reach past midnight."""

    begins: time
    ends: time

    def before(self, at: datetime, zone: ZoneInfo) -> datetime:
        """Return an instant, or if it is within these hours, the one at which they begin."""
        wall = at.astimezone(zone)
        if not self._covers(wall.time()):
            return at
        evening = wall.date() if wall.time() > self.begins else wall.date() - timedelta(days=1)
        return datetime.combine(evening, self.begins, tzinfo=zone).astimezone(UTC)

    def after(self, at: datetime, zone: ZoneInfo) -> datetime:
        """Return an instant, or if it is within these hours, the one at which they end."""
        wall = at.astimezone(zone)
        if not self._covers(wall.time()):
            return at
        morning = wall.date() if wall.time() < self.ends else wall.date() + timedelta(days=1)
        return datetime.combine(morning, self.ends, tzinfo=zone).astimezone(UTC)

    def _covers(self, wall: time) -> bool:
        if self.begins <= self.ends:
            return self.begins < wall < self.ends
        return wall > self.begins or wall < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What one channel chose, with the defaults for the rest.

    Args:
        days: how many days before a deadline it is announced; `hearing_days`: before a hearing.
        at: the hour of these announcements; None for 09:00, and 08:00 on the day itself.
        zone: whose mornings they are; None for the court's.
    """

    days: tuple[int, ...] = DEADLINE_DAYS
    hearing_days: tuple[int, ...] = HEARING_DAYS
    at: time | None = None
    zone: ZoneInfo | None = None
    quiet: Quiet | None = None


DEFAULT = Habits()


def habits_of(session: Session, channel_id: str) -> Habits:
    """Return what a channel chose; a choice that cannot be read is as if it had not been made."""
    return _read(settings_of(session, channel_id))


def hour_of(said: str | None) -> time | None:
    """Read a wall time such as "09:00"; None if there is none, or it is none."""
    try:
        return time.fromisoformat(said) if said else None
    except ValueError:
        return None


def zone_of(name: str | None) -> ZoneInfo | None:
    """Return the zone with that name, if there is one."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _read(chosen: ChannelSettings) -> Habits:
    begins, ends = hour_of(chosen.quiet_from), hour_of(chosen.quiet_until)
    return Habits(
        days=_days(chosen.ladder, DEADLINE_DAYS),
        hearing_days=_days(chosen.hearing_ladder, HEARING_DAYS),
        at=hour_of(chosen.at_hour),
        zone=zone_of(chosen.zone),
        quiet=Quiet(begins=begins, ends=ends) if begins and ends and begins != ends else None,
    )


def _days(chosen: Iterable[int] | None, default: tuple[int, ...]) -> tuple[int, ...]:
    """Return whole days before, the furthest first; the day itself needs no choice."""
    if chosen is None:
        return default
    return tuple(sorted({days for days in chosen if days > 0}, reverse=True))
