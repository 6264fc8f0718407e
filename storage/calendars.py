"""Feed addresses, and the events that feeds are joined from."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.columns import word


class Scope(StrEnum):
    """What a feed shows: everything its owner may see, one channel's cases, or one case."""

    ALL = "all"
    CHANNEL = "channel"
    CASE = "case"


class Detail(StrEnum):
    """How much a feed says: all of it, code names only, or only that the time is taken."""

    FULL = "full"
    ALIAS = "alias"
    BUSY = "busy"


class Feed(SQLModel, table=True):
    """One secret address of one person. Only the token's SHA-256 is kept."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(index=True)
    scope: Scope = word(Scope)
    scope_id: str = ""
    detail: Detail = word(Detail, default=Detail.FULL)
    token_hash: str = Field(unique=True)
    created_at: datetime
    revoked_at: datetime | None = None
    last_seen_at: datetime | None = None
    last_client: str = ""


class CalendarEvent(SQLModel, table=True):
    """The VEVENT of one entry or deadline at one level of detail, built when its row changed.

    `subject` is the short id; after `drop_after` the event has left the feeds.
    """

    __tablename__ = "calendar_event"

    subject: str = Field(primary_key=True)
    detail: Detail = word(Detail, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id", index=True)
    zone: str | None = None
    on_date: date
    changed_at: datetime
    drop_after: date | None = None
    body: bytes
