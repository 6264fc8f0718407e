"""What drives the sweep: at once, at an interval, when something falls due, when it is woken."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.docket.desk import Desk
from bot.reminders import Sweep, Swept, start_sweeping
from bot.reminders.schedule import PATIENCE, Sweeping
from bot.rulebook import Rulebook
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock

NOW = datetime(2018, 5, 7, 16, tzinfo=UTC)
LONG = timedelta(hours=1)
SOON = 10.0


class CountedSweep(Sweep):
    """Does what each turn tells it to, and lets a test wait for so many turns."""

    def __init__(self, desk: Desk, turns: dict[int, Callable[[], Swept]]) -> None:
        super().__init__(desk=desk, messenger=SmallSlack())
        self.turns = turns
        self.ran = 0
        self.changed = threading.Condition()

    def run_once(self) -> Swept:
        with self.changed:
            self.ran += 1
            turn = self.turns.get(self.ran, Swept)
            self.changed.notify_all()
        return turn()

    def waits_for(self, turns: int) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.ran >= turns, SOON)


@pytest.fixture
def still_desk(sqlite_store: Store, book: Rulebook) -> Desk:
    return Desk(store=sqlite_store, clock=StillClock(NOW), book=book)


@contextmanager
def running(sweep: Sweep, every: timedelta = LONG) -> Iterator[Sweeping]:
    sweeping = start_sweeping(sweep, every=every)
    try:
        yield sweeping
    finally:
        sweeping.stop()
        sweeping.stop()


def test_it_sweeps_at_once_and_at_the_interval(still_desk: Desk) -> None:
    sweep = CountedSweep(still_desk, {})
    with running(sweep, every=timedelta(milliseconds=50)):
        sweep.waits_for(3)


def test_it_sweeps_when_it_is_woken(still_desk: Desk) -> None:
    sweep = CountedSweep(still_desk, {})
    with running(sweep) as sweeping:
        sweep.waits_for(1)
        sweeping.wake()
        sweep.waits_for(2)


def test_it_sweeps_when_the_next_reminder_falls_due(still_desk: Desk) -> None:
    soon = NOW + timedelta(milliseconds=1)
    sweep = CountedSweep(still_desk, {1: lambda: Swept(next_try=soon)})
    with running(sweep):
        sweep.waits_for(2)


def test_what_falls_due_after_the_interval_waits_for_it(still_desk: Desk) -> None:
    sweep = CountedSweep(still_desk, {1: lambda: Swept(next_try=NOW + 2 * LONG)})
    with running(sweep) as sweeping:
        sweep.waits_for(1)
        sweeping.wake()
        sweep.waits_for(2)
    assert sweep.ran == 2


def test_a_sweep_that_fails_is_logged_and_the_next_one_runs(still_desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> Swept:
        raise RuntimeError("disk full")

    sweep = CountedSweep(still_desk, {1: fail})
    with running(sweep, every=timedelta(milliseconds=50)):
        sweep.waits_for(2)
    assert "disk full" in caplog.text


def test_an_alarm_that_has_fallen_silent_is_trouble(still_desk: Desk) -> None:
    machine = StillClock(NOW)
    sweeping = Sweeping(CountedSweep(still_desk, {}), every=timedelta(seconds=15), machine=machine)
    assert sweeping.troubles() == ()
    machine.instant += timedelta(seconds=16) + PATIENCE
    assert sweeping.troubles() == ("Reminders are not delivered: the last sweep ended 136 seconds ago.",)


def test_a_slack_that_cannot_be_reached_is_trouble(still_desk: Desk) -> None:
    sweep = CountedSweep(still_desk, {1: lambda: Swept(given_up=True)})
    with running(sweep) as sweeping:
        sweep.waits_for(1)
        sweeping.wake()
        sweep.waits_for(2)
    gave_up = CountedSweep(still_desk, {1: lambda: Swept(given_up=True)})
    with running(gave_up) as sweeping:
        gave_up.waits_for(1)
        sweeping.stop()
        assert "Slack cannot be reached" in sweeping.troubles()[0]
