"""From a token to what its address shows at this moment."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.calendars import tickets
from bot.calendars.clients import described
from bot.calendars.rendering import Rendering, Shelf, name_of, render, ringing
from bot.docket.desk import Desk
from bot.docket.sight import may_see
from storage.calendars import (
    Detail,
    Feed,
    Scope,
    cases_in_feed,
    edition_of,
    event_of,
    events_of,
    feed_with,
    gone_tokens,
    note_fetch,
)
from storage.fetches import ticket_with, use_ticket

SEEN_EVERY = timedelta(minutes=1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who asks: what the program says of itself, and what tells it from the other clients of the same address."""

    user_agent: str = ""
    signature: str = ""
    is_new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an address shows; `since` is the second since when it does, if that could be noted.

    `until` is when its time is over, if it ends.
    """

    rendering: Rendering
    since: datetime | None
    seen_at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """The address was revoked, or its time is over."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """There is no such address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Looks addresses up in the memory; it blocks, so that a server calls it in a thread."""

    desk: Desk
    shelf: Shelf = field(default_factory=Shelf)

    def gone(self) -> Sequence[str]:
        """Return the hashes of all tokens that show nothing any more."""
        with self.desk.look() as session:
            return gone_tokens(session, self.desk.clock.now())

    def find(self, token_hash: str, *, client: Client) -> Shown | Gone | Unknown:
        """Return what the address with this token shows at this moment.

        A revoked address costs one query, an unknown one as many as one that works.
        """
        now = self.desk.clock.now()
        with self.desk.look() as session:
            feed = feed_with(session, token_hash)
            if feed and feed.is_gone(now):
                return Gone()
            asked = feed or _nobodys(now)
            cases = cases_in_feed(session, asked)
            keys, name = tuple(case.key for case in cases), name_of(asked, cases)
            edition = edition_of(session, keys, detail=asked.detail, today=now.date())
            rendering = self.shelf.fetch(
                (name, keys, asked.detail, asked.alarm, edition),
                lambda: render(
                    name,
                    ringing(events_of(session, keys, detail=asked.detail, today=now.date()), alarm=asked.alarm),
                ),
            )
        return self._noted(feed, rendering, now, client) if feed else Unknown()

    def hand_out(self, token_hash: str, *, only_look: bool) -> bytes | None:
        """Return the one event that an address hands out once, and use the address up unless this `only_look`s."""
        now = self.desk.clock.now()
        with self.desk.store.writing() as session:
            ticket = ticket_with(session, token_hash, now=now)
            event = event_of(session, ticket.subject, ticket.detail) if ticket else None
            if not (ticket and event and may_see(session, ticket.person_id, event.case_id)):
                return None
            is_ours = only_look or use_ticket(session, token_hash, now=now)
            return tickets.as_file(event) if is_ours else None

    def _noted(self, feed: Feed, rendering: Rendering, now: datetime, client: Client) -> Shown:
        """Note the fetch: once a minute, for a new client, when the feed says something new. It is served anyway."""
        is_recent = feed.last_seen_at is not None and now - feed.last_seen_at < SEEN_EVERY
        if is_recent and feed.content_tag == rendering.tag and not client.is_new:
            since, seen_at = feed.content_at, feed.last_seen_at or now
        else:
            since, seen_at = self._note(feed, rendering, now, client), now
        return Shown(rendering=rendering, since=since, seen_at=seen_at, until=feed.expires_at)

    def _note(self, feed: Feed, rendering: Rendering, now: datetime, client: Client) -> datetime | None:
        try:
            with self.desk.store.writing() as session:
                return note_fetch(
                    session,
                    feed.key,
                    at=now,
                    client=described(client.user_agent),
                    signature=client.signature,
                    tag=rendering.tag,
                )
        except SQLAlchemyError as trouble:
            _log.warning("A fetch of a feed could not be noted: %s", type(trouble).__name__)
            return None


def _nobodys(now: datetime) -> Feed:
    """Return a feed that shows nothing, to look for in the place of one that does not exist."""
    return Feed(person_id="", scope=Scope.ALL, detail=Detail.FULL, token_hash="", created_at=now)
