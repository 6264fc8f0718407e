"""The one place that asks what time it is."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whoever needs the present is handed one of these and asks nobody else."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


class PracticeClock:
    """A clock that starts where it is told, runs at the usual pace and can be moved forward, never back."""

    def __init__(self, start: datetime) -> None:
        self._lock = threading.Lock()
        self._watchers: list[Callable[[], None]] = []
        self._ahead = _aware(start) - datetime.now(UTC)

    def now(self) -> datetime:
        """Return the practised present in UTC."""
        with self._lock:
            return datetime.now(UTC) + self._ahead

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call a watcher after each move: whoever sleeps until something is due wants to be woken."""
        self._watchers.append(watcher)

    def move_to(self, instant: datetime) -> None:
        """Move the clock forward to an instant, and wake whoever watches.

        Raises:
            ValueError: if that instant has passed already, or carries no zone.
        """
        with self._lock:
            ahead = _aware(instant) - datetime.now(UTC)
            if ahead < self._ahead:
                raise ValueError("The practice clock only moves forward. Choose a later moment.")
            self._ahead = ahead
        for watcher in self._watchers:
            watcher()

    def move_by(self, step: timedelta) -> None:
        """Move the clock forward by a step."""
        self.move_to(self.now() + step)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("An instant needs a zone: write 2018-05-07T09:00-07:00, not 2018-05-07T09:00.")
    return instant.astimezone(UTC)
