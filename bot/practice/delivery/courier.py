import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from bot.practice.delivery.parcels import Parcel, ParcelKind, Reply, Retry
from bot.practice.nouns import Json
from bot.practice.stamps import seconds
from bot.practice.state import APP_ID, BOT_USER, TEAM_ID, VERIFICATION_TOKEN, SlackState

RETRY_AFTER: Sequence[float] = (0.0, 60.0, 300.0)
"""Seconds before each repetition of an event that was not acked: nearly at once, a minute, five minutes."""
REASONS = {"operation_timeout": "http_timeout", "dispatch_failed": "connection_failed"}


class Courier:
    """Sends events in the background, and again if they are not acked. `pace` shortens Slack's schedule."""

    def __init__(self, slack: SlackState, *, pace: float = 1.0) -> None:
        self._slack = slack
        self._pace = pace
        self._stopped = threading.Event()
        self._runners = ThreadPoolExecutor(max_workers=8, thread_name_prefix="practice-events")

    def send(self, subscription: str, event: Json) -> None:
        """Send an event, if the app subscribed to it and may have it."""
        if not self._slack.manifest.sends(subscription) or self._stopped.is_set():
            return
        payload: Json = {
            "token": VERIFICATION_TOKEN,
            "team_id": TEAM_ID,
            "api_app_id": APP_ID,
            "event": event,
            "type": "event_callback",
            "event_id": self._slack.ids.next("Ev"),
            "event_time": seconds(self._slack.clock.now()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": TEAM_ID,
                    "user_id": BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
        }
        self._runners.submit(self._deliver, payload)

    def stop(self) -> None:
        """Send nothing more; what waits for a repetition is forgotten."""
        self._stopped.set()
        self._runners.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, payload: Json) -> None:
        reply = self._attempt(payload, Retry())
        for attempt, pause in enumerate(RETRY_AFTER, start=1):
            if reply.error is None or self._stopped.wait(pause * self._pace):
                return
            reply = self._attempt(payload, Retry(attempt=attempt, reason=REASONS.get(reply.error, "http_error")))

    def _attempt(self, payload: Json, retry: Retry) -> Reply:
        return self._slack.line.deliver(Parcel(kind=ParcelKind.EVENT, payload=payload, retry=retry))
