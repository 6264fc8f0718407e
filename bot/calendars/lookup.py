"""From a token to what its address shows at this moment."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.calendars.rendering import Rendering, Shelf, name_of, render
from bot.docket.desk import Desk
from storage.calendars import (
    Detail,
    Feed,
    Scope,
    cases_in_feed,
    edition_of,
    events_of,
    feed_with,
    note_fetch,
)

SEEN_EVERY = timedelta(minutes=1)
_CLIENT_LENGTH = 120
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an address shows; `since` is the second since when it does, if that could be noted."""

    rendering: Rendering
    since: datetime | None
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Gone:
    """The address was revoked."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """There is no such address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Looks addresses up in the memory; it blocks, so that a server calls it in a thread."""

    desk: Desk
    shelf: Shelf = field(default_factory=Shelf)

    def find(self, token_hash: str, *, client: str) -> Shown | Gone | Unknown:
        """Return what the address with this token shows at this moment.

        A revoked address costs one query, an unknown one as many as one that works.
        """
        now = self.desk.clock.now()
        with self.desk.look() as session:
            feed = feed_with(session, token_hash)
            if feed and feed.revoked_at:
                return Gone()
            asked = feed or _nobodys(now)
            cases = cases_in_feed(session, asked)
            keys, name = tuple(case.key for case in cases), name_of(asked, cases)
            edition = edition_of(session, keys, detail=asked.detail, today=now.date())
            rendering = self.shelf.fetch(
                (name, keys, asked.detail, edition),
                lambda: render(name, events_of(session, keys, detail=asked.detail, today=now.date())),
            )
        return self._noted(feed, rendering, now, client) if feed else Unknown()

    def _noted(self, feed: Feed, rendering: Rendering, now: datetime, client: str) -> Shown:
        """Note the fetch, once a minute or when the feed says something new; it is served even if we cannot."""
        is_noted = feed.content_tag == rendering.tag and feed.last_seen_at and now - feed.last_seen_at < SEEN_EVERY
        if is_noted:
            return Shown(rendering=rendering, since=feed.content_at, seen_at=feed.last_seen_at or now)
        since = None
        try:
            with self.desk.store.writing() as session:
                since = note_fetch(session, feed.key, at=now, client=_printable(client), tag=rendering.tag)
        except SQLAlchemyError as trouble:
            _log.warning("A fetch of a feed could not be noted: %s", type(trouble).__name__)
        return Shown(rendering=rendering, since=since, seen_at=now)


def _nobodys(now: datetime) -> Feed:
    """Return a feed that shows nothing, to look for in the place of one that does not exist."""
    return Feed(person_id="", scope=Scope.ALL, detail=Detail.FULL, token_hash="", created_at=now)


def _printable(client: str) -> str:
    return "".join(sign for sign in client if sign.isprintable())[:_CLIENT_LENGTH]
