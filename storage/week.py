"""What became of some cases since an instant: what came onto the docket, what moved on it, and what ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus
from storage.log import AuditEntry
from storage.reminded import reminded_of

_MOVES = ("deadline.extended", "deadline.moved", "hearing.moved")


def recorded_since(session: Session, case_ids: Sequence[int], since: datetime) -> Sequence[Entry]:
    """Return the entries that were recorded since, in the order of their dates; withdrawn ones are left out."""
    query = select(Entry).where(col(Entry.case_id).in_(case_ids), Entry.created_at >= since)
    standing = query.where(Entry.status != EntryStatus.WITHDRAWN)
    return session.exec(standing.order_by(col(Entry.on_date), col(Entry.id))).all()


def moved_since(session: Session, case_ids: Sequence[int], since: datetime) -> Sequence[Deadline | Entry]:
    """Return what got another date since and still stands, by its short id."""
    query = select(col(AuditEntry.subject)).where(col(AuditEntry.case_id).in_(case_ids), AuditEntry.at >= since)
    moved = reminded_of(session, session.exec(query.where(col(AuditEntry.action).in_(_MOVES)).distinct()).all())
    return [thing for _, thing in sorted(moved.items()) if thing.status in (DeadlineStatus.OPEN, EntryStatus.STANDING)]


def ended_since(session: Session, case_ids: Sequence[int], since: datetime) -> Sequence[Deadline]:
    """Return the deadlines that were done or became moot since, the earliest due first."""
    query = select(Deadline).where(col(Deadline.case_id).in_(case_ids), Deadline.changed_at >= since)
    ended = query.where(Deadline.status != DeadlineStatus.OPEN)
    return session.exec(ended.order_by(col(Deadline.due), col(Deadline.id))).all()
