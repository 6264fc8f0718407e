"""Waiting for what another thread does."""

from collections.abc import Callable
from time import monotonic, sleep


def eventually(look: Callable[[], object], *, within: float = 20.0) -> None:
    """Wait until something is so; it is looked at often."""
    until = monotonic() + within
    while not look():
        assert monotonic() < until, "It never came."
        sleep(0.02)
