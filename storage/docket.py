"""What stands on the docket: entries, and the deadlines they start."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

from storage.cases import is_a_number, saved
from storage.columns import document, word


class EntryKind(StrEnum):
    """What an entry is; its first letter begins the short id that people say (`H12`, `O7`)."""

    HEARING = "hearing"
    RULING = "ruling"
    ORDER = "order"
    FILING = "filing"
    SERVICE = "service"
    NOTICE = "notice"

    @property
    def letter(self) -> str:
        """Return the letter of its short ids."""
        return self.value[0].upper()


class EntryStatus(StrEnum):
    """Where an entry stands."""

    STANDING = "standing"
    HELD = "held"
    VACATED = "vacated"
    WITHDRAWN = "withdrawn"


ENDED = frozenset({EntryStatus.VACATED, EntryStatus.WITHDRAWN})
"""How an entry ends from which nothing is counted any more."""


class Precision(StrEnum):
    """How exactly a date is known: history is sometimes dated by its month or year alone."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DeadlineStatus(StrEnum):
    """Where a deadline stands; only an open one reminds."""

    OPEN = "open"
    DONE = "done"
    MOOT = "moot"


class Entry(SQLModel, table=True):
    """A hearing, ruling, order, filing, service or notice.

    `on_date` is the day in the court's zone (the first of it, where `precision` says that only the month or year is
    known); a hearing has `starts_at`, an instant, unless its hour is not known. `owner` appears at a hearing, `outcome`
    says what came of it, and `follows_id` names the hearing that was adjourned to this one.
    """

    __table_args__ = (
        UniqueConstraint("letter", "number"),
        Index("ix_entry_in_order", "case_id", "kind", "on_date", "starts_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id", index=True)
    kind: EntryKind = word(EntryKind)
    letter: str
    number: int
    title: str
    on_date: date = Field(index=True)
    precision: Precision = word(Precision, default=Precision.DAY)
    starts_at: datetime | None = None
    zone: str
    place: str = ""
    trigger: str | None = None
    service: str = ""
    served_on: date | None = None
    link: str = ""
    note: str = ""
    owner: str | None = None
    outcome: str = ""
    follows_id: int | None = None
    status: EntryStatus = word(EntryStatus, default=EntryStatus.STANDING)
    uid: str = Field(default_factory=lambda: uuid4().hex)
    sequence: int = 0
    created_at: datetime
    created_by: str
    changed_at: datetime

    @property
    def key(self) -> int:
        """Return the id of a saved entry."""
        return saved(self.id)

    @property
    def ref(self) -> str:
        """Return the short id that people say: `H12`."""
        return f"{self.letter}{self.number}"


class Deadline(SQLModel, table=True):
    """A date by which somebody owes an act.

    `due` is the safe date in the court's zone and `due_at` its last instant; `latest` is the later reading, equal to
    `due` where the law is settled. `explanation` is the law's answer as data. A deadline without a rule was set by a
    court or entered by hand. What a court fixed (`is_fixed`, by the order at `link`) no rule moves. Until
    `snoozed_until` the channels hear nothing of it; `acknowledged_by` saw the reminder, which is not to have filed.
    """

    __table_args__ = (Index("ix_deadline_in_order", "case_id", "status", "due", "due_at", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(unique=True)
    case_id: int = Field(foreign_key="case_file.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    title: str
    condition: str = ""
    rule: str | None = Field(default=None, index=True)
    version: str = ""
    citation: str = ""
    due: date = Field(index=True)
    due_at: datetime
    latest: date
    zone: str
    standing: str
    explanation: dict[str, Any] = document(default_factory=dict)
    status: DeadlineStatus = word(DeadlineStatus, default=DeadlineStatus.OPEN, index=True)
    owner: str | None = Field(default=None, index=True)
    backup: str | None = None
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None
    done_by: str | None = None
    done_at: datetime | None = None
    filed_by: str | None = None
    proof: str = ""
    is_fixed: bool = False
    link: str = ""
    note: str = ""
    closed_reason: str = ""
    snoozed_until: datetime | None = None
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    uid: str = Field(default_factory=lambda: uuid4().hex)
    sequence: int = 0
    created_at: datetime
    created_by: str
    changed_at: datetime

    @property
    def key(self) -> int:
        """Return the id of a saved deadline."""
        return saved(self.id)

    @property
    def ref(self) -> str:
        """Return the short id that people say: `D45`."""
        return f"D{self.number}"


class Serial(SQLModel, table=True):
    """The last number given out for a letter."""

    letter: str = Field(primary_key=True)
    last: int


def next_number(session: Session, letter: str) -> int:
    """Give out the next number for a letter, within a change that holds the log's pen: no number is given twice."""
    serial = session.get(Serial, letter) or Serial(letter=letter, last=0)
    serial.last += 1
    session.add(serial)
    session.flush()
    return serial.last


def entry_by_ref(session: Session, ref: str) -> Entry | None:
    """Return the entry with a short id such as `h12`."""
    letter, number = ref[:1].upper(), ref[1:]
    if not is_a_number(number):
        return None
    return session.exec(select(Entry).where(Entry.letter == letter, Entry.number == int(number))).first()


def entry_following(session: Session, entry_id: int) -> Entry | None:
    """Return the hearing to which one was adjourned, if it was and nobody took that back."""
    query = select(Entry).where(Entry.follows_id == entry_id, Entry.status != EntryStatus.WITHDRAWN)
    return session.exec(query.order_by(col(Entry.id)).limit(1)).first()


def neighbours(session: Session, entry: Entry) -> tuple[str, str]:
    """Return the short ids of the hearing that was adjourned to this one, and of the one that this was adjourned to."""
    before = session.get(Entry, entry.follows_id) if entry.follows_id else None
    after = entry_following(session, entry.key) if entry.kind is EntryKind.HEARING else None
    return before.ref if before else "", after.ref if after else ""


def deadline_by_ref(session: Session, ref: str) -> Deadline | None:
    """Return the deadline with a short id such as `d45`."""
    if ref[:1].upper() != "D" or not is_a_number(ref[1:]):
        return None
    return session.exec(select(Deadline).where(Deadline.number == int(ref[1:]))).first()


def entries_of(
    session: Session,
    case_ids: Sequence[int],
    *,
    kind: EntryKind | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Sequence[Entry]:
    """Return the entries of some cases in the order of their dates."""
    query = select(Entry).where(col(Entry.case_id).in_(case_ids))
    if kind is not None:
        query = query.where(Entry.kind == kind)
    if since is not None:
        query = query.where(Entry.on_date >= since)
    if until is not None:
        query = query.where(Entry.on_date <= until)
    return session.exec(query.order_by(col(Entry.on_date), col(Entry.starts_at), col(Entry.id))).all()


def deadlines_of(
    session: Session,
    case_ids: Sequence[int],
    *,
    status: DeadlineStatus | None = DeadlineStatus.OPEN,
    since: date | None = None,
    until: date | None = None,
) -> Sequence[Deadline]:
    """Return the deadlines of some cases, the earliest first; only open ones unless told otherwise."""
    query = select(Deadline).where(col(Deadline.case_id).in_(case_ids))
    if status is not None:
        query = query.where(Deadline.status == status)
    if since is not None:
        query = query.where(Deadline.due >= since)
    if until is not None:
        query = query.where(Deadline.due <= until)
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.due_at), col(Deadline.id))).all()


def deadlines_started_by(session: Session, entry_id: int) -> Sequence[Deadline]:
    """Return the deadlines that an entry started, the earliest first."""
    query = select(Deadline).where(Deadline.entry_id == entry_id)
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.id))).all()


def uids_elsewhere(session: Session, case_id: int) -> frozenset[str]:
    """Return the UIDs of every entry and deadline that is not of one case."""
    entries = session.exec(select(Entry.uid).where(Entry.case_id != case_id))
    deadlines = session.exec(select(Deadline.uid).where(Deadline.case_id != case_id))
    return frozenset({*entries, *deadlines})
