import itertools
import threading
from datetime import UTC, datetime, timedelta

from bot.clock import Clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Stamps:
    """Slack's timestamps: the workspace clock in seconds with six decimals, unique and always increasing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> str:
        """Return the next timestamp."""
        with self._lock:
            self._last = max((self._clock.now() - _EPOCH) // _MICROSECOND, self._last + 1)
            seconds, micros = divmod(self._last, 1_000_000)
            return f"{seconds}.{micros:06d}"


class Ids:
    """Ids in Slack's manner: a letter that says what it is, then capitals and digits."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def next(self, letter: str) -> str:
        """Return an id that was not given out before."""
        return f"{letter}0PRACT{next(self._numbers):05X}"


def seconds(at: datetime) -> int:
    """Return an instant as whole seconds since 1970."""
    return (at - _EPOCH) // timedelta(seconds=1)
