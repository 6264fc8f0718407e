"""Feed addresses, and the events that feeds are joined from."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, Index, or_
from sqlmodel import Field, Session, SQLModel, col, delete, func, select

from storage.cases import Case, cases_of_channel, cases_of_person, is_member, saved
from storage.columns import word
from storage.fetches import note_client
from storage.levels import Detail, Rings
from storage.log import AuditEntry
from storage.store import Store

__all__ = [
    "CalendarEvent",
    "Detail",
    "Edition",
    "Feed",
    "Kept",
    "Pulse",
    "Rings",
    "Scope",
    "cases_in_feed",
    "edition_of",
    "event_of",
    "events_of",
    "feed_with",
    "gone_tokens",
    "keep_events",
    "last_edition",
    "live_feeds_of",
    "note_fetch",
    "number_of_feed",
    "recipes",
]

REMEMBERED_FOR = timedelta(days=7)
"""How long a feed remembers the clients that fetched it."""


class Scope(StrEnum):
    """What a feed shows: everything its owner may see, one channel's cases, or one case."""

    ALL = "all"
    CHANNEL = "channel"
    CASE = "case"


class Feed(SQLModel, table=True):
    """One secret address of one person. Only the token's SHA-256 is kept.

    `scope_id` is a channel's id, or a case's short id (`C2`). `title` is what its owner calls it, `alarm` how many
    minutes before an event it rings. `content_tag` names what the feed last said, and `content_at` the second since
    when it says so: every process answers `Last-Modified` from these. `end_told_at` and `warned_at` are when its owner
    was told that it ended, and that many clients fetch it.
    """

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
    content_tag: str = ""
    content_at: datetime | None = None
    expires_at: datetime | None = None
    title: str = ""
    alarm: int | None = None
    end_told_at: datetime | None = None
    warned_at: datetime | None = None

    @property
    def key(self) -> int:
        """Return the id of a saved feed."""
        return saved(self.id)

    def is_gone(self, now: datetime) -> bool:
        """Return whether it shows nothing any more: it was revoked, or its time is over."""
        return self.revoked_at is not None or (self.expires_at is not None and self.expires_at <= now)


class CalendarEvent(SQLModel, table=True):
    """The VEVENT of one entry or deadline (`subject` is its short id) at one level of detail, as its row was last.

    `edition` is the number of the log's line under which the body was written: it only grows. `recipe` names how
    bodies were written then. `zone` is the time zone that the body refers to, if it refers to one. `rings` tells where
    a feed's alarm goes, for those who want one.
    """

    __tablename__ = "calendar_event"
    __table_args__ = (Index("ix_calendar_event_edition", "case_id", "detail", "drop_after", "edition"),)

    subject: str = Field(primary_key=True)
    detail: Detail = word(Detail, primary_key=True)
    case_id: int = Field(foreign_key="case_file.id")
    zone: str | None = None
    on_date: date
    drop_after: date | None = None
    edition: int
    recipe: str
    rings: Rings = word(Rings, default=Rings.NEVER)
    body: bytes


class Kept(NamedTuple):
    """An event as it was written: the zone to which it refers, its VEVENT, and when it may ring."""

    zone: str | None
    body: bytes
    rings: Rings = Rings.NEVER


class Edition(NamedTuple):
    """What a feed holds, in two numbers: equal editions of the same cases, level and day have equal events."""

    events: int
    last: int


def feed_with(session: Session, token_hash: str) -> Feed | None:
    """Return the feed whose token has this SHA-256, revoked or not."""
    return session.exec(select(Feed).where(Feed.token_hash == token_hash)).first()


def people_with_feeds(session: Session) -> Sequence[str]:
    """Return everybody who has an address that was not revoked."""
    query = select(Feed.person_id).where(col(Feed.revoked_at).is_(None)).distinct()
    return session.exec(query.order_by(Feed.person_id)).all()


def live_feeds_of(session: Session, person_id: str) -> Sequence[Feed]:
    """Return the addresses of a person that were not revoked, the oldest first; the time of some may be over."""
    query = select(Feed).where(Feed.person_id == person_id, col(Feed.revoked_at).is_(None))
    return session.exec(query.order_by(col(Feed.id))).all()


def number_of_feed(session: Session, feed: Feed) -> int:
    """Return how its owner calls a feed: their first address ever is 1, whatever other people have."""
    older = select(func.count()).select_from(Feed).where(Feed.person_id == feed.person_id, col(Feed.id) < feed.key)
    return session.exec(older).one() + 1


def gone_tokens(session: Session, now: datetime) -> Sequence[str]:
    """Return the hash of every token that shows nothing any more."""
    over = or_(col(Feed.revoked_at).is_not(None), col(Feed.expires_at) <= now)
    return session.exec(select(Feed.token_hash).where(over)).all()


def cases_in_feed(session: Session, feed: Feed) -> Sequence[Case]:
    """Return the cases that a feed shows: those of its scope which its owner may see at this moment."""
    if feed.scope is Scope.CHANNEL:
        is_there = is_member(session, channel_id=feed.scope_id, person_id=feed.person_id)
        return cases_of_channel(session, feed.scope_id) if is_there else ()
    seen = cases_of_person(session, feed.person_id)
    return seen if feed.scope is Scope.ALL else [case for case in seen if case.ref == feed.scope_id]


def edition_of(session: Session, case_ids: Iterable[int], *, detail: Detail, today: date) -> Edition:
    """Return the edition of what some cases show today, without reading it."""
    query = select(func.count(), func.coalesce(func.max(CalendarEvent.edition), 0))
    events, last = session.exec(query.where(*_shown(case_ids, detail, today))).one()
    return Edition(events, last)


def events_of(session: Session, case_ids: Iterable[int], *, detail: Detail, today: date) -> Sequence[Kept]:
    """Return every event that some cases show today, by date."""
    columns = select(CalendarEvent.zone, CalendarEvent.body, CalendarEvent.rings)
    query = columns.where(*_shown(case_ids, detail, today))
    return [Kept(*row) for row in session.exec(query.order_by(col(CalendarEvent.on_date), CalendarEvent.subject))]


def event_of(session: Session, subject: str, detail: Detail) -> CalendarEvent | None:
    """Return the event of one entry or deadline."""
    return session.get(CalendarEvent, (subject, detail))


def last_edition(session: Session) -> int:
    """Return the number of the log's last line, which is the edition of what is written now."""
    return session.exec(select(func.max(AuditEntry.id))).one() or 0


def recipes(session: Session) -> dict[str, str]:
    """Return by which recipe the event of each subject was written."""
    return dict(session.exec(select(CalendarEvent.subject, CalendarEvent.recipe)).all())


def keep_events(session: Session, subject: str, events: Sequence[CalendarEvent]) -> None:
    """Make these the events of a subject; one that says what it said before keeps its edition."""
    kept = {event.detail: event for event in session.exec(select(CalendarEvent).where(_is_of(subject)))}
    for event in events:
        old = kept.pop(event.detail, None)
        if old is None or _facts(old) != _facts(event):
            session.merge(event)
    if kept:
        session.exec(delete(CalendarEvent).where(_is_of(subject), col(CalendarEvent.detail).in_(kept)))
    session.flush()


def note_fetch(session: Session, feed_id: int, *, at: datetime, client: str, tag: str, signature: str = "") -> datetime:
    """Note who fetched a feed and what it said then; return the second since when it says so.

    A feed that says something new is at least one second newer than it was: seconds are all that HTTP dates have.
    """
    feed = session.get_one(Feed, feed_id, with_for_update=True)
    if feed.content_tag != tag or feed.content_at is None:
        second = at.replace(microsecond=0)
        feed.content_at = max(second, feed.content_at + timedelta(seconds=1)) if feed.content_at else second
        feed.content_tag = tag
    feed.last_seen_at, feed.last_client = at, client
    session.add(feed)
    if signature:
        note_client(session, feed_id=feed_id, signature=signature, at=at, forget=at - REMEMBERED_FOR)
    return feed.content_at


class Pulse:
    """Tells within microseconds that nothing was written to the database since it was last felt.

    SQLite counts the commits that other connections make, in any process; this holds one connection that never
    writes. PostgreSQL has no such count, so that there every feeling differs from the last.
    """

    def __init__(self, store: Store) -> None:
        sqlite = store.engine.dialect.name == "sqlite"
        self._connection = store.engine.raw_connection() if sqlite else None
        self._beats = 0

    def feel(self) -> int:
        """Return a number that is the same as before only if nothing was written meanwhile."""
        if self._connection is None:
            self._beats += 1
            return self._beats
        driver = self._connection.driver_connection
        return int(driver.execute("PRAGMA data_version").fetchone()[0]) if driver else 0

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()


def _shown(case_ids: Iterable[int], detail: Detail, today: date) -> tuple[ColumnElement[bool], ...]:
    stays = or_(col(CalendarEvent.drop_after).is_(None), col(CalendarEvent.drop_after) >= today)
    return col(CalendarEvent.case_id).in_(list(case_ids)), col(CalendarEvent.detail) == detail, stays


def _is_of(subject: str) -> ColumnElement[bool]:
    return col(CalendarEvent.subject) == subject


def _facts(event: CalendarEvent) -> tuple[object, ...]:
    return event.case_id, event.zone, event.on_date, event.drop_after, event.recipe, event.rings, event.body
