"""Long lists, quickly: where everything stands in time is read in a glance, and only the page that is shown in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.docket.desk import Desk
from handlers import facts
from handlers.views import lists
from handlers.views.lists import Item
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


def count_of_open_deadlines(session: Session, cases: Sequence[Case]) -> int:
    """Return how many open deadlines some cases have."""
    query = select(func.count()).select_from(Deadline).where(Deadline.status == DeadlineStatus.OPEN)
    return session.exec(query.where(col(Deadline.case_id).in_([case.key for case in cases]))).one()


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
    query = select(*_OF_DEADLINES).where(col(Deadline.case_id).in_([case.key for case in cases]))
    if only_open:
        query = query.where(Deadline.status == DeadlineStatus.OPEN)
    if since is not None:
        query = query.where(Deadline.due >= since)
    if until is not None:
        query = query.where(Deadline.due <= until)
    if span is not None:
        query = query.offset(span.start).limit(span.stop - span.start)
    rows: Any = session.exec(query.order_by(col(Deadline.due), col(Deadline.due_at), col(Deadline.id)))
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


def in_order(*spots: Sequence[Spot]) -> list[Spot]:
    """Return spots of several kinds in the order of their instants."""
    return sorted((spot for some in spots for spot in some), key=lambda spot: spot.at)


def items_at(
    session: Session, desk: Desk, cases: Sequence[Case], spots: Sequence[Spot], *, with_flags: bool = False
) -> list[Item]:
    """Return the lines of some spots, in their order."""
    lines = {case.key: facts.case_line(desk.book, case) for case in cases}
    flags = {case.key: facts.flag(desk.book, case) if with_flags else "" for case in cases}
    items: dict[tuple[type, int], Item] = {}
    now = desk.clock.now()
    for entry in _loaded(session, Entry, spots):
        items[Entry, entry.key] = lists.entry_item(entry, lines[entry.case_id], now=now, flag=flags[entry.case_id])
    for deadline in _loaded(session, Deadline, spots):
        item = lists.deadline_item(deadline, lines[deadline.case_id], now=now, flag=flags[deadline.case_id])
        items[Deadline, deadline.key] = item
    return [items[spot.of, spot.key] for spot in spots]


def _loaded(session: Session, of: type[Row], spots: Sequence[Spot]) -> Iterator[Row]:
    keys = [spot.key for spot in spots if spot.of is of]
    yield from session.exec(select(of).where(col(of.id).in_(keys))) if keys else ()
