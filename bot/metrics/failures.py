"""Why a reminder could not be delivered, in few kinds that an alert can be written for."""

import re
from collections.abc import Callable
from enum import StrEnum

from bot.reminders import ChannelRefusedError, DeliveryError, LockedOutError, OutageError, ThrottledError

_REASON = re.compile(r"\(([^()]+)\)")
_TIMEOUTS = {"TimeoutError", "timeout", "request_timeout"}


class Failure(StrEnum):
    """A kind of failure."""

    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    TOKEN_REFUSED = "token_refused"  # noqa: S105 -- a word, not a token
    CHANNEL_REFUSED = "channel_refused"
    OTHER = "other"


def failure_of(error: Exception) -> Failure:
    """Return of what kind a failure to deliver is. Slack's request to wait is the only one that no row remembers."""
    if isinstance(error, ThrottledError):
        return Failure.RATE_LIMITED
    return failure_in(str(error)) if isinstance(error, DeliveryError) else Failure.OTHER


def failure_in(trouble: str) -> Failure:
    """Return of what kind the trouble is that a row remembers: the sentence of the error that it met."""
    found = _REASON.search(trouble)
    reason = found[1] if found else ""
    return next((kind(reason) for sentence, kind in _SENTENCES if sentence(reason) == trouble), Failure.OTHER)


def _outage(reason: str) -> Failure:
    if reason in _TIMEOUTS:
        return Failure.TIMEOUT
    is_said_by_slack = reason.startswith("status ") or "_" in reason
    return Failure.SERVER_ERROR if is_said_by_slack else Failure.UNREACHABLE


_SENTENCES: tuple[tuple[Callable[[str], str], Callable[[str], Failure]], ...] = (
    (lambda reason: str(OutageError(reason, in_doubt=True)), _outage),
    (lambda reason: str(LockedOutError(reason)), lambda _: Failure.TOKEN_REFUSED),
    (lambda reason: str(ChannelRefusedError(reason)), lambda _: Failure.CHANNEL_REFUSED),
)
