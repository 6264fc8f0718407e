import time
from collections.abc import Callable

from bot.practice.refusals import Refusal

POSTS_EVERY = 1.0


class PostingRate:
    """Slack's "generally one message per second per channel", on real time, without its leniency for short bursts."""

    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        self.enforced = False
        self._now = now
        self._last: dict[str, float] = {}

    def note(self, channel: str) -> None:
        """Count one message to a channel.

        Raises:
            Refusal: `ratelimited` (429, Retry-After), if the last one was less than a second ago.
        """
        now = self._now()
        if self.enforced and now - self._last.get(channel, now - POSTS_EVERY) < POSTS_EVERY:
            raise ratelimited(POSTS_EVERY)
        self._last[channel] = now


def ratelimited(seconds: float) -> Refusal:
    """Return the refusal that asks to try again after so many seconds."""
    return Refusal("ratelimited", status=429, headers={"Retry-After": f"{seconds:g}"})
