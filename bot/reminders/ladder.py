"""When a date is reminded of. Pure: a ladder of rungs becomes steps, each an instant on somebody's wall."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.reminders.habits import DEADLINE_DAYS, DEFAULT, HEARING_DAYS, Habits

EVE = time(9)
"""The hour at which a date is announced days before."""
MORNING = time(8)
"""The hour at which the day itself is announced."""
NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A rung some whole days before the date, at an hour of the morning; it leaves closed days."""

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

DAY = Morning(name="day", days=0, at=MORNING)
LAST = Hours(name="last", before=timedelta(hours=3))
TWO_HOURS = Hours(name="2h", before=timedelta(hours=2), leaves_closed_days=False)


def deadline_ladder(days: Iterable[int] = DEADLINE_DAYS) -> Ladder:
    """Return the ladder to a cut-off; the day itself and its last three hours are on every one."""
    return (*_mornings(days), DAY, LAST)


def hearing_ladder(days: Iterable[int] = HEARING_DAYS) -> Ladder:
    """Return the ladder to the start of a hearing."""
    return (*_mornings(days), TWO_HOURS)


def hearing_day_ladder(days: Iterable[int] = HEARING_DAYS) -> Ladder:
    """Return the ladder to a hearing whose hour is not known."""
    return (*_mornings(days), DAY)


OVERDUE = "overdue"
BREATH = timedelta(hours=6)
"""What is overdue is not said again sooner than this."""
NEAR = 3
"""In so many last days nothing is held back, and silence is borne for hours only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of a ladder, at the instant (UTC) at which it is said."""

    name: str
    at: datetime


OpenDay = Callable[[date], date]
"""Gives a day back if the court is open on it, otherwise the last open day before it."""


def climb(
    ladder: Ladder, *, moment: datetime, zone: ZoneInfo, open_day: OpenDay, habits: Habits = DEFAULT
) -> tuple[Step, ...]:
    """Return the steps that lead to a moment, the earliest first.

    A step on a closed day moves back to the last open day, never forward; one in quiet hours to where they begin. The
    mornings of a channel's own zone come no later than those of the court. Of steps that fall on one morning, or come
    no earlier than a later rung, only the one nearest to the moment is kept.

    Args:
        moment: the cut-off of a deadline or the start of a hearing; the start of its day where the hour is not known.
        zone: the court's; mornings are its mornings, on both sides of a change of the clocks.
    """
    wall = habits.zone or zone
    kept: list[Step] = []
    mornings: set[date] = set()
    for rung in reversed(ladder):
        at = _instant(rung, moment=moment, zone=zone, open_day=open_day, habits=habits)
        morning = at.astimezone(wall).date()
        if (kept and at >= kept[-1].at) or (isinstance(rung, Morning) and morning in mornings):
            continue
        if isinstance(rung, Morning):
            mornings.add(morning)
        kept.append(Step(name=rung.name, at=at))
    return tuple(reversed(kept))


def overdue(cut_off: datetime) -> Step:
    """Return the first step after a missed cut-off: the minute after, whatever the day and the hour."""
    return Step(name=OVERDUE, at=cut_off.astimezone(UTC) + timedelta(minutes=1))


def still_overdue(now: datetime, *, zone: ZoneInfo, habits: Habits = DEFAULT, said: Collection[str] = ()) -> Step:
    """Return the next daily step of something overdue: the next morning, whatever the day, of which nothing was said.

    Args:
        said: the steps that were said already: another hour was chosen since, or the clock was set back.
    """
    wall = habits.zone or zone
    today = now.astimezone(wall).date()
    days = (today + timedelta(days=number) for number in count())
    steps = (Step(name=f"{OVERDUE} {day.isoformat()}", at=_morning(day, wall, habits)) for day in days)
    return next(step for step in steps if step.at > now + BREATH and step.name not in said)


def is_overdue(step: str) -> bool:
    """Say whether a step's name is one of those after the cut-off."""
    return step.startswith(OVERDUE)


def is_near(step: str, *, now: datetime, moment: datetime, zone: ZoneInfo) -> bool:
    """Say whether a step belongs to the last three days, or to those after them, by its rung or by the calendar."""
    left = (moment.astimezone(zone).date() - now.astimezone(zone).date()).days
    days = step.removesuffix("d")
    return left <= NEAR or step in (DAY.name, LAST.name) or (days.isdecimal() and int(days) <= NEAR)


def _mornings(days: Iterable[int]) -> tuple[Morning, ...]:
    return tuple(Morning(name=f"{number}d", days=number) for number in days)


def _instant(rung: Morning | Hours, *, moment: datetime, zone: ZoneInfo, open_day: OpenDay, habits: Habits) -> datetime:
    if isinstance(rung, Morning):
        return _announced(rung, moment.astimezone(zone).date(), zone=zone, open_day=open_day, habits=habits)
    at = moment.astimezone(UTC) - rung.before
    if rung.leaves_closed_days:
        at = _on_open_day(at, zone, open_day)
    return _unhushed(at, zone, habits)


def _announced(rung: Morning, day: date, *, zone: ZoneInfo, open_day: OpenDay, habits: Habits) -> datetime:
    """Return when a rung of the morning is said; on the day itself no wish of a channel moves it by days."""
    said_on, hour = open_day(day - timedelta(days=rung.days)), _hour(rung, habits)
    if habits.zone is None:
        at = _at(said_on, hour, zone)
    else:
        at = _last(hour, habits.zone, until=_at(said_on, rung.at, zone))
    wall = habits.zone or zone
    if rung.days == 0:
        return _unhushed(at, zone, habits)
    return _on_open_day(_unhushed(_on_open_day(at, wall, open_day), zone, habits), wall, open_day)


def _hour(rung: Morning, habits: Habits) -> time:
    """Return the chosen hour; but the day itself is announced in the morning."""
    if habits.at is None or (rung.days == 0 and habits.at > NOON):
        return rung.at
    return habits.at


def _last(hour: time, zone: ZoneInfo, *, until: datetime) -> datetime:
    """Return the last instant, not later than another, at which a zone's wall shows an hour."""
    day = until.astimezone(zone).date()
    at = _at(day, hour, zone)
    return at if at <= until else _at(day - timedelta(days=1), hour, zone)


def _on_open_day(at: datetime, zone: ZoneInfo, open_day: OpenDay) -> datetime:
    """Return an instant on an open day: itself, or the same hour of the last open day before it."""
    wall = at.astimezone(zone)
    opened = open_day(wall.date())
    return at if opened == wall.date() else _at(opened, wall.time(), zone)


def _unhushed(at: datetime, zone: ZoneInfo, habits: Habits) -> datetime:
    return habits.quiet.before(at, habits.zone or zone) if habits.quiet else at


def _morning(day: date, wall: ZoneInfo, habits: Habits) -> datetime:
    at = _at(day, habits.at or EVE, wall)
    return habits.quiet.after(at, wall) if habits.quiet else at


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)
