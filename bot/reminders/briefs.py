"""What a message needs to know, read from the docket just before it is posted."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.law import Court, LawError
from bot.reminders.port import Alarm
from bot.reminders.subjects import Subject, about, subject_of
from bot.rulebook import Rulebook
from storage.cases import Case, Person, channels_of_case, people_of_channel
from storage.docket import Deadline, Entry
from storage.law import closures_of
from storage.reminders import Reminder

LATE = timedelta(minutes=15)
"""A reminder that arrives later than this says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Some rows about one subject in one channel, the oldest first, and the present state of what they are about."""

    rows: tuple[Reminder, ...]
    now: datetime
    subject: Subject
    about: Deadline | Entry
    case: Case
    court: Court
    people: tuple[Person, ...]
    reachable_until: date | None

    @property
    def channel_id(self) -> str:
        """Return where it is to be said."""
        return self.rows[-1].channel_id

    def without(self, rows: Collection[Reminder]) -> "Brief | None":
        """Return the brief for the other rows, if any are left."""
        left = tuple(row for row in self.rows if row not in rows)
        return replace(self, rows=left) if left else None

    def alarm(self, *, may_repeat: bool = False) -> Alarm:
        """Return one alarm for all rows: it speaks of the step nearest to the date, and says how late it is."""
        newest = self.rows[-1]
        return Alarm(
            channel_id=newest.channel_id,
            subject=self.subject.ref,
            uid=newest.uid,
            covers=tuple(row.uid for row in self.rows),
            step=newest.step,
            now=self.now,
            about=self.about,
            case=self.case,
            court=self.court,
            people=self.people,
            meant_for=tuple(row.due_at for row in self.rows),
            is_late=self.now - self.rows[0].due_at > LATE,
            recorded_late=newest.recorded_late,
            may_repeat=may_repeat,
            rerouted_from=newest.rerouted_from,
            reachable_until=self.reachable_until,
        )


def brief_for(session: Session, book: Rulebook, rows: Sequence[Reminder], *, now: datetime) -> Brief | None:
    """Return what is to be said about some rows of one subject in one channel, if anybody still asks for them."""
    thing = about(session, rows[0].subject) if rows else None
    subject = subject_of(thing) if thing else None
    if thing is None or subject is None or not _is_asked_for(session, rows[0], subject):
        return None
    case = session.get_one(Case, subject.case_id)
    court = book.court(case.court)
    return Brief(
        rows=tuple(rows),
        now=now,
        subject=subject,
        about=thing,
        case=case,
        court=court,
        people=_people(session, rows[0]),
        reachable_until=_reachable_until(session, book, court, thing),
    )


def _is_asked_for(session: Session, row: Reminder, subject: Subject) -> bool:
    followed_in = row.rerouted_from or row.channel_id
    return subject.stands and subject.moment == row.target and followed_in in channels_of_case(session, subject.case_id)


def _people(session: Session, row: Reminder) -> tuple[Person, ...]:
    if row.rerouted_from is None:
        return tuple(people_of_channel(session, row.channel_id))
    person = session.get(Person, row.channel_id)
    return (person,) if person else ()


def _reachable_until(session: Session, book: Rulebook, court: Court, thing: Deadline | Entry) -> date | None:
    """Return the last open day before a deadline that ends on a closed one."""
    if not isinstance(thing, Deadline):
        return None
    with suppress(LawError):
        day = book.last_open_day_before(court=court.id, day=thing.due, closed=closures_of(session, court.id))
        return day if day != thing.due else None
    return None
