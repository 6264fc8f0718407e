"""Everything that one channel should hear of a subject, and when: its ladder, what holds it back, what follows it."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.law import LawError
from bot.reminders import ladder
from bot.reminders.habits import Habits
from bot.reminders.ladder import EVE, MORNING, OpenDay, Step, climb, is_near, is_overdue
from bot.reminders.subjects import Subject
from bot.rulebook import Rulebook

OUTCOME = "outcome"
"""The step after a hearing: was it held?"""
AFTER_A_HEARING = timedelta(hours=2)
EVENING = time(18)
"""After this hour, and before the morning, nobody is asked what came of a hearing."""
AGAIN = "again"
"""The step with which a snooze ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDays:
    """The open days of one court, those that the team recorded as closed left out."""

    book: Rulebook
    court: str
    closures: Collection[date] = ()

    def last(self, day: date) -> date:
        """Return a day, or if the court is closed on it the last open one before it."""
        return self._or_itself(self.book.last_open_day_before, day)

    def next(self, day: date) -> date:
        """Return a day, or if the court is closed on it the next open one."""
        return self._or_itself(self.book.next_open_day, day)

    def _or_itself(self, find: Callable[..., date], day: date) -> date:
        with suppress(LawError):  # a reminder on a day that may be closed is better than none
            return find(court=self.court, day=day, closed=self.closures)
        return day


def steps_to(subject: Subject, *, days: OpenDays, habits: Habits) -> tuple[Step, ...]:
    """Return the steps that lead to a subject's moment and the one that follows it, the earliest first.

    What was snoozed comes back on the morning on which the snooze ends. The day itself, the three days before it and
    all that follows are never held.
    """
    steps = climb(
        subject.ladder(habits), moment=subject.moment, zone=subject.zone, open_day=_once(days.last), habits=habits
    )
    if not subject.is_deadline:
        return (*steps, Step(name=OUTCOME, at=_asked_at(subject, days=days, habits=habits)))
    if subject.snoozed_until:
        steps = _held(subject, steps, until=subject.snoozed_until, days=days, habits=habits)
    return (*steps, ladder.overdue(subject.moment))


def is_held(subject: Subject, step: str, *, now: datetime) -> bool:
    """Say whether a snooze keeps a step of a subject quiet now."""
    if subject.snoozed_until is None or now >= subject.snoozed_until or is_overdue(step):
        return False
    return not is_near(step, now=now, moment=subject.moment, zone=subject.zone)


def _held(
    subject: Subject, steps: tuple[Step, ...], *, until: datetime, days: OpenDays, habits: Habits
) -> tuple[Step, ...]:
    """Leave out what a snooze holds back, and come back to it when it ends."""
    said = [step for step in steps if step.at >= until or _cannot_wait(subject, step)]
    again = _next_morning(until, wall=habits.zone or subject.zone, days=days, habits=habits)
    if all(again < step.at for step in said):
        return (Step(name=f"{AGAIN} {until.astimezone(UTC):%Y-%m-%dT%H:%MZ}", at=again), *said)
    return tuple(said)


def _cannot_wait(subject: Subject, step: Step) -> bool:
    return is_near(step.name, now=step.at, moment=subject.moment, zone=subject.zone)


def _asked_at(subject: Subject, *, days: OpenDays, habits: Habits) -> datetime:
    """Return two hours after a hearing began; if that is no time to ask, the next working morning."""
    wall = habits.zone or subject.zone
    soonest = subject.moment + AFTER_A_HEARING if subject.has_hour else subject.over_at or subject.moment
    if subject.has_hour and MORNING <= soonest.astimezone(wall).time() <= EVENING:
        is_hushed = habits.quiet is not None and habits.quiet.after(soonest, wall) != soonest
        return working_time(soonest, wall=wall, days=days, habits=habits) if is_hushed else soonest
    return _next_morning(soonest, wall=wall, days=days, habits=habits)


def _next_morning(after: datetime, *, wall: ZoneInfo, days: OpenDays, habits: Habits) -> datetime:
    """Return the first working morning that is not before an instant."""
    hour, here = habits.at or EVE, after.astimezone(wall)
    day = here.date() if here.time() <= hour else here.date() + timedelta(days=1)
    return working_time(datetime.combine(day, hour, tzinfo=wall), wall=wall, days=days, habits=habits)


def working_time(after: datetime, *, wall: ZoneInfo, days: OpenDays, habits: Habits) -> datetime:
    """Return the first instant (UTC), not before another, on an open day and outside of the quiet hours."""
    at = _on_open_day(after, wall, days)
    unhushed = habits.quiet.after(at, wall) if habits.quiet else at
    return _on_open_day(unhushed, wall, days)


def _on_open_day(at: datetime, wall: ZoneInfo, days: OpenDays) -> datetime:
    """Return an instant, or if the court is closed then, the same hour of its next open day."""
    here = at.astimezone(wall)
    opened = days.next(here.date())
    at_that_hour = here if opened == here.date() else datetime.combine(opened, here.time(), tzinfo=wall)
    return at_that_hour.astimezone(UTC)


def _once(find: OpenDay) -> OpenDay:
    """Look each day up once: the rungs of a ladder ask for few days, and often for the same."""
    known: dict[date, date] = {}

    def looked_up(day: date) -> date:
        if day not in known:
            known[day] = find(day)
        return known[day]

    return looked_up
