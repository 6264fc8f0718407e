"""Coverage costs a test two thirds of its time, which is worth it only where it is the first to run its lines."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage

_FOR_CHILDREN = "COVERAGE_PROCESS_CONFIG"  # how coverage tells a subprocess that it shall measure itself


@contextmanager
def nothing_measured() -> Iterator[None]:
    """Stop every measuring of this process for a while: a worker of xdist has two, its own and that of a subprocess.

    What is started meanwhile is not measured either.
    """
    for_children = os.environ.pop(_FOR_CHILDREN, None)
    stopped: list[Coverage] = []
    while running := Coverage.current():
        running.stop()
        stopped.append(running)
    try:
        yield
    finally:
        for each in reversed(stopped):
            each.start()
        if for_children is not None:
            os.environ[_FOR_CHILDREN] = for_children
