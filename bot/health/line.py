"""Watch the line to Slack while nothing is due: an alarm that cannot be heard must be known before it rings."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event, Thread

from slack_sdk import WebClient

from bot.clock import Clock, SystemClock
from bot.health.asking import trouble_with

EVERY = timedelta(minutes=1)
AGAIN = timedelta(seconds=15)
"""How soon Slack is asked again while something is wrong."""
_CUT = "Slack does not bring us what people type: the socket is closed, and does not come back."


class Line:
    """Asks Slack at an interval whether our token is good, until it is stopped.

    Args:
        is_connected: whether what people type reaches us; always so, where Slack comes to us over HTTP.
        every: how often to ask while all is well; `again` while it is not.
        machine: the clock that is held against Slack's.
    """

    def __init__(
        self,
        client: WebClient,
        *,
        is_connected: Callable[[], bool] | None = None,
        every: timedelta = EVERY,
        again: timedelta = AGAIN,
        machine: Clock | None = None,
    ) -> None:
        self._machine = machine or SystemClock()
        self._client = client
        self._is_connected = is_connected
        self._every, self._again = every, again
        self._trouble = ""
        self._silent_rounds = 0
        self._ended = Event()
        self._thread = Thread(target=self._watch, name="line to Slack", daemon=True)

    def start(self) -> None:
        """Begin; the first question is asked after one interval, because starting asked one."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._ended.set()

    def troubles(self) -> Sequence[str]:
        """Return what is wrong with the line, a sentence each."""
        is_cut = self._silent_rounds > 1  # Slack renews a socket now and then: one round without it is nothing
        return tuple(trouble for trouble in (self._trouble, _CUT if is_cut else "") if trouble)

    def look(self) -> None:
        """Ask once."""
        self._trouble = trouble_with(self._client, now=self._machine.now())
        is_silent = self._is_connected is not None and not self._is_connected()
        self._silent_rounds = self._silent_rounds + 1 if is_silent else 0

    def _watch(self) -> None:
        while not self._ended.wait(self._pause()):
            self.look()

    def _pause(self) -> float:
        is_well = not self._trouble and not self._silent_rounds
        return (self._every if is_well else self._again).total_seconds()
