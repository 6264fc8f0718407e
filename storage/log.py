"""The append-only log: who changed what, when and why, each entry sealed with the hash of the one before."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, text
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import document

_CHAIN_LOCK = 7_411_908  # any number, the same in every process


class AuditEntry(SQLModel, table=True):
    """One line of the log. `details` holds what changed, old and new."""

    __tablename__ = "audit_entry"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    actor: str
    action: str
    subject: str = Field(index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    reason: str = ""
    details: dict[str, Any] = document(default_factory=dict)
    previous: str
    seal: str = Field(unique=True)

    def computed_seal(self) -> str:
        """Return the SHA-256 of everything this line says and of the line before it."""
        said = {
            "at": self.at.isoformat(),
            "actor": self.actor,
            "action": self.action,
            "subject": self.subject,
            "case": self.case_id,
            "reason": self.reason,
            "details": self.details,
            "previous": self.previous,
        }
        canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def take_the_pen(session: Session) -> None:
    """Make every other change to the docket wait until this transaction ends: one chain, one writer."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite's writers hold the whole file already
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _CHAIN_LOCK})


def append(session: Session, entry: AuditEntry) -> AuditEntry:
    """Seal an entry behind the last one and add it; the caller holds the pen."""
    last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(1)).first()
    entry.previous = last.seal if last else ""
    entry.seal = entry.computed_seal()
    session.add(entry)
    session.flush()
    return entry


def broken_links(session: Session) -> Iterator[AuditEntry]:
    """Yield each entry whose seal, or whose link to the entry before it, does not hold."""
    previous = ""
    for entry in session.exec(select(AuditEntry).order_by(col(AuditEntry.id))):
        if entry.previous != previous or entry.seal != entry.computed_seal():
            yield entry
        previous = entry.seal


def holds(session: Session) -> bool:
    """Return whether the whole chain holds, from the first line to the last."""
    return next(broken_links(session), None) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Which lines somebody may see: of some cases, about some channels, and what they wrote about no case."""

    person_id: str
    cases: Collection[int]
    channels: Collection[str]


def count_lines(session: Session, seen: Seen, *, subject: str | None = None) -> int:
    """Return how many lines somebody may see; about one subject, if one is named."""
    query = select(func.count()).select_from(AuditEntry).where(*_conditions(seen, subject))
    return session.exec(query).one()


def lines(session: Session, seen: Seen, *, span: slice, subject: str | None = None) -> Sequence[AuditEntry]:
    """Return a span of the lines that somebody may see, the last first; about one subject, if one is named."""
    query = select(AuditEntry).where(*_conditions(seen, subject)).order_by(col(AuditEntry.id).desc())
    return session.exec(query.offset(span.start).limit(span.stop - span.start)).all()


def _conditions(seen: Seen, subject: str | None) -> list[ColumnElement[bool]]:
    own = or_(col(AuditEntry.actor) == seen.person_id, col(AuditEntry.subject).in_(seen.channels))
    visible = or_(col(AuditEntry.case_id).in_(seen.cases), and_(col(AuditEntry.case_id).is_(None), own))
    return [visible] if subject is None else [visible, col(AuditEntry.subject) == subject]


def length(session: Session) -> int:
    """Return how many lines there are."""
    return session.exec(select(func.count()).select_from(AuditEntry)).one()


def last_seal(session: Session) -> str:
    """Return the seal of the last line, which stands for every line before it; nothing, if there is none."""
    return session.exec(select(AuditEntry.seal).order_by(col(AuditEntry.id).desc()).limit(1)).first() or ""
