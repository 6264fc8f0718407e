"""The secret addresses of feeds: issued, listed, renamed, rotated, revoked.

A token is 256 random bits. It is handed out once, in `Issued`; the memory keeps its SHA-256 and the log keeps neither.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from urllib.parse import quote

from sqlmodel import Session

from bot.calendars.errors import (
    AddressTooLongError,
    EndIsPastError,
    NotInChannelError,
    NotYourFeedError,
    RevokedError,
    WhichFeedError,
)
from bot.calendars.text import one_line
from bot.docket.desk import Change
from bot.docket.sight import Viewer, find_case
from storage.calendars import Detail, Feed, Scope, live_feeds_of, number_of_feed
from storage.cases import is_member

LONGEST_ADDRESS = 255  # Google silently refuses longer ones
LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A new feed, and the one chance to read its token."""

    feed: Feed
    token: str

    def __repr__(self) -> str:
        return f"Issued(feed={self.feed.id}, token=…)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """One address in the three forms that calendar programs take."""

    https: str
    webcal: str
    google: str


def issue(
    change: Change,
    *,
    person_id: str,
    scope: Scope = Scope.ALL,
    scope_id: str = "",
    detail: Detail = Detail.FULL,
    expires_at: datetime | None = None,
    alarm: int | None = None,
    title: str = "",
) -> Issued:
    """Give a person a new feed address.

    Args:
        scope_id: the channel's id for one channel; a short id, docket number or code name for one case.
        expires_at: when it stops showing anything; never, unless it is given.
        alarm: how many minutes before its hour an event rings in the calendar program; not at all, unless it is given.
        title: what its owner calls it; their calendar program shows it.

    Raises:
        EndIsPastError: if it would have ended already.
        NotInChannelError: if the person is not in that channel.
        NotOnTheDocketError: if the person may see no such case.
    """
    if expires_at is not None and expires_at <= change.now:
        raise EndIsPastError
    if scope is Scope.CHANNEL and not is_member(change.session, channel_id=scope_id, person_id=person_id):
        raise NotInChannelError(scope_id)
    if scope is Scope.CASE:
        scope_id = find_case(change.session, Viewer(person_id=person_id), scope_id).ref
    token = secrets.token_urlsafe(32)
    feed = Feed(
        person_id=person_id,
        scope=scope,
        scope_id=scope_id,
        detail=detail,
        token_hash=hash_of(token),
        created_at=change.now,
        expires_at=expires_at,
        alarm=alarm,
        title=_title(title),
    )
    change.session.add(feed)
    change.session.flush()
    change.log(
        "feed.issued",
        subject=f"feed {feed.key}",
        case_id=None,
        person=person_id,
        scope=scope,
        scope_id=scope_id,
        detail=detail,
        expires_at=expires_at and expires_at.isoformat(),
    )
    return Issued(feed=feed, token=token)


def find(session: Session, person_id: str, said: str) -> Feed:
    """Return the live feed of a person with that number; where nothing was said, the only one.

    Raises:
        NotYourFeedError: if there is none, or it is somebody else's, or it was revoked.
        WhichFeedError: if nothing was said and there are several.
    """
    live = {str(number_of_feed(session, feed)): feed for feed in live_feeds_of(session, person_id)}
    if said.strip() in live:
        return live[said.strip()]
    if said.strip() or not live:
        raise NotYourFeedError(said)
    if len(live) > 1:
        raise WhichFeedError(list(live))
    return next(iter(live.values()))


def rotate(change: Change, *, feed: Feed) -> Issued:
    """Replace an address by a new one that shows the same; the old one is gone at once.

    The new one ends when the old one would have; if that time is over, it lasts as long as the old one did.

    Raises:
        RevokedError: if it was revoked before.
    """
    revoke(change, feed=feed)
    return issue(
        change,
        person_id=feed.person_id,
        scope=feed.scope,
        scope_id=feed.scope_id,
        detail=feed.detail,
        expires_at=_next_end(feed, change.now),
        alarm=feed.alarm,
        title=feed.title,
    )


def rename(change: Change, *, feed: Feed, title: str) -> None:
    """Call an address something else, or what it shows if the title is empty; calendar programs show its name."""
    feed.title = _title(title)
    change.session.add(feed)
    change.session.flush()
    change.log("feed.renamed", subject=f"feed {feed.key}", case_id=None, person=feed.person_id)


def revoke(change: Change, *, feed: Feed) -> None:
    """Let an address show nothing any more, for good.

    Raises:
        RevokedError: if it was revoked before.
    """
    if feed.revoked_at is not None:
        raise RevokedError(number_of_feed(change.session, feed))
    feed.revoked_at = change.now
    change.session.add(feed)
    change.session.flush()
    change.log("feed.revoked", subject=f"feed {feed.key}", case_id=None, person=feed.person_id)


def links(base_url: str, token: str) -> Links:
    """Return the forms of an address below the public URL, which may have a path.

    Raises:
        AddressTooLongError: if some calendar programs would silently refuse it.
    """
    https = f"{base_url.rstrip('/')}/feeds/{token}.ics"
    webcal = "webcal://" + https.partition("://")[2]
    if len(webcal) > LONGEST_ADDRESS:
        raise AddressTooLongError(len(webcal), LONGEST_ADDRESS)
    return Links(
        https=https, webcal=webcal, google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
    )


def _next_end(feed: Feed, now: datetime) -> datetime | None:
    if feed.expires_at is None or feed.expires_at > now:
        return feed.expires_at
    return now + (feed.expires_at - feed.created_at)


def _title(typed: str) -> str:
    return one_line(typed)[:LONGEST_TITLE].rstrip()


def hash_of(token: str) -> str:
    """Return what is kept of a token."""
    return sha256(token.encode()).hexdigest()
