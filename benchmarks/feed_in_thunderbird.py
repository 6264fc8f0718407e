"""Thunderbird itself as a subscriber, without a window: `python benchmarks/feed_in_thunderbird.py [events]`.

It takes some minutes, so that no test does it; `apt-get install --no-install-recommends thunderbird` first. It
subscribes to a feed of that many hearings and deadlines in zones of both hemispheres, and compares every instant,
title, text and status in its own database with the docket. Then it waits for the refreshes that follow: an unchanged
feed must be answered 304, an event that was left out must go, and a revoked address must be given up.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

from sqlmodel import col, delete, select

from bot.calendars import feeds
from bot.calendars.web import FeedApp, Receive, Scope, Send, feed_app
from bot.clock import SystemClock
from bot.docket import cases, people
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from bot.web import listening, port_of, serving
from storage.calendars import CalendarEvent, feed_with
from storage.store import Store
from tests.calendars.readers import Said
from tests.calendars.test_readers import expected, generated, kept

PATIENCE = timedelta(minutes=5)
TWO_REFRESHES = timedelta(seconds=130)
_ID = "9b1c7a52-3f0e-4f5c-8c55-ad0000000001"
_PREFERENCES = {
    "calendar.timezone.local": '"UTC"',
    "calendar.timezone.useSystemTimezone": "false",
    f"calendar.registry.{_ID}.type": '"ics"',
    f"calendar.registry.{_ID}.name": '"Ad Quem"',
    f"calendar.registry.{_ID}.cache.enabled": "true",
    f"calendar.registry.{_ID}.refreshInterval": '"1"',
    f"calendar.registry.{_ID}.calendar-main-in-composite": "true",
}
_EVENTS = """
SELECT id, title, ical_status, event_start, flags, value FROM cal_events
LEFT JOIN cal_properties ON item_id = id AND cal_properties.cal_id = cal_events.cal_id AND key = 'DESCRIPTION'
"""
_WHOLE_DAY = 1 << 3
"""Thunderbird's flag of an event that takes whole days (`CAL_ITEM_FLAG.EVENT_ALLDAY`)."""


@dataclass
class Overheard:
    """A server of feeds, and the status of each answer that it gave."""

    app: FeedApp
    statuses: list[int] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                self.statuses.append(message["status"])
            await send(message)

        await self.app(scope, receive, noted)


def main(events: int = 10_000) -> None:
    """Let Thunderbird subscribe, and say what it understood."""
    with tempfile.TemporaryDirectory() as folder:
        desk, docket, token = _filled(Path(folder) / "docket.db", events)
        server = Overheard(feed_app(desk))
        with listening("127.0.0.1", 0) as taken, serving(server, at=taken):
            profile = Path(folder) / "profile"
            _prepare(profile, f"http://127.0.0.1:{port_of(taken)}/feeds/{token}.ics")
            with _thunderbird(profile):
                _until(lambda: len(_read(profile)) >= len(docket), "all events are there")
                wrong = Counter(docket) - Counter(_read(profile))
                print(f"{len(docket)} events, {sum(wrong.values())} of them wrong {list(wrong)[:3] or ''}")
                _until(lambda: HTTPStatus.NOT_MODIFIED in server.statuses, "an unchanged feed is answered 304")
                _leave_out(desk, docket[0])
                _until(lambda: len(_read(profile)) == len(docket) - 1, "an event that was left out goes")
                _revoke(desk, token)
                _until(lambda: HTTPStatus.GONE in server.statuses, "a revoked address is answered 410")
                asked = len(server.statuses)
                time.sleep(TWO_REFRESHES.total_seconds())
                assert len(server.statuses) == asked, "Thunderbird still asks for a revoked address"
            print(f"a revoked address is given up; the answers were {server.statuses}")
        server.app.close()
        desk.store.close()
    assert not wrong


def _filled(path: Path, events: int) -> tuple[Desk, list[Said], str]:
    store = Store.at(path)
    store.migrate()
    desk = Desk(store=store, clock=SystemClock(), book=load_rulebook())
    with desk.change(by="U1") as change:
        people.joined(change.session, person_id="U1", channel_id="C1")
        case = cases.open_case(change, court="cand", docket_number="1", caption="រដ្ឋអាជ្ញា v. X; Y, Z", channel_id="C1")
        rows = generated(case, events)
        change.session.add_all([kept(row, case) for row in rows])
        token = feeds.issue(change, person_id="U1").token
    return desk, [expected(row, case) for row in rows], token


def _prepare(profile: Path, address: str) -> None:
    profile.mkdir()
    preferences = {**_PREFERENCES, f"calendar.registry.{_ID}.uri": f'"{address}"'}
    (profile / "user.js").write_text("".join(f'user_pref("{name}", {value});\n' for name, value in preferences.items()))


@contextmanager
def _thunderbird(profile: Path) -> Iterator[None]:
    program = shutil.which("thunderbird")
    if program is None:
        raise SystemExit("Thunderbird is not here: apt-get install --no-install-recommends thunderbird")
    command = (program, "--headless", "--no-remote", "--profile", str(profile))
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


def _until(holds: Callable[[], bool], told: str) -> None:
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > PATIENCE.total_seconds():
            raise TimeoutError(f"waited in vain until {told}")
        time.sleep(1)
    print(f"{told} (after {time.monotonic() - began:.0f} s)")


def _read(profile: Path) -> Sequence[Said]:
    """Return what stands in Thunderbird's own database; nothing before it wrote there.

    Thunderbird keeps it for itself alone, so that a copy is read.
    """
    with tempfile.TemporaryDirectory() as folder:
        for file in (profile / "calendar-data").glob("cache.sqlite*"):
            shutil.copy(file, folder)
        with closing(sqlite3.connect(Path(folder) / "cache.sqlite")) as database:
            try:
                rows = database.execute(_EVENTS).fetchall()
            except sqlite3.DatabaseError:  # not there yet, or copied in the middle of a write
                return ()
    return list(map(_said, rows))


def _said(row: tuple[str, str, str, int, int, str | None]) -> Said:
    uid, title, status, start, flags, text = row
    at = datetime.fromtimestamp(start / 1e6, UTC)
    return Said(uid=uid, start=at.date() if flags & _WHOLE_DAY else at, title=title, status=status, text=text or "")


def _leave_out(desk: Desk, said: Said) -> None:
    subject = next(row.subject for row in _events(desk) if said.uid.encode() in row.body)
    with desk.store.writing() as session:
        session.exec(delete(CalendarEvent).where(col(CalendarEvent.subject) == subject))


def _events(desk: Desk) -> Sequence[CalendarEvent]:
    with desk.look() as session:
        return session.exec(select(CalendarEvent)).all()


def _revoke(desk: Desk, token: str) -> None:
    with desk.change(by="U1") as change:
        feed = feed_with(change.session, feeds.hash_of(token))
        assert feed
        feeds.revoke(change, feed=feed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
