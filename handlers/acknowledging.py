"""Slack waits three seconds for an acknowledgement, and Bolt loses one that an exception follows. Ours is not lost."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

Ack = Callable[..., Any]
PATIENCE = 2.0


class Acknowledgement:
    """One acknowledgement, given once: with the answer if it is ready in time, bare if it is not.

    As a context manager it covers the time in which the answer is made.
    """

    def __init__(self, ack: Ack, *, patience: float | None = None) -> None:
        self._ack = ack
        self._lock = threading.Lock()
        self._given = False
        self._timer = threading.Timer(PATIENCE if patience is None else patience, self.give)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    def give(self, **payload: Any) -> bool:  # noqa: ANN401 -- whatever Slack takes
        """Acknowledge, with the answer if there is one; return False if that was done before and the answer is owed."""
        with self._lock:
            if self._given:
                return False
            self._given = True
            self._ack(**payload)
            return True
