"""What each change did to the rows of the docket, so that its author can undo it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Field, Session, SQLModel, col, select

from storage.cases import saved
from storage.columns import document
from storage.log import AuditEntry


class Deed(SQLModel, table=True):
    """One change by one person.

    `before` holds each row that it touched, by short id: the columns that it changed and a deadline's grounds, as they
    were (None: it was not there); `after` the fingerprint that each had then, so that a later change by somebody else
    is not overwritten. `action` and `subject` are those of the first line that the change wrote into the log. What
    decides about the law is kept without its rows: it is reversed where it was decided.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str = Field(index=True)
    action: str
    subject: str
    before: dict[str, Any] = document(default_factory=dict)
    after: dict[str, Any] = document(default_factory=dict)
    undone_at: datetime | None = None

    @property
    def key(self) -> int:
        """Return the id of a saved deed."""
        return saved(self.id)


def undone_acts(session: Session, subject: str) -> frozenset[tuple[str, datetime]]:
    """Return what was done to a subject and then undone: who did it, and when, as the log says it too."""
    query = select(AuditEntry).where(AuditEntry.subject == subject, AuditEntry.action == "change.undone")
    numbers = [line.details["deed"] for line in session.exec(query)]
    return frozenset((deed.actor, deed.at) for deed in session.exec(select(Deed).where(col(Deed.id).in_(numbers))))


def deeds_of(session: Session, actor: str, *, since: datetime) -> Sequence[Deed]:
    """Return what somebody did since an instant and did not undo, the last first."""
    query = select(Deed).where(Deed.actor == actor, Deed.at > since, col(Deed.undone_at).is_(None))
    return session.exec(query.order_by(col(Deed.id).desc())).all()
