"""What a recorded closing costs: the open deadlines that can move are found and recomputed, the others are not touched.

`python benchmarks/closure.py [--sizes 1000 10000 100000] [--moving 50]`

In each run the same number of deadlines can move, among more and more that cannot. The last column checks at start-up
whether an upgrade would move anything. SQLite in a file; seconds are medians of five.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select
from sqlmodel import SQLModel

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries
from bot.docket.desk import Desk
from bot.docket.revising import pending_revisions
from bot.docket.supposing import Supposition, what_if
from bot.rulebook import load_rulebook
from storage.docket import Deadline, Entry, EntryKind
from storage.law import Ground
from storage.store import Store

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
TRIGGER, RULE = "order.nondispositive", "us-frcp:72(a)"
ORDER, OTHER, CLOSED = (
    date(2018, 5, 4),
    date(2018, 5, 8),
    date(2018, 5, 18),
)  # a period of 14 days from ORDER ends on CLOSED
CHUNK = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds, and how many deadlines would move."""

    moving: int
    closing: float
    start_up: float


def measure(folder: Path, *, size: int, moving: int) -> Spent:
    store = Store.at(folder / f"{size}.db")
    store.migrate()
    desk = Desk(store=store, clock=PracticeClock(NOW), book=load_rulebook())
    fill(desk, size=size, moving=moving)

    def close() -> int:
        with desk.look() as session:
            return len(what_if(session, desk.book, Supposition(court="cand", closed=frozenset({CLOSED}))))

    spent = Spent(moving=close(), closing=timed(close), start_up=timed(lambda: pending_revisions(desk)))
    store.close()
    return spent


def timed(work: Callable[[], object]) -> float:
    """Return the median seconds of five runs."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[2]


def fill(desk: Desk, *, size: int, moving: int) -> None:
    """Record one order that starts a deadline on the closed day and one that does not; then copy them in bulk."""
    with desk.change(by="U0BENCH") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Benchmark", channel_id=None)
        for day in (ORDER, OTHER):
            entry = entries.record(
                change, case=case, kind=EntryKind.ORDER, title="Order", on_date=day, trigger=TRIGGER, service="ecf"
            )
            answers = deadlines.preview(
                change.session, desk.book, case=case, trigger=TRIGGER, on_date=day, service="ecf"
            )
            answer = next(answer for answer in answers if answer.rule == RULE)
            deadlines.adopt(change, case=case, entry=entry, answer=answer)
    with desk.store.writing() as session:
        connection = session.connection()
        copy(connection, 1, range(3, 2 + moving))
        copy(connection, 2, range(2 + moving, size + 1))


def copy(connection: Connection, original: int, keys: range) -> None:
    """Copy an entry, its deadline and what that rests on."""
    for start in range(0, len(keys), CHUNK):
        for model, key in ((Entry, "id"), (Deadline, "id"), (Ground, "deadline_id")):
            table = SQLModel.metadata.tables[str(model.__tablename__)]
            rows = connection.execute(select(table).where(table.c[key] == original)).mappings().all()
            connection.execute(
                insert(table), [renumbered(table, row, at) for row in rows for at in keys[start : start + CHUNK]]
            )


def renumbered(table: Table, row: Any, key: int) -> dict[str, Any]:  # noqa: ANN401 -- any row
    names = {"id", "number", "deadline_id", "entry_id"} & set(table.c.keys())
    return {**row, **dict.fromkeys(names, key), **({"uid": f"{key}"} if "uid" in row else {})}


def main() -> None:
    parser = argparse.ArgumentParser(description="A recorded closing, among more and more open deadlines.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--moving", type=int, default=50, help="how many of them can move")
    options = parser.parse_args()
    print(f"{'open deadlines':>16}{'move':>8}{'closing':>14}{'start-up':>14}")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            spent = measure(Path(folder), size=size, moving=options.moving)
            assert spent.moving == options.moving
            print(f"{size:>16}{spent.moving:>8}{spent.closing * 1000:>11.1f} ms{spent.start_up * 1000:>11.1f} ms")


if __name__ == "__main__":
    main()
