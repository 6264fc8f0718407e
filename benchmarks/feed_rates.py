"""How many answers a second servers give, and what each answer costs them: in turns, so that all have the same luck."""

import os
import socket
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

BATCH = 50
SECONDS = 0.3
PATIENCE = 0.5


@dataclass(frozen=True)
class Kind:
    """What is asked for. `tagged` asks with the tag that the server gave before."""

    name: str
    encoding: bytes
    tagged: bool = False


KINDS = (Kind("304", b"gzip", tagged=True), Kind("200 gzip", b"gzip"), Kind("200 plain", b"identity"))


@dataclass(frozen=True)
class Server:
    """A server, the path of each kind of answer there, and whether its connections stay open for many requests."""

    name: str
    address: tuple[str, int]
    process: int
    paths: dict[str, str]
    is_ours: bool = False
    stays_open: bool = True

    def seconds_used(self) -> float:
        """Return what all threads of the process used of the cores so far, those that ended among them (Linux)."""
        return time.clock_gettime((~self.process << 3) | 2)  # clock_getcpuclockid(3), which Python does not have

    def request(self, kind: Kind, *more: bytes) -> bytes:
        first = b"GET %s HTTP/1.1" % self.paths[kind.name].encode()
        return b"\r\n".join((first, b"Host: localhost", b"Accept-Encoding: " + kind.encoding, *more, b"", b""))


@dataclass(frozen=True)
class Measured:
    """Medians over the rounds; the ratios are those of ours to this server within a round."""

    rate: float
    cost: float
    by_clock: float
    by_cost: float


def compared(servers: Sequence[Server], kind: Kind, rounds: int) -> Iterator[tuple[Server, Measured]]:
    """Measure servers in turns; the first is ours."""
    asks = {server.name: _Asks(server, kind) for server in servers}
    sides: dict[str, list[tuple[float, float]]] = {server.name: [] for server in servers}
    for number in range(rounds):
        for server in servers if number % 2 else reversed(servers):
            sides[server.name].append(asks[server.name].rate())
    first = sides[servers[0].name]
    for server in servers:
        pairs = list(zip(first, sides[server.name], strict=True))
        yield (
            server,
            Measured(
                rate=statistics.median(rate for rate, _ in sides[server.name]),
                cost=statistics.median(cost for _, cost in sides[server.name]),
                by_clock=statistics.median(ours[0] / theirs[0] for ours, theirs in pairs),
                by_cost=statistics.median(theirs[1] / ours[1] for ours, theirs in pairs),
            ),
        )


class _Asks:
    """Asks one server for one kind of answer, all of which have the same length."""

    def __init__(self, server: Server, kind: Kind) -> None:
        tag = header_of(fetch(server, kind), b"etag") if kind.tagged else b""
        more = (b"If-None-Match: " + tag,) if tag else ()
        self._server, self._request = server, server.request(kind, *more)
        self._size = len(_exchange(server, self._request))

    def rate(self) -> tuple[float, float]:
        """Return how many answers a second arrive, and the microseconds that each costs the server."""
        answered, began, used = 0, time.perf_counter(), self._server.seconds_used()
        many = self._many() if self._server.stays_open else self._one_by_one()
        for answers in many:
            answered += answers
            if (elapsed := time.perf_counter() - began) > SECONDS:
                break
        return answered / elapsed, (self._server.seconds_used() - used) / answered * 1e6

    def _many(self) -> Iterator[int]:
        with socket.create_connection(self._server.address) as connection:
            while True:
                connection.sendall(self._request * BATCH)
                left = self._size * BATCH
                while left:
                    left -= len(connection.recv(min(left, 1 << 20)))
                yield BATCH

    def _one_by_one(self) -> Iterator[int]:
        while True:
            _exchange(self._server, self._request)
            yield 1


def fetch(server: Server, kind: Kind = KINDS[-1]) -> bytes:
    """Fetch the answer of a kind once, head and body."""
    return _exchange(server, server.request(kind))


def _exchange(server: Server, request: bytes) -> bytes:
    """Send a request and return all that comes until the server closes, or is silent for a while."""
    answer = b""
    with socket.create_connection(server.address) as connection, suppress(TimeoutError):
        connection.settimeout(PATIENCE if server.stays_open else None)
        connection.sendall(request)
        while more := connection.recv(1 << 20):
            answer += more
    return answer


def header_of(answer: bytes, name: bytes) -> bytes:
    lines = answer.partition(b"\r\n\r\n")[0].split(b"\r\n")
    return next((line.partition(b": ")[2] for line in lines if line.lower().startswith(name + b":")), b"")


def stay_on(core: int) -> None:
    """Keep this process on the first core (0) or on the last (-1), where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core]})
