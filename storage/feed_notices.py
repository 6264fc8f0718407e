"""What the owners of feeds must be told, and whether they were."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select, update

from storage.calendars import REMEMBERED_FOR, Feed
from storage.fetches import clients_since


def ended_untold(session: Session, now: datetime) -> Sequence[Feed]:
    """Return the feeds whose time is over and whose owner does not know yet."""
    over = (col(Feed.expires_at) <= now, col(Feed.end_told_at).is_(None))
    return session.exec(select(Feed).where(*_stands(), *over).order_by(col(Feed.id))).all()


def crowded_unwarned(session: Session, now: datetime, *, unusual: int) -> Sequence[tuple[Feed, int]]:
    """Return the feeds that so many different clients fetch, and how many do, unless their owner was warned lately."""
    crowds = {key: many for key, many in clients_since(session, now - REMEMBERED_FOR).items() if many >= unusual}
    works = or_(col(Feed.expires_at).is_(None), col(Feed.expires_at) > now)
    wanted = (col(Feed.id).in_(crowds), *_stands(), works, _not_warned_since(now))
    return [(feed, crowds[feed.key]) for feed in session.exec(select(Feed).where(*wanted).order_by(col(Feed.id)))]


def claim_end(session: Session, feed: Feed, now: datetime) -> bool:
    """Note that the owner is told of the end now; return whether nobody else tells them."""
    untold = (col(Feed.id) == feed.id, col(Feed.end_told_at).is_(None))
    return session.exec(update(Feed).where(*untold).values(end_told_at=now)).rowcount == 1


def claim_warning(session: Session, feed: Feed, now: datetime) -> bool:
    """Note that the owner is warned now; return whether nobody else warns them."""
    unwarned = (col(Feed.id) == feed.id, _not_warned_since(now))
    return session.exec(update(Feed).where(*unwarned).values(warned_at=now)).rowcount == 1


def untell(session: Session, feed: Feed) -> None:
    """Note that the owner could not be told after all."""
    as_before = {"end_told_at": feed.end_told_at, "warned_at": feed.warned_at}
    session.exec(update(Feed).where(col(Feed.id) == feed.id).values(**as_before))


def _stands() -> tuple[ColumnElement[bool], ...]:
    return (col(Feed.revoked_at).is_(None),)


def _not_warned_since(now: datetime) -> ColumnElement[bool]:
    return or_(col(Feed.warned_at).is_(None), col(Feed.warned_at) <= now - REMEMBERED_FOR)
