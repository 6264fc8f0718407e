"""What follows when nobody says that they saw a reminder: the backup, then the channel, then everybody in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.reminders.habits import Habits, habits_of
from bot.reminders.ladder import is_near
from bot.reminders.page import Page
from bot.reminders.people import Duty, duty_of
from bot.reminders.steps import working_time
from bot.reminders.subjects import Subject
from storage.cases import people_of_channel
from storage.docket import Deadline, Entry
from storage.planning import Planned, planned
from storage.reminders import UNSEEN, Reminder, ReminderState

PATIENCE = timedelta(hours=24)
"""How long nobody needs to say that they saw a reminder."""
LITTLE_PATIENCE = timedelta(hours=4)
"""The same in the last three days, and after them."""
BACKUP, CHANNEL, EVERYBODY = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A step that says that nobody saw another one, and whom it calls."""

    level: int
    of: str

    @property
    def step(self) -> str:
        """Return its name."""
        return f"{UNSEEN} {self.level} {self.of}"


def unseen(step: str) -> Unseen | None:
    """Return what a step's name says about silence; None for an ordinary step."""
    word, _, rest = step.partition(" ")
    level, _, of = rest.partition(" ")
    return Unseen(level=int(level), of=of) if word == UNSEEN and of else None


def ordinary(step: str) -> str:
    """Return the step of the ladder that a step is about: itself, or the one that nobody saw."""
    found = unseen(step)
    return found.of if found else step


def is_seen(subject: Subject, step: str, rows: Iterable[Reminder]) -> bool:
    """Say whether somebody said, after a step was posted anywhere, that they saw it.

    Args:
        rows: at least every row about the subject that was sent.
    """
    seen_at, of = subject.acknowledged_at, ordinary(step)
    if seen_at is None:
        return False
    return any(
        row.step == of and row.target == subject.moment and row.sent_at is not None and row.sent_at <= seen_at
        for row in rows
    )


def wait_for_somebody(
    page: Page, subject: Subject, row: Reminder, *, rows: Sequence[Reminder], thing: Deadline | Entry
) -> list[Planned]:
    """Return what follows the step of a deadline that was just posted in a channel, if nobody says that they saw it.

    Args:
        rows: what was said of the subject, and every call; what waited because of an earlier step waits no more.
    """
    channel_id = row.rerouted_from or row.channel_id
    cancel_unseen(rows, channel_id=channel_id, but=ordinary(row.step))
    if is_seen(subject, row.step, rows):
        return []
    next_level = _next_level(row.step, duty_of(page, thing))
    if next_level is None:
        return []
    at = _patience_ends(page, subject, row.step, habits=page.once(habits_of, channel_id))
    step = Unseen(level=next_level, of=ordinary(row.step)).step
    called = _called(page.session, channel_id, next_level)
    return [_row(row, step, to, at, channel_id=channel_id) for to in called]


def cancel_unseen(rows: Iterable[Reminder], *, channel_id: str, but: str) -> None:
    """Cancel what would call people of a channel about other steps than one."""
    for row in rows:
        found = unseen(row.step)
        if found and found.of != but and row.state is ReminderState.PLANNED and _is_of(row, channel_id):
            row.state = ReminderState.CANCELLED


def _is_of(row: Reminder, channel_id: str) -> bool:
    return channel_id in (row.channel_id, row.rerouted_from)


def _next_level(step: str, duty: Duty) -> int | None:
    """Return who is called next; the backup is left out if there is none, or the step itself called them."""
    found = unseen(step)
    if found is None:
        return BACKUP if duty.backup_is_still_to_be_called else CHANNEL
    return found.level + 1 if found.level < EVERYBODY else None


def _called(session: Session, channel_id: str, level: int) -> list[str]:
    """Return where it is said: in the channel or, in the end, to everybody in it."""
    if level < EVERYBODY:
        return [channel_id]
    return [person.slack_id for person in people_of_channel(session, channel_id)] or [channel_id]


def _row(row: Reminder, step: str, to: str, at: datetime, *, channel_id: str) -> Planned:
    return planned(
        subject=row.subject,
        channel_id=to,
        step=step,
        target=row.target,
        due_at=at,
        rerouted_from=channel_id if to != channel_id else None,
    )


def _patience_ends(page: Page, subject: Subject, step: str, *, habits: Habits) -> datetime:
    """Return when patience ends: in the last days by the clock alone, before that at a time when people work."""
    if is_near(ordinary(step), now=page.now, moment=subject.moment, zone=subject.zone):
        return page.now + LITTLE_PATIENCE
    wall, days = habits.zone or subject.zone, page.days(page.case(subject.case_id).court)
    return working_time(page.now + PATIENCE, wall=wall, days=days, habits=habits)
