"""The digest of a morning: what is overdue, what is ahead, what waits for somebody, and that the alarm is awake."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.closed_ahead import ClosedCourts, closed_ahead
from bot.docket.conflicts import Conflict, conflicts_of
from bot.docket.revising import waiting_for
from bot.reminders.claims import is_person
from bot.reminders.week import Week, week_until
from bot.rulebook import Rulebook
from storage.backups import last_backup
from storage.cases import Case, cases_of_channel, cases_of_person, language_of
from storage.docket import Deadline, Entry, EntryKind, EntryStatus, deadlines_of, entries_of
from storage.reminders import DIGEST, Reminder, count_planned
from storage.settings import settings_of

WEEKLY = "weekly"
"""The step of the first digest of a week in a channel: it tells of the week before, and the docket comes with it."""
AHEAD = timedelta(days=14)
LATE = timedelta(hours=1)
"""A digest that arrives later than this says so."""
_FORGOTTEN = timedelta(days=60)
_ELSEWHERE = timedelta(days=1)
"""By so much other courts' calendars are ahead at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One digest, ready to be put into words.

    Args:
        channel_id: where it goes; a person's id stands for a direct message about what is theirs.
        unasked: hearings that are past and of which nobody recorded what came.
        closed: the weekdays ahead on which courts are closed.
        waiting: how many dates would move and wait for a decision.
        planned: how many reminders are planned there.
        last_backup: when the docket was last copied to a safe place, if it ever was.
        week: what became of the cases in the week before; only the first digest of a week tells it.
    """

    channel_id: str
    uid: str
    covers: tuple[str, ...]
    now: datetime
    language: str
    zone: str
    cases: tuple[Case, ...]
    overdue: tuple[Deadline, ...]
    deadlines: tuple[Deadline, ...]
    hearings: tuple[Entry, ...]
    unconfirmed: tuple[Deadline, ...]
    unasked: tuple[Entry, ...]
    closed: tuple[ClosedCourts, ...]
    conflicts: tuple[Conflict, ...]
    waiting: int
    planned: int
    last_backup: datetime | None = None
    week: Week | None = None
    is_late: bool = False
    may_repeat: bool = False

    @property
    def subject(self) -> str:
        """Return what its rows name as their subject."""
        return DIGEST

    @property
    def is_personal(self) -> bool:
        """Say whether it is for one person."""
        return is_person(self.channel_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestBrief:
    """The row of a digest, and what is to be said for it."""

    rows: tuple[Reminder, ...]
    digest: Digest
    ref: str = DIGEST
    people_to_tell: tuple[str, ...] = ()

    @property
    def channel_id(self) -> str:
        """Return where it is to be said."""
        return self.digest.channel_id

    def without(self, rows: Collection[Reminder]) -> "DigestBrief | None":
        """Return the brief for the other rows, if any are left."""
        left = tuple(row for row in self.rows if row not in rows)
        return replace(self, rows=left) if left else None

    def alarm(self, *, may_repeat: bool = False) -> Digest:
        """Return the digest itself."""
        return replace(self.digest, covers=tuple(row.uid for row in self.rows), may_repeat=may_repeat)


def digest_brief(session: Session, book: Rulebook, rows: Sequence[Reminder], *, now: datetime) -> DigestBrief | None:
    """Return what a digest says now, if anybody still asks for it: to a person only what is theirs.

    Mornings that were missed are told as one, and if a week began among them, of the week, too.
    """
    newest = rows[-1]
    cases = listened_to(session, newest.channel_id)
    if not cases:
        return None
    digest = _digest(session, book, newest, cases, now=now)
    if any(row.step == WEEKLY for row in rows):
        digest = replace(digest, week=week_until(session, [case.key for case in cases], now))
    return DigestBrief(rows=tuple(rows), digest=digest) if not digest.is_personal or _is_worth_saying(digest) else None


def listened_to(session: Session, channel_id: str) -> Sequence[Case]:
    """Return the open cases of which a channel, or a person, hears every morning; none if it chose not to."""
    if is_person(channel_id):
        cases = cases_of_person(session, channel_id)
    else:
        cases = cases_of_channel(session, channel_id) if settings_of(session, channel_id).has_digest else ()
    return [case for case in cases if case.closed_at is None]


def _digest(session: Session, book: Rulebook, row: Reminder, cases: Sequence[Case], *, now: datetime) -> Digest:
    channel_id = row.channel_id
    personal = is_person(channel_id)
    keys = [case.key for case in cases]
    zone = book.court(cases[0].court).zone
    today = now.astimezone(ZoneInfo(zone)).date()
    near = deadlines_of(session, keys, until=today + AHEAD + _ELSEWHERE)
    owed = [one for one in near if not personal or channel_id in (one.owner, one.backup)]
    seen = [one for one in near if one.due <= today + AHEAD and not one.confirmed_by]
    standing = _standing(session, keys, since=today - _FORGOTTEN, until=today + AHEAD)
    hearings = [one for one in standing if not personal or channel_id == one.owner]
    conflicts = conflicts_of(session, book, cases=cases, since=today, until=today + AHEAD)
    return Digest(
        channel_id=channel_id,
        uid=row.uid,
        covers=(row.uid,),
        now=now,
        language=language_of(session, channel_id) if personal else settings_of(session, channel_id).language,
        zone=zone,
        cases=tuple(cases),
        overdue=tuple(one for one in owed if one.due_at < now),
        deadlines=tuple(one for one in owed if now <= one.due_at <= now + AHEAD),
        hearings=tuple(one for one in hearings if not _is_past(one, now)),
        unconfirmed=tuple(one for one in seen if not personal or one.created_by != channel_id),
        unasked=tuple(one for one in hearings if _is_past(one, now)),
        closed=tuple(one for one in closed_ahead(session, book, cases, now=now, days=AHEAD.days) if one.days),
        conflicts=tuple(one for one in conflicts if not personal or one.person == channel_id),
        waiting=len(waiting_for(session, book, cases)),
        planned=count_planned(session, channel_id),
        last_backup=last_backup(session),
        is_late=now - row.due_at > LATE,
    )


def _is_worth_saying(digest: Digest) -> bool:
    """Say whether there is anything for that person; a channel hears every morning that the alarm is awake."""
    return any((digest.overdue, digest.deadlines, digest.hearings, digest.unasked, digest.conflicts))


def _standing(session: Session, keys: Sequence[int], *, since: date, until: date) -> list[Entry]:
    found = entries_of(session, keys, kind=EntryKind.HEARING, since=since, until=until)
    return [hearing for hearing in found if hearing.status is EntryStatus.STANDING]


def _is_past(hearing: Entry, now: datetime) -> bool:
    if hearing.starts_at:
        return hearing.starts_at < now
    return hearing.on_date < now.astimezone(ZoneInfo(hearing.zone)).date()
