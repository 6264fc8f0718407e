"""Planned reminders: rows that a sweep delivers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Index,
    UniqueConstraint,
    literal_column,
    or_,
    text,
)
from sqlmodel import Field, Session, SQLModel, col, func, select

from storage.cases import saved
from storage.columns import word

UNSEEN = "unseen"
"""So begins the step of a reminder that says that nobody saw another one."""
DIGEST = "digest"
"""What the rows of digests name as their subject."""


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
        Index(
            "ix_reminder_in_trouble",
            "due_at",
            sqlite_where=text("trouble <> '' AND state IN ('planned', 'claimed')"),
            postgresql_where=text("trouble <> '' AND state IN ('planned', 'claimed')"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: uuid4().hex)
    subject: str
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


def reminders_of(session: Session, subjects: Collection[str]) -> Sequence[Reminder]:
    """Return every row about some subjects, locked until this transaction ends."""
    query = select(Reminder).where(col(Reminder.subject).in_(subjects)).order_by(col(Reminder.id))
    return session.exec(query.with_for_update()).all()


def history_of(session: Session, subject: str) -> Sequence[Reminder]:
    """Return every row about a subject as it is now, and lock none."""
    return session.exec(select(Reminder).where(Reminder.subject == subject).order_by(col(Reminder.id))).all()


def said_and_calling(session: Session, subjects: Collection[str]) -> dict[str, list[Reminder]]:
    """Return of each subject what was said of it, and the calls about it, whatever became of them; lock none."""
    wanted = or_(col(Reminder.sent_at).is_not(None), col(Reminder.step).startswith(UNSEEN))
    query = select(Reminder).where(col(Reminder.subject).in_(subjects), wanted)
    found: dict[str, list[Reminder]] = {subject: [] for subject in subjects}
    for row in session.exec(query.order_by(col(Reminder.id))):
        found[row.subject].append(row)
    return found


def reminders_since(session: Session, subject: str, *, since: datetime) -> Sequence[Reminder]:
    """Return the rows about a subject whose target is not before an instant, locked until this transaction ends."""
    query = select(Reminder).where(Reminder.subject == subject, Reminder.target >= since)
    return session.exec(query.order_by(col(Reminder.id)).with_for_update()).all()


def count_planned(session: Session, channel_id: str) -> int:
    """Return how many reminders are planned for a channel, or to be sent to a person."""
    query = select(func.count()).select_from(Reminder).where(is_waiting(Reminder))
    return session.exec(query.where(Reminder.channel_id == channel_id)).one()


def messages_about(session: Session, subject: str, channel_id: str, *, most: int) -> list[str]:
    """Return the messages that reminded of a subject in a channel, the last first; many rows may share one."""
    query = select(col(Reminder.message_ts)).where(Reminder.subject == subject, Reminder.channel_id == channel_id)
    said = query.where(Reminder.state == ReminderState.SENT).order_by(col(Reminder.sent_at).desc(), col(Reminder.id))
    return list(dict.fromkeys(ts for ts in session.exec(said) if ts))[:most]


def in_trouble(session: Session) -> Sequence[Reminder]:
    """Return the waiting rows whose last try failed, the oldest first."""
    query = select(Reminder).where(is_waiting(Reminder), col(Reminder.trouble) != literal_column("''"))
    return session.exec(query.order_by(col(Reminder.due_at), col(Reminder.id))).all()


_WAITING: tuple[ColumnElement[str], ...] = (  # spelt out, because the partial index answers nothing else
    literal_column("'planned'"),
    literal_column("'claimed'"),
)


def is_waiting(reminder: type[Reminder]) -> ColumnElement[bool]:
    """Say of rows that they are to be sent, or that somebody is at it."""
    return col(reminder.state).in_(_WAITING)
