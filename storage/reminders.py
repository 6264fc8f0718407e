"""Planned reminders: rows that a sweep delivers."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.columns import word


class ReminderState(StrEnum):
    """Where a reminder stands. `claimed` means that a sweep is posting it, or died doing so."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    CANCELLED = "cancelled"


class Reminder(SQLModel, table=True):
    """One planned message about one deadline or hearing in one channel.

    `subject` is a short id (`D45`, `H12`); `target` the date it reminds of, so that a moved date gets rows of its own;
    `due_at` when it is meant to arrive; `not_before` when it may next be tried.
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
    uid: str = Field(unique=True)
    subject: str = Field(index=True)
    channel_id: str
    step: str
    target: date
    due_at: datetime
    not_before: datetime
    state: ReminderState = word(ReminderState, default=ReminderState.PLANNED)
    attempts: int = 0
    claimed_at: datetime | None = None
    claimed_by: str | None = None
    sent_at: datetime | None = None
    message_ts: str | None = None
    trouble: str = ""
