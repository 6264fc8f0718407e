"""Planned reminders: rows that a sweep delivers."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import ColumnElement, Index, UniqueConstraint, and_, exists, literal_column, or_, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, func, select

from storage.cases import saved
from storage.columns import word

UNSEEN = "unseen"
"""So begins the step of a reminder that says that nobody saw another one."""


class ReminderState(StrEnum):
    """Where a reminder stands. `claimed` means that a sweep is posting it, or died doing so."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    CANCELLED = "cancelled"


class Reminder(SQLModel, table=True):
    """One planned message about one deadline or hearing in one channel.

    `subject` is a short id (`D45`, `H12`); `target` the moment it reminds of: a moved date gets rows of its own.
    `due_at` is when it is meant to arrive, `not_before` when it may next be tried. `recorded_late` says that its step
    had passed before the date was known, `in_doubt` that an earlier try may have posted it. `rerouted_from` is the
    channel that could not be reached, for a direct message (then `channel_id` is a person).
    """

    __table_args__ = (
        UniqueConstraint("subject", "channel_id", "step", "target"),
        Index(
            "ix_reminder_waiting",
            "not_before",
            sqlite_where=text("state IN ('planned', 'claimed')"),
            postgresql_where=text("state IN ('planned', 'claimed')"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: uuid4().hex, unique=True)
    subject: str = Field(index=True)
    channel_id: str
    step: str
    target: datetime
    due_at: datetime
    not_before: datetime
    recorded_late: bool = False
    rerouted_from: str | None = None
    state: ReminderState = word(ReminderState, default=ReminderState.PLANNED)
    attempts: int = 0
    in_doubt: bool = False
    claimed_at: datetime | None = None
    claimed_by: str | None = None
    sent_at: datetime | None = None
    message_ts: str | None = None
    trouble: str = ""

    @property
    def key(self) -> int:
        """Return the id of a saved row."""
        return saved(self.id)


def planned(
    *,
    subject: str,
    channel_id: str,
    step: str,
    target: datetime,
    due_at: datetime,
    recorded_late: bool = False,
    rerouted_from: str | None = None,
) -> dict[str, object]:
    """Return the columns of a new row that waits for its time; thousands of them go in as one statement."""
    return {
        "uid": uuid4().hex,
        "subject": subject,
        "channel_id": channel_id,
        "step": step,
        "target": target,
        "due_at": due_at,
        "not_before": due_at,
        "recorded_late": recorded_late,
        "rerouted_from": rerouted_from,
        "state": ReminderState.PLANNED,
        "attempts": 0,
        "in_doubt": False,
        "trouble": "",
    }


def plan(session: Session, rows: Sequence[dict[str, object]]) -> None:
    """Insert planned rows; a row that exists already is left as it is."""
    if not rows:
        return
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.connection().execute(insert(Reminder).on_conflict_do_nothing(), list(rows))


def reminders_of(session: Session, subjects: Collection[str]) -> Sequence[Reminder]:
    """Return every row about some subjects, locked until this transaction ends."""
    query = select(Reminder).where(col(Reminder.subject).in_(subjects)).order_by(col(Reminder.id))
    return session.exec(query.with_for_update()).all()


def history_of(session: Session, subject: str) -> Sequence[Reminder]:
    """Return every row about a subject as it is now, and lock none."""
    return session.exec(select(Reminder).where(Reminder.subject == subject).order_by(col(Reminder.id))).all()


def reminders_since(session: Session, subject: str, *, since: datetime) -> Sequence[Reminder]:
    """Return the rows about a subject whose target is not before an instant, locked until this transaction ends."""
    query = select(Reminder).where(Reminder.subject == subject, Reminder.target >= since)
    return session.exec(query.order_by(col(Reminder.id)).with_for_update()).all()


def count_planned(session: Session, channel_id: str) -> int:
    """Return how many reminders are planned for a channel, or to be sent to a person."""
    query = select(func.count()).select_from(Reminder).where(_is_waiting(Reminder))
    return session.exec(query.where(Reminder.channel_id == channel_id)).one()


def anything_due(session: Session, now: datetime) -> bool:
    """Say whether anything may be tried: what an idle sweep asks."""
    query = select(Reminder.id).where(_is_waiting(Reminder), Reminder.not_before <= now)
    return session.exec(query.limit(1)).first() is not None


def claim(session: Session, *, by: str, now: datetime, lease: timedelta, limit: int) -> list[Reminder]:
    """Take what is due, the oldest first, for as long as the lease.

    Only the first waiting row of a subject in a channel can be taken, with whatever else of it is due: while somebody
    holds it, or it waits for its next try, the rest of that subject waits behind it. Sweeps of many processes skip each
    other's rows. Where a lease ran out, the row comes back in doubt.

    Args:
        by: names this claim and no other.
        limit: how many subjects to take at most.
    """
    due = and_(_is_waiting(Reminder), col(Reminder.not_before) <= now)
    query = select(Reminder).order_by(col(Reminder.due_at), col(Reminder.id)).with_for_update(skip_locked=True)
    heads = session.exec(query.where(due, ~_stands_behind_another()).limit(limit)).all()
    _take(session, heads, by=by, now=now, lease=lease)
    rest = session.exec(query.where(due, _goes_with(by))).all() if heads else ()
    _take(session, rest, by=by, now=now, lease=lease)
    return sorted((*heads, *rest), key=lambda reminder: (reminder.due_at, reminder.id))


def claimed(session: Session, *, by: str, ids: Collection[int]) -> Sequence[Reminder]:
    """Return some rows of a claim, locked until this transaction ends; they may have been cancelled meanwhile."""
    query = select(Reminder).where(col(Reminder.id).in_(ids), Reminder.claimed_by == by)
    return session.exec(query.order_by(col(Reminder.id)).with_for_update()).all()


def rest_channel(session: Session, *, channel_id: str, until: datetime) -> None:
    """Let everything planned for a channel wait until an instant."""
    waiting = select(Reminder).where(
        _is_waiting(Reminder),
        Reminder.state == ReminderState.PLANNED,
        Reminder.channel_id == channel_id,
        Reminder.not_before < until,
    )
    for reminder in session.exec(waiting.order_by(col(Reminder.id)).with_for_update()):
        reminder.not_before = until


def next_try(session: Session, *, after: datetime) -> datetime | None:
    """Return the first instant after another at which something may be tried."""
    query = select(Reminder.not_before).where(_is_waiting(Reminder), Reminder.not_before > after)
    return session.exec(query.order_by(col(Reminder.not_before)).limit(1)).first()


def last_said(session: Session, subject: str) -> dict[str, str]:
    """Return the message in each channel that last reminded of a subject."""
    query = select(Reminder).where(Reminder.subject == subject, Reminder.state == ReminderState.SENT)
    rows = session.exec(query.order_by(col(Reminder.due_at), col(Reminder.id)))
    return {row.channel_id: row.message_ts for row in rows if row.message_ts}


def in_trouble(session: Session) -> Sequence[Reminder]:
    """Return the waiting rows whose last try failed, the oldest first."""
    query = select(Reminder).where(_is_waiting(Reminder), Reminder.trouble != "")
    return session.exec(query.order_by(col(Reminder.due_at), col(Reminder.id))).all()


def _take(session: Session, reminders: Sequence[Reminder], *, by: str, now: datetime, lease: timedelta) -> None:
    for reminder in reminders:
        reminder.in_doubt = reminder.in_doubt or reminder.state is ReminderState.CLAIMED
        reminder.state, reminder.claimed_by, reminder.claimed_at = ReminderState.CLAIMED, by, now
        reminder.not_before = now + lease
        reminder.attempts += 1
    session.flush()


_WAITING: tuple[ColumnElement[str], ...] = (  # spelt out, because the partial index answers nothing else
    literal_column("'planned'"),
    literal_column("'claimed'"),
)


def _is_waiting(reminder: type[Reminder]) -> ColumnElement[bool]:
    return col(reminder.state).in_(_WAITING)


def _same_subject(reminder: type[Reminder]) -> ColumnElement[bool]:
    return and_(col(reminder.subject) == col(Reminder.subject), col(reminder.channel_id) == col(Reminder.channel_id))


def _stands_behind_another() -> ColumnElement[bool]:
    ahead = aliased(Reminder)
    earlier = or_(
        col(ahead.due_at) < col(Reminder.due_at),
        and_(col(ahead.due_at) == col(Reminder.due_at), col(ahead.id) < col(Reminder.id)),
    )
    return exists().where(_same_subject(ahead), _is_waiting(ahead), earlier)


def _goes_with(claim_name: str) -> ColumnElement[bool]:
    head = aliased(Reminder)
    taken = exists().where(_same_subject(head), _is_waiting(head), col(head.claimed_by) == claim_name)
    return and_(taken, col(Reminder.claimed_by).is_distinct_from(claim_name))
