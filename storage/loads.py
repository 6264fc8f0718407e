"""Who owes how much on which day, counted by the database: nothing is read that nobody looks at."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.docket import Deadline, DeadlineStatus


def loads_of(
    session: Session, case_ids: Sequence[int], *, since: date, until: date, owner: str | None = None
) -> list[tuple[str, date, int]]:
    """Return who owes how many open deadlines on which day, the first day first; of one owner alone, if named."""
    of: Any = (Deadline.owner, Deadline.due, func.count())
    query = select(*of).where(col(Deadline.case_id).in_(case_ids), Deadline.status == DeadlineStatus.OPEN)
    query = query.where(Deadline.due >= since, Deadline.due <= until, col(Deadline.owner).is_not(None))
    if owner is not None:
        query = query.where(Deadline.owner == owner)
    query = query.group_by(col(Deadline.owner), col(Deadline.due)).order_by(col(Deadline.due), col(Deadline.owner))
    return [(person, day, count) for person, day, count in session.exec(query)]


def refs_owed(
    session: Session, case_ids: Sequence[int], pairs: Collection[tuple[str, date]]
) -> Mapping[tuple[str, date], list[str]]:
    """Return the short ids of the open deadlines that some people owe, each on some day, in the order of the ids."""
    of: Any = (Deadline.owner, Deadline.due, Deadline.number)
    query = select(*of).where(col(Deadline.case_id).in_(case_ids), Deadline.status == DeadlineStatus.OPEN)
    query = query.where(col(Deadline.owner).in_({owner for owner, _ in pairs}))
    query = query.where(col(Deadline.due).in_({day for _, day in pairs})).order_by(col(Deadline.number))
    found: defaultdict[tuple[str, date], list[str]] = defaultdict(list)
    for owner, day, number in session.exec(query):
        found[owner, day].append(f"D{number}")
    return found


def owed_by(
    session: Session, case_ids: Sequence[int], people: Collection[str], *, since: date, until: date
) -> Sequence[Deadline]:
    """Return the open deadlines that some people owe in some days, the earliest first."""
    query = select(Deadline).where(col(Deadline.case_id).in_(case_ids), Deadline.status == DeadlineStatus.OPEN)
    query = query.where(col(Deadline.owner).in_(people), Deadline.due >= since, Deadline.due <= until)
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.due_at), col(Deadline.id))).all()
