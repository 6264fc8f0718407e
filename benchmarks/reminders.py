"""Plan, idle and deliver: our rows beside APScheduler's SQLAlchemyJobStore, in one run.

`python benchmarks/reminders.py [--rows 2000] [--due 200]`

Each has a SQLite file of its own, in WAL mode and with synchronous=FULL. Ratios are what counts.

"Handled" is no race between equals. APScheduler deletes a job's row and counts it. We claim the row, read the docket
once more, put the whole message into words, hand it over and mark it sent in a transaction of its own, so that a crash
at any point neither loses nor repeats it. Slack takes about one message a second in a channel.
"""

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine, create_engine, event

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.docket import cases, deadlines
from bot.docket.desk import Desk
from bot.law import Period
from bot.reminders import Alarm, Digest, Sweep, follow
from bot.rulebook import load_rulebook
from handlers.views.digest import digest_message
from handlers.views.reminder import reminder
from storage.reminders import plan, planned
from storage.store import Store

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
FAR = timedelta(days=300)


@dataclass(slots=True)
class Still:
    """A clock that stands until it is moved."""

    instant: datetime = NOW

    def now(self) -> datetime:
        return self.instant


@dataclass(slots=True)
class Keeper:
    """Puts each alarm into words and keeps them."""

    kept: list[str] = field(default_factory=list)

    def post(self, alarm: Alarm) -> str:
        return self.post_words(reminder(alarm).text)

    def post_words(self, text: str) -> str:
        self.kept.append(text)
        return f"{len(self.kept)}.000000"

    def tell(self, digest: Digest) -> str:
        return self.post_words(digest_message(digest).text)

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        raise NotImplementedError((desk, alarm))

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        raise NotImplementedError((channel_id, uids, since))


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


def ours(folder: Path, *, rows: int, due: int) -> dict[str, float]:
    clock = Still()
    store = Store.at(folder / "ours.db")
    store.migrate()
    desk = Desk(store=store, clock=clock, book=load_rulebook(), followers=(follow,))
    keeper = Keeper()
    sweep = Sweep(desk=desk, messenger=keeper)
    far = NOW + FAR

    def plan_all() -> None:
        with store.writing() as session:
            plan(session, [_row(f"X{number}", far + timedelta(seconds=number)) for number in range(rows)])

    seconds = {"plan all": timed(plan_all)}
    seconds["nothing due"] = timed(sweep.run_once, times=20)
    _owe(desk, due)
    seconds["due at once, handled"] = timed(sweep.run_once)
    assert len(keeper.kept) == due
    store.close()
    return seconds


def theirs(folder: Path, *, rows: int, due: int) -> dict[str, float]:
    store = SQLAlchemyJobStore(engine=_with_wal(f"sqlite:///{folder / 'theirs.db'}"))
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, timezone=UTC, job_defaults={"misfire_grace_time": None}
    )
    scheduler.start(paused=True)
    far = datetime.now(UTC) + FAR

    def plan_all() -> None:
        for number in range(rows):
            scheduler.add_job(job, "date", run_date=far + timedelta(seconds=number), args=[number])

    seconds = {"plan all": timed(plan_all)}
    seconds["nothing due"] = timed(lambda: store.get_due_jobs(datetime.now(UTC)), times=20)
    for number in range(due):
        scheduler.add_job(job, "date", run_date=datetime.now(UTC), args=[number])
    Counter.enough = due

    def handle() -> None:
        scheduler.resume()
        assert Counter.all_done.wait(120)

    seconds["due at once, handled"] = timed(handle)
    scheduler.shutdown()
    return seconds


def _row(subject: str, at: datetime) -> dict[str, object]:
    return planned(subject=subject, channel_id="C1", step="7d", target=at, due_at=at)


def _owe(desk: Desk, number: int) -> None:
    """Put deadlines on the docket of which each is due to be said at once."""
    with desk.change(by="U0BENCH") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Benchmark", channel_id="C1")
        answer = change.book.count(court="cand", start=date(2018, 5, 17), period=Period(length=1))
        for _ in range(number):
            deadlines.adopt(change, case=case, entry=None, answer=answer)


def _with_wal(url: str) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA journal_mode=WAL"))
    return engine


def main() -> None:
    parser = argparse.ArgumentParser(description="Our reminders beside APScheduler's job store.")
    parser.add_argument("--rows", type=int, default=2000, help="reminders planned for a distant day")
    parser.add_argument("--due", type=int, default=200, help="reminders due at once")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        one = ours(Path(folder), rows=options.rows, due=options.due)
        other = theirs(Path(folder), rows=options.rows, due=options.due)
    print(f"{'':24}{'ours':>12}{'APScheduler':>14}{'ratio':>9}")
    for name, mine in one.items():
        print(f"{name:24}{mine * 1000:>9.2f} ms{other[name] * 1000:>11.2f} ms{other[name] / mine:>8.1f}x")


if __name__ == "__main__":
    main()
