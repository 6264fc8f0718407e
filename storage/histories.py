"""What happened to one subject of the docket, as the log tells."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.log import AuditEntry


def history_of(session: Session, subject: str, *, most: int) -> Sequence[AuditEntry]:
    """Return the last lines about a subject, the latest first."""
    query = select(AuditEntry).where(AuditEntry.subject == subject)
    return session.exec(query.order_by(col(AuditEntry.id).desc()).limit(most)).all()


def last_of(session: Session, subject: str) -> AuditEntry | None:
    """Return the last line about a subject, if there is any."""
    return next(iter(history_of(session, subject, most=1)), None)
