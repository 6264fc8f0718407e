"""What a message needs to know, read from the docket just before it is posted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.docket.deadlines import is_blind
from bot.docket.sight import may_see
from bot.law import Court
from bot.reminders.claims import is_person
from bot.reminders.page import Page
from bot.reminders.people import Duty, duty_of
from bot.reminders.port import Alarm
from bot.reminders.silence import EVERYBODY, is_seen, ordinary, unseen
from bot.reminders.steps import is_held
from bot.reminders.subjects import Subject, subject_of
from storage.cases import (
    Case,
    ChannelLink,
    Person,
    channels_of_case,
    language_of,
    people_of_channel,
)
from storage.docket import Deadline, Entry
from storage.reminders import Reminder, history_of
from storage.settings import settings_of

LATE = timedelta(minutes=15)
"""A reminder that arrives later than this says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Some rows about one subject in one channel, the oldest first, and the present state of what they are about.

    Args:
        people_to_tell: who gets it directly if the channel refuses it: whose it is, and who can invite us again.
    """

    rows: tuple[Reminder, ...]
    now: datetime
    subject: Subject
    about: Deadline | Entry
    case: Case
    court: Court
    people: tuple[Person, ...]
    reachable_until: date | None
    duty: Duty
    is_blind: bool
    language: str
    people_to_tell: tuple[str, ...]

    @property
    def ref(self) -> str:
        """Return the short id of what it is about."""
        return self.subject.ref

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
            duty=self.duty,
            is_blind=self.is_blind,
            language=self.language,
        )


def brief_for(page: Page, rows: Sequence[Reminder]) -> Brief | None:
    """Return what is to be said about some rows of one subject in one channel, if anybody still asks for them."""
    thing = page.things.get(rows[0].subject)
    subject = subject_of(thing) if thing else None
    if thing is None or subject is None or not _is_asked_for(page, rows[0], subject):
        return None
    asked = _still_asked_for(page, subject, rows)
    if not asked:
        return None
    court = page.court(subject.case_id)
    duty = duty_of(page, thing)
    return Brief(
        rows=asked,
        now=page.now,
        subject=subject,
        about=thing,
        case=page.case(subject.case_id),
        court=court,
        people=page.once(_people, rows[0].channel_id, is_direct=rows[0].rerouted_from is not None),
        reachable_until=_reachable_until(page, court, thing),
        duty=duty,
        is_blind=isinstance(thing, Deadline) and not thing.confirmed_by and page.once(is_blind, thing.case_id),
        language=page.once(_language, rows[0].channel_id),
        people_to_tell=_people_to_tell(page, subject, asked[-1], duty),
    )


def _is_asked_for(page: Page, row: Reminder, subject: Subject) -> bool:
    followed_in = row.rerouted_from or row.channel_id
    if not (
        subject.stands and subject.moment == row.target and followed_in in page.once(channels_of_case, subject.case_id)
    ):
        return False
    return not _is_for_everybody(row) or may_see(page.session, row.channel_id, subject.case_id)


def _still_asked_for(page: Page, subject: Subject, rows: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Leave out what is snoozed, what somebody saw, and what asks who saw a step that a newer one follows."""
    asked = [row for row in rows if not is_held(subject, ordinary(row.step), now=page.now)]
    calls = [row for row in asked if unseen(row.step)]
    if not calls:
        return tuple(asked)
    steps = [row for row in asked if row not in calls]
    history = history_of(page.session, subject.ref)
    idle = [row for row in calls if is_seen(subject, row.step, history) or _is_followed(row, steps, history)]
    return tuple(row for row in asked if row not in idle)


def _is_followed(call: Reminder, steps: Collection[Reminder], history: Sequence[Reminder]) -> bool:
    """Say whether a step is to be said now that comes after the one of which nobody said that they saw it."""
    asked_at = [row.due_at for row in history if row.step == ordinary(call.step) and row.target == call.target]
    return any(row.due_at > max(asked_at, default=call.due_at) for row in steps)


def _is_for_everybody(row: Reminder) -> bool:
    call = unseen(row.step)
    return row.rerouted_from is not None and call is not None and call.level == EVERYBODY


def _people_to_tell(page: Page, subject: Subject, row: Reminder, duty: Duty) -> tuple[str, ...]:
    """Return who gets a row directly if it is refused: those whom it concerns; if they cannot be reached, everybody."""
    if _is_for_everybody(row):
        return ()
    told: list[str] = []
    if row.rerouted_from is None:
        linked_by = page.once(_linked_by, row.channel_id, subject.case_id)
        told = [subject.person, linked_by, duty.stand_in or "", duty.backup or "" if unseen(row.step) else ""]
    reachable = tuple(filter(is_person, told))
    channel_id = row.rerouted_from or row.channel_id
    return reachable or tuple(person.slack_id for person in page.once(_people, channel_id, is_direct=False))


def _linked_by(session: Session, channel_id: str, case_id: int) -> str:
    link = session.get(ChannelLink, (channel_id, case_id))
    return link.linked_by if link else ""


def _people(session: Session, channel_id: str, *, is_direct: bool) -> tuple[Person, ...]:
    if not is_direct:
        return tuple(people_of_channel(session, channel_id))
    person = session.get(Person, channel_id)
    return (person,) if person else ()


def _language(session: Session, channel_id: str) -> str:
    return language_of(session, channel_id) if is_person(channel_id) else settings_of(session, channel_id).language


def _reachable_until(page: Page, court: Court, thing: Deadline | Entry) -> date | None:
    """Return the last open day before a deadline that ends on a closed one."""
    if not isinstance(thing, Deadline):
        return None
    day = page.days(court.id).last(thing.due)
    return day if day != thing.due else None
