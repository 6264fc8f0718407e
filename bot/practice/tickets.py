"""What an interaction allows the app to do for a while: trigger ids for forms, response URLs for answers."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.practice.refusals import Refusal

TRIGGER_SECONDS = 3.0
RESPONSES = 5
RESPONSE_TIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The right to open one form for one person. `issued` is monotonic."""

    user: str
    issued: float
    view_id: str | None = None
    exchanged: bool = False


class Triggers:
    """Trigger ids: each good for one form, three real seconds long."""

    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._issued: dict[str, Trigger] = {}

    def issue(self, *, user: str, view_id: str | None = None) -> str:
        """Return a new trigger id; `view_id` is the form that the person was in."""
        trigger_id = f"{len(self._issued) + 1}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        self._issued[trigger_id] = Trigger(user=user, issued=self._now(), view_id=view_id)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use a trigger id up.

        Raises:
            Refusal: `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`.
        """
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.exchanged:
            raise Refusal("exchanged_trigger_id")
        if self._now() - trigger.issued > TRIGGER_SECONDS:
            raise Refusal("expired_trigger_id")
        self._issued[trigger_id] = replace(trigger, exchanged=True)
        return trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRight:
    """The right to answer one interaction. `original` is the timestamp of the message that may be replaced."""

    user: str
    channel: str
    issued: datetime
    original: str | None = None
    thread_ts: str | None = None
    used: int = 0


class ResponseUrls:
    """Response URLs: each good for five answers, thirty minutes long on the workspace clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._issued: dict[str, ResponseRight] = {}

    def issue(self, *, user: str, channel: str, original: str | None = None, thread_ts: str | None = None) -> str:
        """Return the secret end of a new response URL."""
        token = secrets.token_urlsafe(18)
        self._issued[token] = ResponseRight(
            user=user, channel=channel, original=original, thread_ts=thread_ts, issued=self._clock.now()
        )
        return token

    def look_up(self, token: str) -> ResponseRight:
        """Return the right behind a URL, without using it."""
        return self._issued[token]

    def use(self, token: str) -> ResponseRight:
        """Use one of the five answers up.

        Raises:
            Refusal: `used_url` or `expired_url` (HTTP 404), `invalid_token` for a URL that never was.
        """
        right = self._issued.get(token)
        if right is None:
            raise Refusal("invalid_token", status=404)
        if self._clock.now() - right.issued > RESPONSE_TIME:
            raise Refusal("expired_url", status=404)
        if right.used >= RESPONSES:
            raise Refusal("used_url", status=404)
        self._issued[token] = replace(right, used=right.used + 1)
        return right

    def point_at(self, token: str, ts: str | None) -> None:
        """Remember which message the URL may replace from now on."""
        self._issued[token] = replace(self._issued[token], original=ts)
