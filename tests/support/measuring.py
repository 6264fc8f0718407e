"""Coverage costs a test two thirds of its time, which is worth it only where it is the first to run its lines."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def nothing_measured() -> Iterator[None]:
    """Stop every measuring of this process for a while: a worker of xdist has two, its own and that of a subprocess."""
    stopped: list[Coverage] = []
    while running := Coverage.current():
        running.stop()
        stopped.append(running)
    try:
        yield
    finally:
        for each in reversed(stopped):
            each.start()
