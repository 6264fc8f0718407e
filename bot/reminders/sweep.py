"""Deliver what is due. Any number of sweeps, in any number of processes, may run at once."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from bot.docket.desk import Desk
from bot.reminders.claims import by_message
from bot.reminders.delivery import Delivery, Swept
from bot.reminders.mornings import plan_digests
from bot.reminders.port import Messenger
from storage.claiming import Taken, claim, first_try, next_try, set_right

__all__ = ["Sweep", "Swept"]

LEASE = timedelta(minutes=3)
"""How long a claim lasts. If its claimer dies, its reminders come back after it."""
BATCH = 500
"""How many subjects are claimed at once: about as many messages as Slack takes from one sweep in its minute."""
A_SWEEP = timedelta(minutes=1)
"""After so long a sweep ends, for somebody watches whether it does; the next one goes on at once with what is left."""
HOUSEKEEPING_EVERY = timedelta(hours=1)
LONGEST_WAIT = timedelta(hours=1)
"""What is due waits for another try for less than this, unless the clock was set back since."""
TOO_EARLY = timedelta(days=7)
"""What was said by so much more than now was said by a clock that was wrong."""

logger = logging.getLogger(__name__)


class Sweep:
    """Posts what is due through a messenger and keeps what cannot be posted now."""

    def __init__(self, *, desk: Desk, messenger: Messenger) -> None:
        self.desk = desk
        self.messenger = messenger
        self._house_kept_at: datetime | None = None

    def run_once(self) -> Swept:
        """Deliver what is due, the oldest first, until nothing is left, Slack cannot be reached, or time is up."""
        self._keep_house()
        delivery = Delivery(desk=self.desk, messenger=self.messenger)
        began = self.desk.clock.now()
        first = self._first_try()
        if first and first <= began:
            while not delivery.swept.given_up and self._has_time(began) and (rows := self._claim()):
                delivery.deliver(by_message(rows), until=began + A_SWEEP)
            is_cut_short = not delivery.swept.given_up and not self._has_time(began)
            first = self._first_try() if is_cut_short else self._next_try()
        delivery.swept.next_try = first
        return delivery.swept

    def _has_time(self, began: datetime) -> bool:
        return abs(self.desk.clock.now() - began) < A_SWEEP

    def _keep_house(self) -> None:
        """Every hour, and when the clock was set back, let the next digests wait and undo what a wrong clock did."""
        now = self.desk.clock.now()
        if self._house_kept_at is not None and abs(now - self._house_kept_at) < HOUSEKEEPING_EVERY:
            return
        with self.desk.store.writing() as session:
            put_right = set_right(session, now=now, longest=LONGEST_WAIT, too_early=TOO_EARLY)
        if put_right:
            logger.warning("The clock was set back: %d reminders wait for their right time again", put_right)
        try:
            with self.desk.store.writing() as session:
                plan_digests(session, self.desk.book, now=now)
            self._house_kept_at = now
        except Exception:  # whatever is wrong with a digest, reminders go on
            logger.exception("The next digests could not be planned")

    def _first_try(self) -> datetime | None:
        with self.desk.store.asking() as connection:
            return first_try(connection)

    def _next_try(self) -> datetime | None:
        with self.desk.store.asking() as connection:
            return next_try(connection, after=self.desk.clock.now())

    def _claim(self) -> Sequence[Taken]:
        with self.desk.store.writing() as session:
            return claim(session, by=uuid4().hex, now=self.desk.clock.now(), lease=LEASE, limit=BATCH)
