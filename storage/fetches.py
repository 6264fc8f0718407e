"""Who fetches feeds, without saying who they are; and addresses of one event that work once."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, delete, func, select, update

from storage.columns import word
from storage.levels import Detail


class FeedClient(SQLModel, table=True):
    """One client of one feed. `signature` is a hash that nobody can read back without the feed's secret token."""

    __tablename__ = "feed_client"

    feed_id: int = Field(primary_key=True, foreign_key="feed.id")
    signature: str = Field(primary_key=True)
    last_seen_at: datetime = Field(index=True)


class EventTicket(SQLModel, table=True):
    """An address that hands out the event of one entry or deadline (`subject`) once. Its token is kept as a hash."""

    __tablename__ = "event_ticket"

    token_hash: str = Field(primary_key=True)
    person_id: str
    subject: str
    detail: Detail = word(Detail, default=Detail.FULL)
    expires_at: datetime
    used_at: datetime | None = None


def note_client(session: Session, *, feed_id: int, signature: str, at: datetime, forget: datetime) -> None:
    """Note that a client fetched a feed; those of that feed which were last seen before `forget` are forgotten."""
    stale = (col(FeedClient.feed_id) == feed_id, col(FeedClient.last_seen_at) < forget)
    session.exec(delete(FeedClient).where(*stale))
    session.merge(FeedClient(feed_id=feed_id, signature=signature, last_seen_at=at))
    session.flush()


def clients_since(session: Session, since: datetime) -> Mapping[int, int]:
    """Return how many different clients fetched each feed since an instant."""
    query = select(FeedClient.feed_id, func.count()).where(col(FeedClient.last_seen_at) >= since)
    return dict(session.exec(query.group_by(col(FeedClient.feed_id))).all())


def ticket_with(session: Session, token_hash: str, *, now: datetime) -> EventTicket | None:
    """Return the ticket whose token has this SHA-256, unless it was used or its time is over."""
    ticket = session.get(EventTicket, token_hash)
    return ticket if ticket and ticket.used_at is None and now < ticket.expires_at else None


def use_ticket(session: Session, token_hash: str, *, now: datetime) -> bool:
    """Use a ticket up; return whether nobody did so before, however many try at once."""
    unused = (col(EventTicket.token_hash) == token_hash, col(EventTicket.used_at).is_(None))
    return session.exec(update(EventTicket).where(*unused).values(used_at=now)).rowcount == 1
