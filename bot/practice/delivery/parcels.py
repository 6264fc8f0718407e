from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.practice.nouns import Json

ACK_SECONDS = 3.0


class ParcelKind(StrEnum):
    """What Socket Mode calls the three sorts of payload."""

    COMMAND = "slash_commands"
    INTERACTION = "interactive"
    EVENT = "events_api"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Which repetition of an event this is, and why it is repeated."""

    attempt: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One payload for the app. `wants_answer`: the ack may carry one."""

    kind: ParcelKind
    payload: Json
    wants_answer: bool = False
    retry: Retry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of a parcel: the body of the ack, or Slack's name for the failure."""

    body: Json | None = None
    error: str | None = None


class Line(Protocol):
    """A way to the app."""

    def deliver(self, parcel: Parcel) -> Reply:
        """Hand over a parcel and wait for its ack, at most three real seconds."""
        ...


class NoLine:
    """No app is listening."""

    def deliver(self, parcel: Parcel) -> Reply:  # noqa: ARG002 - the protocol's name
        """Fail as Slack does when an app is installed and not running."""
        return Reply(error="dispatch_failed")
