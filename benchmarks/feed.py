"""Feeds, measured side by side in one run: `python benchmarks/feed.py [events] [rounds]`.

1. Requests a second of the feed application under uvicorn, against a constant of the same headers and size under the
   same uvicorn: `304`, gzipped `200` and plain `200` of a feed of 200 events. The rounds alternate.
2. One change in a large feed, from the verb to the gzipped answer, against icalendar writing every event of it.

Ratios are what counts: they survive a busy machine, single numbers do not; the ratio by cost survives it best (Linux).
"""

import asyncio
import os
import resource
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import uvicorn

from bot import calendars
from bot.calendars import feeds
from bot.calendars.events import write
from bot.calendars.feeds import hash_of
from bot.calendars.lookup import Client, Lookup, Shown
from bot.calendars.web import FeedApp, feed_app
from bot.clock import SystemClock
from bot.docket import cases, hearings, people
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from storage.calendars import CalendarEvent, Detail
from storage.cases import Case
from storage.docket import Entry, EntryKind
from storage.store import Store

Message = MutableMapping[str, Any]
Asgi = Callable[[Any, Any, Any], Awaitable[None]]

BATCH = 50
SECONDS = 1.5
SMALL = 200


def main(events: int = 10_000, rounds: int = 5) -> None:
    with tempfile.TemporaryDirectory() as folder:
        requests_a_second(Path(folder), rounds)
        one_change(Path(folder), events, rounds)


# 1. Requests a second


def requests_a_second(folder: Path, rounds: int) -> None:
    path = folder / "small.db"
    token = filled(open_desk(path), SMALL)[0]
    print(f"Feed of {SMALL} events, {rounds} rounds of {SECONDS} s, one uvicorn each, pipelined over one connection:")
    with serving(serve_feed, path) as feed, serving(serve_constant, path, token) as constant:
        etag = header_of(fetch(feed, token, b"Accept-Encoding: gzip"), b"etag")
        for name, header in (
            ("304", b"Accept-Encoding: gzip\r\nIf-None-Match: " + etag),
            ("200 gzip", b"Accept-Encoding: gzip"),
            ("200 plain", b"Accept-Encoding: identity"),
        ):
            pairs = [(rate(feed, token, header), rate(constant, token, header)) for _ in range(rounds)]
            (ours, our_cost), (theirs, their_cost) = (medians(side) for side in zip(*pairs, strict=True))
            print(f"  {name:10} feed     {ours:6.0f}/s, {our_cost:4.0f} us of its core each")
            print(f"  {'':10} constant {theirs:6.0f}/s, {their_cost:4.0f} us")
            print(f"  {'':10} ratio {ours / theirs:.2f} by the clock, {their_cost / our_cost:.2f} by cost")


def medians(measured: Iterable[tuple[float, float]]) -> tuple[float, float]:
    rates, costs = zip(*measured, strict=True)
    return statistics.median(rates), statistics.median(costs)


def serve_feed(listener: socket.socket, path: Path) -> None:
    run(feed_app(open_desk(path), per_minute=10**9), listener)


def serve_constant(listener: socket.socket, path: Path, token: str) -> None:
    """Serve what the feed application answers, captured once, chosen by the request's headers alone."""
    app = feed_app(open_desk(path), per_minute=10**9)
    gzipped = (b"accept-encoding", b"gzip")
    plain, packed, unchanged = (
        asyncio.run(capture(app, token, headers)) for headers in ((), (gzipped,), (gzipped, (b"if-none-match", b"*")))
    )

    async def constant(scope: Any, _receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's
        headers = dict(scope["headers"])
        takes_gzip = headers[b"accept-encoding"] == b"gzip"
        for message in unchanged if b"if-none-match" in headers else packed if takes_gzip else plain:
            await send(message)

    run(constant, listener)


async def capture(app: FeedApp, token: str, headers: tuple[tuple[bytes, bytes], ...]) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": f"/feeds/{token}.ics", "headers": headers}
    await app(scope, receive, send)
    return sent


def run(app: Asgi, listener: socket.socket) -> None:
    config = uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])


@dataclass(frozen=True)
class Server:
    """A server process, and what it used of its core so far."""

    address: tuple[str, int]
    process: int

    def seconds_used(self) -> float:
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(serve: Callable[..., None], *arguments: Path | str) -> Iterator[Server]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        # the protocol is named, for asyncio sets TCP_NODELAY on no other
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        process = get_context("fork").Process(target=serve, args=(listener, *arguments), daemon=True)
        process.start()
        yield Server(address=listener.getsockname(), process=process.pid or 0)
        process.kill()
        process.join()


def request(token: str, header: bytes) -> bytes:
    return b"GET /feeds/%s.ics HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n" % (token.encode(), header)


def fetch(server: Server, token: str, header: bytes) -> bytes:
    with socket.create_connection(server.address) as connection:
        connection.sendall(request(token, header + b"\r\nConnection: close"))
        return b"".join(iter(lambda: connection.recv(1 << 20), b""))


def header_of(answer: bytes, name: bytes) -> bytes:
    lines = answer.partition(b"\r\n\r\n")[0].split(b"\r\n")
    return next(line.partition(b": ")[2] for line in lines if line.lower().startswith(name + b":"))


def rate(server: Server, token: str, header: bytes) -> tuple[float, float]:
    """Return how many answers a second arrive, asked for in batches, and the microseconds each costs the server."""
    size = len(fetch_kept(server, token, header))
    batch = request(token, header) * BATCH
    answered, began, used = 0, time.perf_counter(), server.seconds_used()
    with socket.create_connection(server.address) as connection:
        while (elapsed := time.perf_counter() - began) < SECONDS:
            connection.sendall(batch)
            left = size * BATCH
            while left:
                left -= len(connection.recv(min(left, 1 << 20)))
            answered += BATCH
    return answered / elapsed, (server.seconds_used() - used) / answered * 1e6


def fetch_kept(server: Server, token: str, header: bytes) -> bytes:
    """Fetch once over a connection that stays open: all answers of a kind have the same length."""
    with socket.create_connection(server.address) as connection:
        connection.settimeout(0.5)
        connection.sendall(request(token, header))
        answer = b""
        try:
            while True:
                answer += connection.recv(1 << 20)
        except TimeoutError:
            return answer


# 2. One change in a large feed


def one_change(folder: Path, events: int, rounds: int) -> None:
    desk = open_desk(folder / "large.db")
    token, hearing, written = filled(desk, events)
    lookup = Lookup(desk=desk)
    before = found(lookup, token)
    times = []
    for day in range(1, rounds + 1):
        began = time.perf_counter()
        with desk.change(by="U1") as change:
            moved = change.session.get_one(Entry, hearing)
            hearings.move(change, hearing=moved, starts_at=datetime(2027, 3, day, 17, 30, tzinfo=UTC), reason="notice")
        changed = time.perf_counter()
        after = found(lookup, token)
        times.append((changed - began, time.perf_counter() - changed))
        assert after.rendering.tag != before.rendering.tag
        before = after
    verb, feed = (statistics.median(side) for side in zip(*times, strict=True))
    plain, packed = len(before.rendering.plain) / 1e6, len(before.rendering.gzipped) / 1e6
    print(f"One change in a feed of {events} events ({plain:.1f} MB, gzipped {packed:.2f} MB):")
    print(f"  the verb {verb * 1000:.0f} ms, the feed with its gzip {feed * 1000:.0f} ms")
    print(f"  every event of it by icalendar {written:.2f} s")
    print(f"  ratio {written / feed:.0f} (feed alone), {written / (feed + verb):.0f} (with the verb)")
    print(f"  highest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def found(lookup: Lookup, token: str) -> Shown:
    shown = lookup.find(hash_of(token), client=Client())
    assert isinstance(shown, Shown)
    return shown


# Both


def open_desk(path: Path) -> Desk:
    store = Store.at(path)
    store.migrate()
    return Desk(store=store, clock=SystemClock(), book=load_rulebook(), followers=(calendars.follow,))


def filled(desk: Desk, events: int) -> tuple[str, int, float]:
    """Fill a docket; return a token, the id of a hearing, and how long icalendar took to write every event once."""
    with desk.change(by="U1") as change:
        people.joined(change.session, person_id="U1", channel_id="C1")
        case = cases.open_case(change, court="cand", docket_number="1", caption="សវនាការ v. Facebook", channel_id="C1")
        hearing = hearings.schedule(
            change, case=case, title="Oral argument", starts_at=datetime(2027, 3, 1, 17, tzinfo=UTC)
        )
        token = feeds.issue(change, person_id="U1").token
        began = time.perf_counter()
        rows = [event_of(case, number, change.now) for number in range(2, events + 1)]
        written = time.perf_counter() - began
        change.session.add_all(rows)
    return token, hearing.key, written


def event_of(case: Case, number: int, now: datetime) -> CalendarEvent:
    starts_at = datetime(2027, 1, 4, 17, tzinfo=UTC) + timedelta(hours=number)
    entry = Entry(
        case_id=case.key,
        kind=EntryKind.HEARING,
        letter="H",
        number=number,
        title=f"សវនាការលើបណ្តឹងឧទ្ធរណ៍ ចំពោះមុខតុលាការ {number}",
        on_date=starts_at.date(),
        starts_at=starts_at,
        zone="America/Los_Angeles",
        place="Courtroom A, 15th floor, 450 Golden Gate Avenue",
        note="Counsel shall appear in person; the interpreter is sworn.\n" * 3,
        created_at=now,
        created_by="U1",
        changed_at=now,
    )
    event = write(entry, case=case, court="Northern District of California", detail=Detail.FULL)
    return CalendarEvent(
        subject=entry.ref,
        detail=Detail.FULL,
        case_id=case.key,
        zone=event.when.zone,
        on_date=entry.on_date,
        edition=1,
        recipe="1",
        body=event.body,
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
