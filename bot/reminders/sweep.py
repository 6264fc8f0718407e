"""Deliver what is due. Any number of sweeps, in any number of processes, may run at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from bot.docket.desk import Desk
from bot.reminders.claims import by_message
from bot.reminders.delivery import Delivery, Swept
from bot.reminders.mornings import plan_digests
from bot.reminders.port import Messenger
from storage.claiming import claim, first_try, next_try
from storage.reminders import Reminder

__all__ = ["Sweep", "Swept"]

LEASE = timedelta(minutes=3)
"""How long a claim lasts. If its claimer dies, its reminders come back after it."""
DIGESTS_EVERY = timedelta(hours=1)
BATCH = 100
"""How many subjects are claimed at once."""


class Sweep:
    """Posts what is due through a messenger and keeps what cannot be posted now."""

    def __init__(self, *, desk: Desk, messenger: Messenger) -> None:
        self.desk = desk
        self.messenger = messenger
        self._digests_planned_at: datetime | None = None

    def run_once(self) -> Swept:
        """Deliver everything that is due, the oldest first; return when Slack cannot be reached, or nothing is left."""
        self._plan_digests()
        delivery = Delivery(desk=self.desk, messenger=self.messenger)
        first = self._first_try()
        if first and first <= self.desk.clock.now():
            while not delivery.swept.given_up and (rows := self._claim()):
                delivery.deliver(by_message(rows))
            first = self._next_try()
        delivery.swept.next_try = first
        return delivery.swept

    def _plan_digests(self) -> None:
        """Let the next digests wait, every hour: what a channel chose, and who is in it, changes in between."""
        now = self.desk.clock.now()
        if self._digests_planned_at is None or abs(now - self._digests_planned_at) >= DIGESTS_EVERY:
            with self.desk.store.writing() as session:
                plan_digests(session, self.desk.book, now=now)
            self._digests_planned_at = now

    def _first_try(self) -> datetime | None:
        with self.desk.look() as session:
            return first_try(session)

    def _next_try(self) -> datetime | None:
        with self.desk.look() as session:
            return next_try(session, after=self.desk.clock.now())

    def _claim(self) -> Sequence[Reminder]:
        with self.desk.store.writing() as session:
            return claim(session, by=uuid4().hex, now=self.desk.clock.now(), lease=LEASE, limit=BATCH)
