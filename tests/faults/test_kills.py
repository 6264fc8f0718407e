"""Kill sweeps at every point of claim, post and mark, against a strict Slack that fails too: nothing lost or twice.

SQLite with one process and PostgreSQL with three, each killed again and again with SIGKILL. Slack answers 429 and 500,
cuts connections, and loses or delays answers after it accepted a message. In the end all is let run, and the channel's
history is compared with the rows.
"""

import json
import random
import subprocess
import sys
import time
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlmodel import col, select

from bot.clock import PracticeClock
from bot.docket import cases, deadlines
from bot.docket.desk import Change, Desk
from bot.law import Period
from bot.practice import Person, PracticeServer, Workspace
from bot.reminders import follow
from bot.rulebook import Rulebook
from storage.reminders import Reminder, ReminderState
from storage.store import Store
from tests.faults.mortal import POINTS
from tests.reminders.fakes import StillClock

pytestmark = pytest.mark.unmeasured
START = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
KILLS = 160
"""On each database; together more than three hundred."""
MAYA = Person(id="U0MAYA", name="maya", real_name="Maya Ortiz", tz="America/Los_Angeles")


@dataclass(slots=True)
class Reaper:
    """Orders sweeps, and has most of them killed."""

    process: subprocess.Popen[str]
    dice: random.Random
    killed: int = 0
    at: Counter[str] = field(default_factory=Counter)

    def order(self, orders: list[dict[str, Any]]) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(orders) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, "the process that orders the sweeps died"
        self.killed += int(answer)

    def fate(self) -> dict[str, Any]:
        """Choose a point and a turn to die at, or any moment of the first tenth of a second."""
        point = self.dice.choice((*POINTS, "any moment"))
        self.at[point] += 1
        if point == "any moment":
            return {"point": "", "nth": 0, "after": self.dice.uniform(0.005, 0.12)}
        return {"point": point, "nth": self.dice.randint(1, 4), "after": None}


@contextmanager
def reaper(seed: int) -> Iterator[Reaper]:
    command = [sys.executable, "-m", "tests.faults.mortal"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        yield Reaper(process, random.Random(seed))  # noqa: S311 -- a game of chance that can be played again
        assert process.stdin is not None
        process.stdin.close()


@dataclass(slots=True)
class Town:
    """A docket and the Slack that its reminders go to."""

    store: Store
    workspace: Workspace
    server: PracticeServer
    clock: PracticeClock
    now: datetime = START

    def goes_on(self, step: timedelta) -> None:
        """Let time pass, for the sweeps and for Slack."""
        self.now += step
        self.clock.move_to(self.now)

    def orders(self, fates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        where = {
            "store": self.store.engine.url.render_as_string(hide_password=False),
            "api": self.server.api_url,
            "token": self.workspace.bot_token,
            "now": self.now.isoformat(),
        }
        return [{**where, **fate} for fate in fates]

    def settles(self) -> None:
        """Wait until Slack has taken what the dead had sent: leases are longer than any message travels."""
        with urllib.request.urlopen(self.server.api_url + "api.test", data=b"") as answer:  # noqa: S310 -- our own server
            answer.read()
        while self.server._server.server_state.tasks:
            time.sleep(0.002)

    def fails(self, dice: random.Random) -> None:
        """Let some of Slack's next answers fail."""
        faults = self.workspace.faults
        faults.clear()
        for method in ("chat.postMessage", "conversations.history"):
            match dice.randrange(9):
                case 0:
                    faults.limit(method, retry_after=1)
                case 1:
                    faults.fail(method, times=dice.randint(1, 3), status=dice.choice((500, 503)))
                case 2:
                    faults.lose(method)
                case 3:
                    faults.cut(method)
        if dice.random() < 0.03:
            faults.delay("chat.postMessage", seconds=0.7)


@contextmanager
def town(store: Store, book: Rulebook) -> Iterator[Town]:
    manifest = yaml.safe_load(Path("manifest.yml").read_text())
    clock = PracticeClock(START)
    workspace = Workspace(manifest=manifest, clock=clock, people=[MAYA])
    channel = workspace.create_channel("rainsy-us", members={MAYA.id}).id
    desk = Desk(store=store, clock=StillClock(START), book=book, followers=(follow,))
    with desk.change(by=MAYA.id) as change:
        _owe_something_every_day(change, channel)
    with PracticeServer(workspace) as server:
        yield Town(store, workspace, server, clock)


def _owe_something_every_day(change: Change, channel: str) -> None:
    case = cases.open_case(change, court="cand", docket_number="1", caption="Rainsy v. Facebook", channel_id=channel)
    for week in range(6):
        for day in range(1, 5):
            due = date(2018, 5, 7) + timedelta(weeks=week, days=day)
            answer = change.book.count(court="cand", start=due - timedelta(days=1), period=Period(length=1))
            deadlines.adopt(change, case=case, entry=None, answer=answer, owner=MAYA.id)


@pytest.mark.parametrize(("database", "processes"), [("sqlite", 1), ("postgres", 3)])
def test_whatever_dies_nothing_is_lost_or_said_twice_or_out_of_order(
    request: pytest.FixtureRequest,
    book: Rulebook,
    database: str,
    processes: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store: Store = request.getfixturevalue(f"{database}_store")
    tick = timedelta(minutes=30) * processes
    with town(store, book) as place, reaper(seed=7_411) as death:
        while death.killed < KILLS:
            place.fails(death.dice)
            death.order(place.orders([death.fate() for _ in range(processes)]))
            place.settles()
            place.goes_on(tick)
        place.workspace.faults.clear()
        immortal = {"point": "", "nth": 0, "after": None}
        for _ in range(6):  # whatever waits for a lease or another try comes back within the hour
            place.goes_on(tick)
            death.order(place.orders([immortal] * processes))
        place.settles()
        with capsys.disabled():
            sys.stdout.write(
                f"\n{death.killed} sweeps killed on {database}, {processes} at once: {dict(sorted(death.at.items()))}\n"
            )
        assert set(POINTS) <= set(death.at)
        _compare(place)


def _compare(place: Town) -> None:
    messages = [message for there in place.workspace.messages.values() for message in there if message.metadata]
    told = [uid for message in messages for uid in _uids(message.metadata)]
    with place.store.reading() as session:
        rows = session.exec(select(Reminder).order_by(col(Reminder.id))).all()
    assert len(told) > 100, "there was something to lose"
    assert _lost(rows, told, now=place.now) == []
    assert [uid for uid, times in Counter(told).items() if times > 1 and not _may_repeat(rows, uid)] == []
    assert _inverted(rows, messages) == []


def _uids(metadata: Any) -> list[str]:
    return str(metadata["event_payload"]["covers"]).split(",")


def _lost(rows: Any, told: list[str], *, now: datetime) -> list[Reminder]:
    """Return what was due and not said; only calls that a newer step replaced may be cancelled."""
    due = [row for row in rows if row.due_at <= now]
    replaced = [row for row in due if row.state is ReminderState.CANCELLED and row.step.startswith("unseen")]
    return [row for row in due if row not in replaced and (row.state is not ReminderState.SENT or row.uid not in told)]


def _may_repeat(rows: Any, uid: str) -> bool:
    """Say whether a row goes to a person: nobody looks into direct messages, and the repeat says that it may be one."""
    return any(row.uid == uid and row.channel_id.startswith("U") for row in rows)


def _inverted(rows: Any, messages: Any) -> list[str]:
    """Return the deadlines of which a channel heard a later step before an earlier one."""
    due = {row.uid: row for row in rows}
    heard: defaultdict[tuple[str, str], list[datetime]] = defaultdict(list)
    for message in sorted(messages, key=lambda one: (one.channel, float(one.ts))):
        newest = max((due[uid] for uid in _uids(message.metadata)), key=lambda row: row.due_at)
        heard[newest.subject, newest.channel_id].append(newest.due_at)
    return [subject for (subject, _), steps in heard.items() if steps != sorted(steps)]
