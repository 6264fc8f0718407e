"""A sweep that leaves a beat in the rows, so that everybody can see that the alarm is awake."""

import os
import socket
from datetime import datetime, timedelta
from uuid import uuid4

from bot.clock import Clock, SystemClock
from bot.docket.desk import Desk
from bot.reminders import Messenger, Sweep, Swept
from storage.beats import Beat, keep_beat

BEAT_EVERY = timedelta(minutes=1)
"""How often a beat is kept at least while nothing changes: an idle sweep writes nothing in between."""


class BeatingSweep(Sweep):
    """Keeps, after a sweep, when it ended by the machine's clock and whether Slack was reached."""

    def __init__(self, *, desk: Desk, messenger: Messenger, machine: Clock | None = None) -> None:
        super().__init__(desk=desk, messenger=messenger)
        self._machine = machine or SystemClock()
        self._began_at = self._machine.now()
        self._process = f"{socket.gethostname()} {os.getpid()} {uuid4().hex[:8]}"
        self._kept: Beat | None = None

    def run_once(self) -> Swept:
        """Deliver everything that is due, and leave a beat."""
        swept = super().run_once()
        self._beat(at=self._machine.now(), reached_slack=not swept.given_up)
        return swept

    def end(self) -> None:
        """Leave word that this process stops as it was told to: it is not missing, and not at work."""
        if self._kept:
            self._keep(at=self._kept.at, reached_slack=self._kept.reached_slack, ended_at=self._machine.now())

    def _beat(self, *, at: datetime, reached_slack: bool) -> None:
        kept = self._kept
        if kept is None or kept.reached_slack != reached_slack or abs(at - kept.at) >= BEAT_EVERY:
            self._keep(at=at, reached_slack=reached_slack)

    def _keep(self, *, at: datetime, reached_slack: bool, ended_at: datetime | None = None) -> None:
        beat = Beat(
            process=self._process, began_at=self._began_at, at=at, reached_slack=reached_slack, ended_at=ended_at
        )
        with self.desk.store.writing() as session:
            keep_beat(session, beat)
        self._kept = beat
