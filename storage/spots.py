"""Where everything stands in time, read in a glance: the few columns that decide which list a thing is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus

Row = TypeVar("Row", Entry, Deadline)
_OF_ENTRIES: Any = (Entry.id, Entry.on_date, Entry.starts_at, Entry.status, Entry.zone)
_OF_DEADLINES: Any = (
    *(Deadline.id, Deadline.due, Deadline.due_at, Deadline.status),
    *(Deadline.confirmed_by, Deadline.owner, Deadline.created_by),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an entry or a deadline stands in time, and the little that decides which list it is on."""

    at: datetime
    day: date
    of: type[Entry] | type[Deadline]
    key: int
    stands: bool
    is_confirmed: bool = False
    owner: str | None = None
    created_by: str = ""


class Share(StrEnum):
    """The open deadlines that concern one person in one way."""

    OVERDUE = "overdue"
    """Whoever owes them, they are late."""
    MINE = "mine"
    """This person owes them, and they are to come."""
    TEAM = "team"
    """Somebody else owes them, or nobody yet, and they are to come."""
    UNCONFIRMED = "unconfirmed"
    """They wait for a second person, and this one did not record them."""


def deadline_spots(
    session: Session,
    cases: Sequence[Case],
    *,
    only_open: bool = True,
    since: date | None = None,
    until: date | None = None,
    span: slice | None = None,
) -> list[Spot]:
    """Return where the deadlines of some cases stand, the earliest first; of a long list only that `span`, if given."""
    conditions: list[ColumnElement[bool]] = []
    if only_open:
        conditions.append(col(Deadline.status) == DeadlineStatus.OPEN)
    if since is not None:
        conditions.append(col(Deadline.due) >= since)
    if until is not None:
        conditions.append(col(Deadline.due) <= until)
    return _deadlines_where(session, cases, conditions, span)


def shares_of(session: Session, cases: Sequence[Case], *, person_id: str, now: datetime) -> dict[Share, int]:
    """Return how many open deadlines concern a person in each way, counted in one pass."""
    counts: Any = [func.count().filter(_is_in(share, person_id, now)) for share in Share]
    query = select(*counts).select_from(Deadline).where(Deadline.status == DeadlineStatus.OPEN)
    totals: Any = session.exec(query.where(col(Deadline.case_id).in_([case.key for case in cases]))).one()
    return dict(zip(Share, totals, strict=True))


def share_spots(
    session: Session, cases: Sequence[Case], share: Share, *, person_id: str, now: datetime, span: slice
) -> list[Spot]:
    """Return where one `span` of the open deadlines that concern a person in one way stand, the earliest first."""
    conditions = [col(Deadline.status) == DeadlineStatus.OPEN, _is_in(share, person_id, now)]
    return _deadlines_where(session, cases, conditions, span)


def entry_spots(
    session: Session,
    cases: Sequence[Case],
    *,
    kind: EntryKind | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Spot]:
    """Return where the entries of some cases stand, the earliest first; one without an hour stands at its midnight."""
    query = select(*_OF_ENTRIES).where(col(Entry.case_id).in_([case.key for case in cases]))
    if kind is not None:
        query = query.where(Entry.kind == kind)
    if since is not None:
        query = query.where(Entry.on_date >= since)
    if until is not None:
        query = query.where(Entry.on_date <= until)
    rows: Any = session.exec(query.order_by(col(Entry.on_date), col(Entry.starts_at), col(Entry.id)))
    return [
        Spot(
            at=starts_at or datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)),
            day=day,
            of=Entry,
            key=key,
            stands=status is EntryStatus.STANDING,
        )
        for key, day, starts_at, status, zone in rows
    ]


def rows_at(session: Session, of: type[Row], spots: Sequence[Spot]) -> Sequence[Row]:
    """Return the entries, or the deadlines, that stand at some spots, in no order."""
    keys = [spot.key for spot in spots if spot.of is of]
    return session.exec(select(of).where(col(of.id).in_(keys))).all() if keys else ()


def _deadlines_where(
    session: Session, cases: Sequence[Case], conditions: Sequence[ColumnElement[bool]], span: slice | None
) -> list[Spot]:
    query = select(*_OF_DEADLINES).where(col(Deadline.case_id).in_([case.key for case in cases]), *conditions)
    query = query.order_by(col(Deadline.due), col(Deadline.due_at), col(Deadline.id))
    if span is not None:
        query = query.offset(span.start).limit(span.stop - span.start)
    rows: Any = session.exec(query)
    return [
        Spot(
            at=due_at,
            day=due,
            of=Deadline,
            key=key,
            stands=status is DeadlineStatus.OPEN,
            is_confirmed=bool(confirmed_by),
            owner=owner,
            created_by=created_by,
        )
        for key, due, due_at, status, confirmed_by, owner, created_by in rows
    ]


def _is_in(share: Share, person_id: str, now: datetime) -> ColumnElement[bool]:
    to_come = col(Deadline.due_at) >= now
    if share is Share.OVERDUE:
        return col(Deadline.due_at) < now
    if share is Share.MINE:
        return and_(to_come, col(Deadline.owner) == person_id)
    if share is Share.TEAM:
        return and_(to_come, or_(col(Deadline.owner).is_(None), col(Deadline.owner) != person_id))
    return and_(to_come, col(Deadline.confirmed_by).is_(None), col(Deadline.created_by) != person_id)
