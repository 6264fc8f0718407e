"""What is reminded of: a deadline until its cut-off and after it, a hearing until it begins."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.law import LawError
from bot.reminders import ladder
from bot.reminders.ladder import Ladder, Step
from bot.rulebook import Rulebook
from storage.docket import (
    Deadline,
    DeadlineStatus,
    Entry,
    EntryKind,
    EntryStatus,
    deadline_by_ref,
    entry_by_ref,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A deadline or a hearing, as its reminders see it.

    Args:
        moment: the cut-off, or the start (that of the day, where the hour is not known), in UTC.
        stands: whether anybody still needs to be reminded.
        over_at: when a hearing needs no reminder any more; a deadline is never over until somebody ends it.
        person: who is told when no channel can be reached: the owner, otherwise whoever recorded it.
    """

    ref: str
    case_id: int
    moment: datetime
    zone: ZoneInfo
    ladder: Ladder
    stands: bool
    over_at: datetime | None
    person: str


def of_deadline(deadline: Deadline) -> Subject:
    """Return a deadline as its reminders see it."""
    return Subject(
        ref=deadline.ref,
        case_id=deadline.case_id,
        moment=deadline.due_at.astimezone(UTC),
        zone=ZoneInfo(deadline.zone),
        ladder=ladder.DEADLINE,
        stands=deadline.status is DeadlineStatus.OPEN,
        over_at=None,
        person=deadline.owner or deadline.created_by,
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
        ladder=ladder.HEARING if starts_at else ladder.HEARING_BY_DAY,
        stands=hearing.status is EntryStatus.STANDING,
        over_at=starts_at or next_midnight,
        person=hearing.created_by,
    )


def about(session: Session, ref: str) -> Deadline | Entry | None:
    """Return the deadline or hearing with that short id as it is now."""
    return deadline_by_ref(session, ref) or entry_by_ref(session, ref)


def subject_of(thing: Deadline | Entry) -> Subject:
    """Return a deadline or hearing as its reminders see it."""
    return of_deadline(thing) if isinstance(thing, Deadline) else of_hearing(thing)


def is_reminded_of(entry: Entry) -> bool:
    """Say whether an entry has reminders: hearings do."""
    return entry.kind is EntryKind.HEARING


def steps_to(subject: Subject, *, book: Rulebook, court: str, closures: Collection[date]) -> tuple[Step, ...]:
    """Return the steps that lead to a subject's moment and, for a deadline, the one that follows it."""

    def open_day(day: date) -> date:
        with suppress(LawError):  # a reminder on a day that may be closed is better than none
            return book.last_open_day_before(court=court, day=day, closed=closures)
        return day

    steps = ladder.climb(subject.ladder, moment=subject.moment, zone=subject.zone, open_day=open_day)
    return (*steps, ladder.overdue(subject.moment)) if subject.over_at is None else steps
