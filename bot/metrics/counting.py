"""What is counted inside of one process, because no row remembers it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter

from bot.docket.desk import Desk
from bot.metrics.failures import Failure, failure_of
from bot.reminders import Alarm, Digest, HistoryClosedError, Messenger

Answer = TypeVar("Answer")


@dataclass(slots=True, kw_only=True)
class Counts:
    """The counters of one process, and where they are registered."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    failures: Counter = field(init=False)
    feeds: Counter = field(init=False)
    _answers: dict[int, Counter] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.failures = Counter(
            "adquem_delivery_failures",
            "Tries to deliver a reminder that failed in this process, by kind.",
            ["kind"],
            registry=self.registry,
        )
        self.feeds = Counter(
            "adquem_feed_requests", "Answers of this process to calendars.", ["status"], registry=self.registry
        )
        for kind in Failure:  # a counter that stands at nothing can be alerted on from its first step
            self.failures.labels(kind=kind.value)

    def failed(self, error: Exception) -> None:
        """Count a failure to deliver."""
        self.failures.labels(kind=failure_of(error).value).inc()

    def answered(self, status: int) -> None:
        """Count an answer to a calendar."""
        counter = self._answers.get(status)
        if counter is None:  # looking a label up takes several times longer than counting
            counter = self._answers[status] = self.feeds.labels(status=str(status))
        counter.inc()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedMessenger:
    """A messenger whose failures are counted and passed on. History that nobody may read is no failure."""

    messenger: Messenger
    counts: Counts

    def tell(self, digest: Digest) -> str:
        """Post a digest."""
        return self._counted(lambda: self.messenger.tell(digest))

    def post(self, alarm: Alarm) -> str:
        """Post a reminder."""
        return self._counted(lambda: self.messenger.post(alarm))

    def attach(self, desk: Desk, digest: Digest, *, message_ts: str) -> None:
        """Let a file follow a digest; nothing waits for it, so that its failures are not counted."""
        self.messenger.attach(desk, digest, message_ts=message_ts)

    def is_attached(self, digest: Digest, *, message_ts: str) -> bool:
        """Look whether a file stands there already."""
        return self.messenger.is_attached(digest, message_ts=message_ts)

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        """Bring a card up to date; nothing waits for it, so that its failures are not counted."""
        self.messenger.redraw(desk, alarm)

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        """Look for reminders in a channel's history."""
        return self._counted(lambda: self.messenger.find(channel_id=channel_id, uids=uids, since=since))

    def _counted(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except HistoryClosedError:
            raise
        except Exception as error:
            self.counts.failed(error)
            raise
