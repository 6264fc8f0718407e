"""Four ways in which APScheduler loses reminders that are jobs of its own store; ours are lost in none of them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from bot.reminders import Sweep
from bot.reminders.sweep import LEASE
from storage.reminders import ReminderState
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office, court_time

DUE = date(2018, 7, 18)
FIRST_REMINDER = court_time(6, 18, 9)
said: list[int] = []

pytestmark = pytest.mark.filterwarnings(  # what falls due while it shuts down trips APScheduler's own thread
    "ignore::pytest.PytestUnhandledThreadExceptionWarning"
)


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    return sqlite_store


@pytest.fixture
def jobs(tmp_path: Path) -> str:
    """The address of a store for APScheduler's jobs."""
    said.clear()
    return f"sqlite:///{tmp_path / 'jobs.db'}"


@contextmanager
def scheduler(jobs: str, *, paused: bool = False) -> Iterator[BackgroundScheduler]:
    """Run APScheduler on its own store, with everything else as it comes."""
    kept = SQLAlchemyJobStore(url=jobs)
    running = BackgroundScheduler(timezone=UTC, jobstores={"default": kept})
    running.start(paused=paused)
    yield running
    running.shutdown()
    kept.engine.dispose()


def remind(number: int) -> None:
    """Say a reminder, as slowly as Slack takes it."""
    time.sleep(0.2)
    said.append(number)


def die(number: int) -> None:
    """Die in the middle of saying a reminder."""
    time.sleep(0.3)
    os._exit(number)


def put(jobs: str, *, many: int, what: Callable[[int], None] = remind, **choices: None) -> datetime:
    """Put jobs into the store that fall due in a moment, and return when; a slow machine is given a longer moment."""
    for moment in (0.5 + many / 100, 4, 16):
        at = datetime.now(UTC) + timedelta(seconds=moment)
        with scheduler(jobs, paused=True) as running:
            running.remove_all_jobs()
            for number in range(many):
                running.add_job(what, "date", run_date=at, args=[number], **choices)
        if datetime.now(UTC) < at:
            return at
    raise AssertionError("This machine is too slow to put jobs into a store.")


def left(jobs: str) -> int:
    with scheduler(jobs, paused=True) as running:
        return len(running.get_jobs())


def let_it_run(jobs: str, *, until: Callable[[BackgroundScheduler], bool]) -> None:
    with scheduler(jobs) as running:
        for _ in range(200):
            if until(running):
                return
            time.sleep(0.05)


def is_idle(running: BackgroundScheduler) -> bool:
    return not running.get_jobs()


# A burst


def test_of_a_burst_apscheduler_drops_what_waits_for_a_second(jobs: str) -> None:
    put(jobs, many=120)
    let_it_run(jobs, until=is_idle)
    assert 0 < len(said) < 120
    assert left(jobs) == 0


def test_of_a_thousand_at_once_we_drop_none(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    for number in range(9):
        office.follows_in(f"C_{number}")
    with office.desk.change(by="U_CLAIRE") as change:
        for _ in range(100):
            office.owes_too(change, DUE)
    clock.instant = FIRST_REMINDER
    assert sweep.run_once().sent == 1000
    assert {step for channel in ("C_US", "C_0", "C_8") for _, step in slack.said(channel)} == {"30d"}
    assert len(slack.posted) == len({(each.alarm.subject, each.alarm.channel_id) for each in slack.posted}) == 1000


# A late restart


def test_what_fell_due_while_nothing_ran_apscheduler_deletes_unsaid(jobs: str) -> None:
    at = put(jobs, many=20)
    time.sleep((at - datetime.now(UTC)).total_seconds() + 1.5)
    let_it_run(jobs, until=is_idle)
    assert (said, left(jobs)) == ([], 0)


def test_what_fell_due_while_nothing_ran_we_say_late(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        for _ in range(20):
            office.owes_too(change, DUE)
    clock.instant = FIRST_REMINDER + timedelta(days=3)
    assert sweep.run_once().sent == 20
    assert all(each.alarm.is_late for each in slack.posted)


# A crash in the middle


def test_a_job_in_which_apscheduler_dies_is_gone(jobs: str) -> None:
    put(jobs, many=1, what=die, misfire_grace_time=None)
    died = subprocess.run([sys.executable, "-c", _RUN, jobs], check=False, timeout=30, cwd=Path.cwd())
    assert (died.returncode, left(jobs)) == (0, 0)


_RUN = """
import sys, time
from tests.reminders.test_what_schedulers_lose import scheduler
with scheduler(sys.argv[1]):
    time.sleep(20)
sys.exit(1)
"""


class Killed(BaseException):
    """The process ends here."""


def test_a_reminder_in_which_we_die_is_said_when_its_claim_ends(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(DUE)
    clock.instant = FIRST_REMINDER
    slack.before["C_US"].append(_die)
    with pytest.raises(Killed):
        sweep.run_once()
    assert [row.state for row in office.rows(ReminderState.CLAIMED)] == [ReminderState.CLAIMED]
    clock.instant += LEASE + timedelta(seconds=1)
    assert Sweep(desk=office.desk, messenger=slack).run_once().sent == 1
    assert slack.said() == [("D1", "30d")]


def _die() -> None:
    raise Killed


# A function with another name


def test_a_job_whose_function_has_another_name_apscheduler_deletes(jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with scheduler(jobs, paused=True) as running:
        running.add_job(remind, "date", run_date=datetime.now(UTC) + timedelta(hours=1), args=[1])
    assert left(jobs) == 1
    monkeypatch.delattr(sys.modules[__name__], "remind")
    assert left(jobs) == 0


def test_our_rows_name_no_function(office: Office) -> None:
    office.owes(DUE)
    values = {str(value) for row in office.rows() for value in row.model_dump().values()}
    assert not {value for value in values if any(package in value for package in ("bot.", "handlers.", "storage."))}
