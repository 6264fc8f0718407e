"""Deadlines by who owes them and how they stand: what a list asks for, counted and read a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.docket import Deadline, DeadlineStatus

Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which deadlines of some cases are wanted: the open ones, unless told otherwise.

    Args:
        owner: only what this person owes.
        late_at: only what had ended at this instant.
        only_unconfirmed: only what no second person has confirmed.
        closed_too: done and moot ones as well.
    """

    case_ids: Sequence[int]
    owner: str | None = None
    late_at: datetime | None = None
    only_unconfirmed: bool = False
    closed_too: bool = False


def count_of(session: Session, wanted: Wanted) -> int:
    """Return how many deadlines are wanted."""
    return session.exec(_chosen(select(func.count()).select_from(Deadline), wanted)).one()


def deadlines_wanted(session: Session, wanted: Wanted, *, span: slice) -> Sequence[Deadline]:
    """Return a span of the wanted deadlines, the earliest first."""
    query = _chosen(select(Deadline), wanted).offset(span.start).limit(span.stop - span.start)
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.due_at), col(Deadline.id))).all()


def last_closed(session: Session, case_ids: Sequence[int]) -> Deadline | None:
    """Return the deadline of some cases that was closed last, if any was."""
    query = select(Deadline).where(col(Deadline.case_id).in_(case_ids), Deadline.status != DeadlineStatus.OPEN)
    return session.exec(query.order_by(col(Deadline.changed_at).desc(), col(Deadline.id).desc()).limit(1)).first()


def _chosen(query: SelectOfScalar[Chosen], wanted: Wanted) -> SelectOfScalar[Chosen]:
    query = query.where(col(Deadline.case_id).in_(wanted.case_ids))
    if not wanted.closed_too:
        query = query.where(Deadline.status == DeadlineStatus.OPEN)
    if wanted.owner is not None:
        query = query.where(Deadline.owner == wanted.owner)
    if wanted.late_at is not None:
        query = query.where(Deadline.due_at < wanted.late_at)
    if wanted.only_unconfirmed:
        query = query.where(col(Deadline.confirmed_by).is_(None))
    return query
