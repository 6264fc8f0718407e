"""Tell the owners of addresses what they should know: that one ended, or that many clients fetch it.

Each is told once; of a crowd at most once a week. A letter that cannot be delivered is tried again at the next round.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from sqlmodel import Session

from bot.calendars.clients import UNUSUAL
from bot.docket.desk import Desk
from storage.calendars import Feed, number_of_feed
from storage.cases import language_of, zone_of_person
from storage.feed_notices import claim_end, claim_warning, crowded_unwarned, ended_untold, untell

EVERY = timedelta(minutes=1)
_log = logging.getLogger(__name__)


class Concern(StrEnum):
    """What there is to tell."""

    ENDED = "ended"
    CROWDED = "crowded"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLetter:
    """What the owner of an address is told in their own messages.

    Args:
        number: how they call the address.
        clients: how many different clients fetched it within a week.
    """

    concern: Concern
    feed: Feed
    number: int
    language: str
    zone: str
    clients: int = 0


class Postman(Protocol):
    """Whoever can write to a person."""

    def tell(self, letter: FeedLetter) -> None:
        """Deliver a letter, or raise whatever went wrong."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Looks for what owners must be told; any number of them, in any number of processes, may look at once."""

    desk: Desk
    postman: Postman

    def run_once(self) -> int:
        """Tell everything that is to be told; return how many letters were delivered."""
        with self.desk.look() as session:
            letters = list(_letters(session, self.desk.clock.now()))
        return sum(self._deliver(letter) for letter in letters)

    def _deliver(self, letter: FeedLetter) -> bool:
        with self.desk.store.writing() as session:
            if not _CLAIMS[letter.concern](session, letter.feed, self.desk.clock.now()):
                return False
        try:
            self.postman.tell(letter)
        except Exception as trouble:  # noqa: BLE001 -- whatever it is, the owner is told at the next round
            _log.warning("The owner of a feed could not be told: %s", type(trouble).__name__)
            with self.desk.store.writing() as session:
                untell(session, letter.feed)
            return False
        return True


class Watching:
    """A watch that looks at an interval until it is stopped."""

    def __init__(self, watch: Watch, *, every: timedelta) -> None:
        self._scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        )
        self._scheduler.add_job(
            watch.run_once, "interval", seconds=every.total_seconds(), next_run_time=datetime.now(UTC)
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End after the round that is running."""
        if self._scheduler.running:
            self._scheduler.shutdown()


def start_watching(watch: Watch, *, every: timedelta = EVERY) -> Watching:
    """Start to watch over the addresses in a thread of its own."""
    watching = Watching(watch, every=every)
    watching.start()
    return watching


def _letters(session: Session, now: datetime) -> Iterator[FeedLetter]:
    for feed in ended_untold(session, now):
        yield _letter(session, feed, Concern.ENDED)
    for feed, clients in crowded_unwarned(session, now, unusual=UNUSUAL):
        yield _letter(session, feed, Concern.CROWDED, clients)


def _letter(session: Session, feed: Feed, concern: Concern, clients: int = 0) -> FeedLetter:
    return FeedLetter(
        concern=concern,
        feed=feed,
        number=number_of_feed(session, feed),
        language=language_of(session, feed.person_id),
        zone=zone_of_person(session, feed.person_id),
        clients=clients,
    )


_CLAIMS: dict[Concern, Callable[[Session, Feed, datetime], bool]] = {
    Concern.ENDED: claim_end,
    Concern.CROWDED: claim_warning,
}
