"""The numbers that are asked of the rows, anew at each look."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlmodel import Session

from bot.clock import Clock, SystemClock
from bot.docket.desk import Desk
from bot.metrics.beating import BEAT_EVERY
from bot.metrics.failures import failure_in
from storage import lateness
from storage.backups import last_backup
from storage.beats import beating_since, last_beat

LIMITS = (1, 5, 15, 30, 60, 120, 300, 900, 3_600, 14_400, 86_400)
"""The limits of the histogram of lateness, in seconds: from at once to a day."""


class Rows(Collector):
    """Asks the docket.

    Args:
        machine: the clock by which sweeps are dated; reminders keep the desk's, which may be practised.
    """

    def __init__(self, desk: Desk, *, machine: Clock | None = None) -> None:
        self._desk = desk
        self._machine = machine or SystemClock()

    def collect(self) -> Iterable[Metric]:
        """Return every number."""
        with self._desk.look() as session:
            return [
                *_backlog(session, self._desk.clock.now()),
                *_delivered(session),
                _troubles(session),
                _unwatched(session),
                *_alive(session, self._machine.now()),
                *_copied(session, self._machine.now()),
            ]


def _backlog(session: Session, now: datetime) -> Iterator[Metric]:
    waiting = lateness.backlog(session, now)
    family = GaugeMetricFamily(
        "adquem_reminders",
        "Reminders that wait: planned for later, due now, held until their next try, or claimed by a sweep.",
        labels=["state"],
    )
    for state in ("planned", "due", "held", "claimed"):
        family.add_metric([state], getattr(waiting, state))
    yield family
    oldest = (now - waiting.oldest).total_seconds() if waiting.oldest else 0
    yield _gauge("adquem_reminder_oldest_seconds", "How late the oldest reminder is that is due and not said.", oldest)


def _delivered(session: Session) -> Iterator[Metric]:
    said = lateness.delivered(session, LIMITS)
    buckets = [(str(float(limit)), float(count)) for limit, count in zip(LIMITS, said.within, strict=True)]
    yield HistogramMetricFamily(
        "adquem_reminder_lateness_seconds",
        "How late reminders arrived that were said, ever.",
        buckets=[*buckets, ("+Inf", float(said.count))],
        sum_value=said.seconds,
    )
    last = lateness.last_lateness(session)
    if last is not None:
        text = "How late the last reminder arrived that was said."
        yield _gauge("adquem_reminder_last_lateness_seconds", text, last.total_seconds())


def _troubles(session: Session) -> Metric:
    family = GaugeMetricFamily(
        "adquem_reminders_in_trouble", "Reminders that wait and whose last try failed, by kind.", labels=["kind"]
    )
    counted: Counter[str] = Counter()
    for trouble, many in lateness.troubles(session).items():
        counted[failure_in(trouble).value] += many
    for kind, many in sorted(counted.items()):
        family.add_metric([kind], many)
    return family


def _unwatched(session: Session) -> Metric:
    text = "Open deadlines that no reminder waits for: nobody will hear of them."
    return _gauge("adquem_deadlines_without_reminder", text, lateness.unwatched(session))


def _alive(session: Session, now: datetime) -> Iterator[Metric]:
    if beat := last_beat(session):
        text = "How long ago a sweep of any process ended; a beat is kept once a minute."
        yield _gauge("adquem_sweep_age_seconds", text, (now - beat.at).total_seconds())
    alive = beating_since(session, now - 3 * BEAT_EVERY)
    yield _gauge("adquem_sweeping_processes", "Processes that swept within the last three minutes.", alive)


def _copied(session: Session, now: datetime) -> Iterator[Metric]:
    if at := last_backup(session):
        text = "How long ago the docket was last copied with `adquem backup`."
        yield _gauge("adquem_backup_age_seconds", text, (now - at).total_seconds())


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)
