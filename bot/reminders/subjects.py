"""What is reminded of: a deadline until its cut-off and after it, a hearing until somebody says what came of it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.reminders.habits import Habits
from bot.reminders.ladder import Ladder, deadline_ladder, hearing_day_ladder, hearing_ladder
from storage.docket import (
    Deadline,
    DeadlineStatus,
    Entry,
    EntryKind,
    EntryStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A deadline or a hearing, as its reminders see it.

    Args:
        moment: the cut-off, or the start (that of the day, where the hour is not known), in UTC.
        stands: whether anybody still needs to be reminded.
        over_at: when a hearing needs no reminder any more; a deadline is never over until somebody ends it.
        has_hour: False for a hearing whose hour is not known.
        person: who is told when no channel can be reached: the owner, otherwise whoever recorded it.
        snoozed_until: before this nothing is said of it that can wait.
        acknowledged_at: when somebody last said that they saw its reminder.
    """

    ref: str
    case_id: int
    moment: datetime
    zone: ZoneInfo
    stands: bool
    over_at: datetime | None
    person: str
    has_hour: bool = True
    snoozed_until: datetime | None = None
    acknowledged_at: datetime | None = None

    @property
    def is_deadline(self) -> bool:
        """Say whether it is a deadline."""
        return self.over_at is None

    def ladder(self, habits: Habits) -> Ladder:
        """Return the rungs that lead to its moment in a channel of these habits."""
        if self.is_deadline:
            return deadline_ladder(habits.days)
        return hearing_ladder(habits.hearing_days) if self.has_hour else hearing_day_ladder(habits.hearing_days)


def of_deadline(deadline: Deadline) -> Subject:
    """Return a deadline as its reminders see it."""
    return Subject(
        ref=deadline.ref,
        case_id=deadline.case_id,
        moment=deadline.due_at.astimezone(UTC),
        zone=ZoneInfo(deadline.zone),
        stands=deadline.status is DeadlineStatus.OPEN,
        over_at=None,
        person=deadline.owner or deadline.created_by,
        snoozed_until=deadline.snoozed_until.astimezone(UTC) if deadline.snoozed_until else None,
        acknowledged_at=deadline.acknowledged_at,
    )


def of_hearing(hearing: Entry) -> Subject:
    """Return a hearing as its reminders see it; without an hour it is reminded of by its day."""
    zone = ZoneInfo(hearing.zone)
    midnight, next_midnight = (
        datetime.combine(hearing.on_date + timedelta(days=days), time(), tzinfo=zone).astimezone(UTC) for days in (0, 1)
    )
    starts_at = hearing.starts_at.astimezone(UTC) if hearing.starts_at else None
    return Subject(
        ref=hearing.ref,
        case_id=hearing.case_id,
        moment=starts_at or midnight,
        zone=zone,
        stands=hearing.status is EntryStatus.STANDING,
        over_at=starts_at or next_midnight,
        has_hour=starts_at is not None,
        person=hearing.owner or hearing.created_by,
    )


def subject_of(thing: Deadline | Entry) -> Subject:
    """Return a deadline or hearing as its reminders see it."""
    return of_deadline(thing) if isinstance(thing, Deadline) else of_hearing(thing)


def is_reminded_of(entry: Entry) -> bool:
    """Say whether an entry has reminders: hearings do."""
    return entry.kind is EntryKind.HEARING
