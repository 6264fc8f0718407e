"""Sweeps that die: a process that forks one for each order it reads, and kills it at its point or at any moment.

Run as `python -m tests.faults.mortal`. Each line of its input is a JSON list of orders that run at the same time; it
answers with the number of those that were killed. The first sweep of a docket it lives itself, unharmed: whatever is
imported, compiled or put together once is inherited by all the others, whose lives cost milliseconds.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from sqlalchemy import event
from sqlmodel import Session

from bot.docket.desk import Desk
from bot.reminders import Alarm, Digest, Sweep
from bot.rulebook import Rulebook, load_rulebook
from handlers import delivery
from handlers.delivery import SlackMessenger
from storage.store import Store

POINTS = ("before commit", "after commit", "before post", "after post", "before find", "after find")
_IMPATIENT = 0.5


@dataclass(slots=True)
class Fate:
    """Die when a point is reached for the nth time; never, if the point is none of `POINTS`."""

    point: str
    nth: int

    def reached(self, point: str) -> None:
        if point == self.point:
            self.nth -= 1
            if self.nth == 0:
                os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Still:
    instant: datetime

    def now(self) -> datetime:
        return self.instant


class MortalMessenger(SlackMessenger):
    """Speaks to Slack as always, and may die before or after each word."""

    def __init__(self, client: WebClient, fate: Fate) -> None:
        super().__init__(client)
        self._fate = fate

    def post(self, alarm: Alarm) -> str:
        self._fate.reached("before post")
        ts = super().post(alarm)
        self._fate.reached("after post")
        return ts

    def tell(self, digest: Digest) -> str:
        self._fate.reached("before post")
        ts = super().tell(digest)
        self._fate.reached("after post")
        return ts

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        self._fate.reached("before find")
        found = super().find(channel_id=channel_id, uids=uids, since=since)
        self._fate.reached("after find")
        return found


@dataclass(frozen=True, slots=True)
class Ground:
    """Where sweeps live: a docket without an open connection, and the law."""

    store: Store
    book: Rulebook

    @classmethod
    def broken(cls, order: Mapping[str, Any], book: Rulebook) -> "Ground":
        """Sweep once, unharmed."""
        ground = cls(Store(order["store"]), book)
        live(order, ground, Fate("", 0))
        return ground


def live(order: Mapping[str, Any], ground: Ground, fate: Fate) -> None:
    """Sweep once, for as long as fate allows."""
    store = ground.store
    event.listen(store.engine, "commit", lambda _connection: fate.reached("before commit"))
    event.listen(Session, "after_commit", lambda _session: fate.reached("after commit"))
    desk = Desk(store=store, clock=Still(datetime.fromisoformat(order["now"])), book=ground.book)
    client = WebClient(token=order["token"], base_url=order["api"])
    Sweep(desk=desk, messenger=MortalMessenger(client, fate)).run_once()
    store.close()


def run_together(orders: Collection[Mapping[str, Any]], ground: Ground) -> int:
    """Run sweeps at once, each in a process of its own; return how many were killed."""
    children = [_born(order, ground) for order in orders]
    started = time.monotonic()
    for pid, order in sorted(zip(children, orders, strict=True), key=lambda one: one[1]["after"] or 1e9):
        if order["after"]:
            time.sleep(max(0.0, started + order["after"] - time.monotonic()))
            os.kill(pid, signal.SIGKILL)  # it is not reaped yet, so the number is still its own
    ends = [os.waitpid(pid, 0)[1] for pid in children]
    broken = [end for end in ends if os.WIFEXITED(end) and os.WEXITSTATUS(end) != 0]
    if broken:
        raise RuntimeError("A sweep failed; its traceback stands above.")
    return sum(os.WIFSIGNALED(end) for end in ends)


def _born(order: Mapping[str, Any], ground: Ground) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        live(order, ground, Fate(order["point"], order["nth"]))
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def main() -> None:
    delivery.SECONDS = _IMPATIENT  # type: ignore[assignment]  # a fraction of a second is enough on one machine
    book = load_rulebook()
    _ = book.library
    ground: Ground | None = None
    for line in sys.stdin:
        orders = json.loads(line)
        ground = ground or Ground.broken(orders[0], book)
        sys.stdout.write(f"{run_together(orders, ground)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
