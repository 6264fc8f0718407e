"""Feeds, measured side by side in one run: `python benchmarks/feed.py [events] [rounds]`.

1. `304`, gzipped `200` and plain `200` of a feed of 200 events, as the bot serves them, against a constant of the same
   headers and size from the same uvicorn; and, where they are there, against nginx and Radicale.
2. One change in a large feed, from the verb to the gzipped answer, against icalendar writing every event of it; and
   the memory that such a feed takes.

Ratios are what counts: they survive a busy machine, single numbers do not.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.feed_docket import filled, open_desk
from benchmarks.feed_rates import KINDS, SECONDS, Measured, Server, compared, fetch, stay_on
from benchmarks.feed_servers import nginx, ours, radicale
from bot.calendars.feeds import hash_of
from bot.calendars.lookup import Client, Lookup, Shown
from bot.docket import hearings
from storage.docket import Entry

SMALL = 200
MEGABYTE = 1e6


def main(events: int = 10_000, rounds: int = 12) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one_change(Path(folder), events)
        requests_a_second(Path(folder), rounds)


# 1. Requests a second


def requests_a_second(folder: Path, rounds: int) -> None:
    path = folder / "small.db"
    token = filled(open_desk(path), SMALL)[0]
    stay_on(-1)
    with (
        ours(path, token) as (feed, constant),
        nginx(folder, fetch(feed)) as fast,
        radicale(folder, fetch(feed)) as slow,
    ):
        print(f"Feed of {SMALL} events, {rounds} rounds of {SECONDS} s each, pipelined over one connection:")
        for kind in KINDS:
            print(f"  {kind.name}")
            for each, measured in compared([feed, constant, *fast, *slow], kind, rounds):
                print(line(each, measured))


def line(server: Server, measured: Measured) -> str:
    ratios = (
        ""
        if server.is_ours
        else f"   feed to this {measured.by_clock:.3g} by the clock, {measured.by_cost:.3g} by cost"
    )
    return f"    {server.name:10} {measured.rate:8.0f}/s, {measured.cost:7.1f} us of its core each{ratios}"


# 2. One change in a large feed


def one_change(folder: Path, events: int, rounds: int = 5) -> None:
    desk = open_desk(folder / "large.db")
    token, hearing, written = filled(desk, events)
    lookup = Lookup(desk=desk)
    empty = resident()
    before = found(lookup, token)
    first = resident()
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
    plain, packed = len(before.rendering.plain) / MEGABYTE, len(before.rendering.gzipped) / MEGABYTE
    print(f"One change in a feed of {events} events ({plain:.1f} MB, gzipped {packed:.2f} MB):")
    print(f"  the verb {verb * 1000:.0f} ms, the feed with its gzip {feed * 1000:.0f} ms")
    print(f"  every event of it by icalendar {written:.2f} s")
    print(f"  ratio {written / feed:.0f} (feed alone), {written / (feed + verb):.0f} (with the verb)")
    print(f"  memory {empty:.0f} MB, {first:.0f} MB once it was asked for, {resident():.0f} MB after {rounds} changes")


def found(lookup: Lookup, token: str) -> Shown:
    shown = lookup.find(hash_of(token), client=Client())
    assert isinstance(shown, Shown)
    return shown


def resident() -> float:
    """Return the megabytes that this process takes now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
