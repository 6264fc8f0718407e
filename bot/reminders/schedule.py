"""Drive the sweep: one APScheduler interval job, held in memory. What is due, and when, is in our own rows."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock, SystemClock
from bot.reminders.sweep import Sweep, Swept

EVERY = timedelta(seconds=15)
SOONEST = timedelta(seconds=1)
PATIENCE = timedelta(minutes=2)
"""A sweep that has not ended for so long is reported as trouble: twice what Slack may take to time out a batch."""
_JOB = "sweep"


class Sweeping:
    """A sweep that runs at once, then at an interval and whenever the next reminder falls due, until it is stopped.

    A sweep that fails is logged by APScheduler, and the next one runs.

    Args:
        machine: the clock that APScheduler keeps; reminders keep the desk's, which may be a practice clock.
    """

    def __init__(self, sweep: Sweep, *, every: timedelta, machine: Clock | None = None) -> None:
        self._sweep = sweep
        self._every = every
        self._machine = machine or SystemClock()
        self._ended = self._machine.now()
        self._last: Swept | None = None
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(max_workers=1)},
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        )
        self._scheduler.add_job(
            self._run, "interval", seconds=every.total_seconds(), id=_JOB, next_run_time=self._machine.now()
        )

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def wake(self) -> None:
        """Sweep now: the practice clock moved, or something was planned for this very moment."""
        self._run_at(self._machine.now())

    def stop(self) -> None:
        """End after the sweep that is running."""
        if self._scheduler.running:
            self._scheduler.shutdown()

    def troubles(self) -> Sequence[str]:
        """Return what is wrong with the alarm at present, a sentence each; nothing when all is well."""
        silent = self._machine.now() - self._ended
        if silent > self._every + PATIENCE:
            return (f"Reminders are not delivered: the last sweep ended {silent.total_seconds():.0f} seconds ago.",)
        if self._last and self._last.given_up:
            return ("Reminders are kept but not delivered: Slack cannot be reached, or refuses the bot's token.",)
        return ()

    def _run(self) -> None:
        self._last = self._sweep.run_once()
        self._ended = self._machine.now()
        next_try = self._last.next_try
        if next_try and (wait := next_try - self._sweep.desk.clock.now()) < self._every:
            self._run_at(self._ended + max(wait, SOONEST))

    def _run_at(self, instant: datetime) -> None:
        self._scheduler.modify_job(_JOB, next_run_time=instant)


def start_sweeping(sweep: Sweep, *, every: timedelta = EVERY) -> Sweeping:
    """Start to deliver reminders in a thread of its own."""
    sweeping = Sweeping(sweep, every=every)
    sweeping.start()
    return sweeping
