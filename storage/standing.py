"""How a subject of the docket stands beyond its own row: what the log said of it, and when it is next reminded of."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, or_, select

from storage.docket import deadline_by_ref
from storage.log import AuditEntry
from storage.reminders import UNSEEN, Reminder, ReminderState


def lines_of(session: Session, subject: str, actions: Collection[str]) -> Sequence[AuditEntry]:
    """Return what the log said of a subject by some actions, the oldest first."""
    query = select(AuditEntry).where(AuditEntry.subject == subject, col(AuditEntry.action).in_(actions))
    return session.exec(query.order_by(col(AuditEntry.id))).all()


def last_line(session: Session, subject: str, actions: Collection[str]) -> AuditEntry | None:
    """Return what the log last said of a subject by some actions, if it ever did."""
    query = select(AuditEntry).where(AuditEntry.subject == subject, col(AuditEntry.action).in_(actions))
    return session.exec(query.order_by(col(AuditEntry.id).desc()).limit(1)).first()


def next_reminder(session: Session, subject: str, channel_id: str | None) -> datetime | None:
    """Return when the next reminder of a subject arrives, in this channel if one is named.

    While it is snoozed, a call about a step that nobody saw is not counted: the sweep will drop it.
    """
    planned = select(Reminder.due_at).where(Reminder.subject == subject, Reminder.state == ReminderState.PLANNED)
    if channel_id and not channel_id.startswith("D"):
        planned = planned.where(Reminder.channel_id == channel_id)
    held = deadline.snoozed_until if (deadline := deadline_by_ref(session, subject)) else None
    if held:
        planned = planned.where(or_(Reminder.due_at >= held, ~col(Reminder.step).startswith(f"{UNSEEN} ")))
    return session.exec(planned.order_by(col(Reminder.due_at)).limit(1)).first()
