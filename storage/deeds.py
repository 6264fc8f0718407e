"""What each change did to the rows of the docket, so that its author can undo it."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import document


class Deed(SQLModel, table=True):
    """One change by one person.

    `before` holds each row that it touched, by short id, as it was (None: it was not there); `after` the `sequence`
    that each had then, so that a later change by somebody else is not overwritten. `action` and `subject` are those of
    the first line that the change wrote into the log.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str = Field(index=True)
    action: str
    subject: str
    before: dict[str, Any] = document(default_factory=dict)
    after: dict[str, Any] = document(default_factory=dict)
    undone_at: datetime | None = None


def last_deed(session: Session, actor: str, *, since: datetime) -> Deed | None:
    """Return what somebody did last since an instant and did not undo."""
    query = select(Deed).where(Deed.actor == actor, Deed.at >= since, col(Deed.undone_at).is_(None))
    return session.exec(query.order_by(col(Deed.id).desc()).limit(1)).first()
