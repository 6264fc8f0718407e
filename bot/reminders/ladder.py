"""When a date is reminded of. Pure: a ladder of rungs becomes steps, each an instant in the court's own zone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVE = time(9)
"""The court's own hour at which a date is announced days before."""
MORNING = time(8)
"""The court's own hour at which the day itself is announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A rung some whole days before the date, at an hour of the court's zone; it leaves closed days."""

    name: str
    days: int
    at: time = EVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A rung some hours before the moment itself.

    Args:
        leaves_closed_days: False for hearings: a court that hears a case on a closed day sits on it.
    """

    name: str
    before: timedelta
    leaves_closed_days: bool = True


Ladder = tuple[Morning | Hours, ...]

DEADLINE: Ladder = (
    Morning(name="30d", days=30),
    Morning(name="14d", days=14),
    Morning(name="7d", days=7),
    Morning(name="3d", days=3),
    Morning(name="1d", days=1),
    Morning(name="day", days=0, at=MORNING),
    Hours(name="last", before=timedelta(hours=3)),
)
HEARING: Ladder = (
    Morning(name="7d", days=7),
    Morning(name="1d", days=1),
    Hours(name="2h", before=timedelta(hours=2), leaves_closed_days=False),
)
HEARING_BY_DAY: Ladder = (
    Morning(name="7d", days=7),
    Morning(name="1d", days=1),
    Morning(name="day", days=0, at=MORNING),
)
"""For a hearing whose hour is not known."""

OVERDUE = "overdue"
BREATH = timedelta(hours=6)
"""What is overdue is not said again sooner than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of a ladder, at the instant (UTC) at which it is said."""

    name: str
    at: datetime


OpenDay = Callable[[date], date]
"""Gives a day back if the court is open on it, otherwise the last open day before it."""


def climb(ladder: Ladder, *, moment: datetime, zone: ZoneInfo, open_day: OpenDay) -> tuple[Step, ...]:
    """Return the steps that lead to a moment, the earliest first.

    A step on a closed day moves back to the last open day, never forward. Of steps that fall on one morning, or come
    no earlier than a later rung, only the one nearest to the moment is kept.

    Args:
        moment: the cut-off of a deadline or the start of a hearing; the start of its day where the hour is not known.
        zone: the court's; mornings are its mornings, on both sides of a change of the clocks.
    """
    day = moment.astimezone(zone).date()
    kept: list[Step] = []
    mornings: set[date] = set()
    for rung in reversed(ladder):
        at = _instant(rung, moment=moment, day=day, zone=zone, open_day=open_day)
        morning = at.astimezone(zone).date()
        if (kept and at >= kept[-1].at) or (isinstance(rung, Morning) and morning in mornings):
            continue
        if isinstance(rung, Morning):
            mornings.add(morning)
        kept.append(Step(name=rung.name, at=at))
    return tuple(reversed(kept))


def overdue(cut_off: datetime) -> Step:
    """Return the first step after a missed cut-off: the minute after, whatever the day."""
    return Step(name=OVERDUE, at=cut_off.astimezone(UTC) + timedelta(minutes=1))


def still_overdue(now: datetime, *, zone: ZoneInfo) -> Step:
    """Return the next daily step of something overdue: the court's next morning, whatever the day."""
    today = now.astimezone(zone).date()
    mornings = ((day, _at(day, EVE, zone)) for day in (today, today + timedelta(days=1)))
    return next(Step(name=f"{OVERDUE} {day.isoformat()}", at=at) for day, at in mornings if at > now + BREATH)


def is_overdue(step: str) -> bool:
    """Say whether a step's name is one of those after the cut-off."""
    return step.startswith(OVERDUE)


def _instant(rung: Morning | Hours, *, moment: datetime, day: date, zone: ZoneInfo, open_day: OpenDay) -> datetime:
    if isinstance(rung, Morning):
        return _at(open_day(day - timedelta(days=rung.days)), rung.at, zone)
    at = moment.astimezone(UTC) - rung.before
    here = at.astimezone(zone)
    opened = open_day(here.date()) if rung.leaves_closed_days else here.date()
    return at if opened == here.date() else _at(opened, here.time(), zone)


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)
