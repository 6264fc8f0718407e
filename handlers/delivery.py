"""The sweep's way to Slack: post a reminder, or find it where it was posted before."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.client import HTTPException
from socket import gaierror
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlmodel import Session

from bot.docket.desk import Desk
from bot.reminders import (
    Alarm,
    ChannelRefusedError,
    Digest,
    HistoryClosedError,
    LockedOutError,
    OutageError,
    ThrottledError,
)
from handlers import facts, phrases, weekly
from handlers.views.blocks import Message
from handlers.views.digest import digest_message
from handlers.views.reminder import reminder
from storage.docket import deadline_by_ref, entry_by_ref
from storage.slack import cards_of

EVENT = "adquem_reminder"
SECONDS = 10
_PAGE = 200
_TOO_MANY = 429
_UNWELL = 500
_LOCKED_OUT = {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
_NO_HISTORY = {"missing_scope", "not_in_channel", "channel_not_found", "no_permission", "access_denied"}
_UNWELL_WORDS = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
_BAD_BLOCKS = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}


class SlackMessenger:
    """Posts reminders with metadata that carry their ids. It never waits and never retries: the sweep does."""

    def __init__(self, client: WebClient) -> None:
        self._client = WebClient(token=client.token, base_url=client.base_url, timeout=SECONDS, retry_handlers=[])

    def post(self, alarm: Alarm) -> str:
        """Post a reminder and return its timestamp; if Slack dislikes its blocks, its words go alone."""
        with phrases.spoken_in(alarm.language):
            return self._send(alarm, reminder(alarm))

    def tell(self, digest: Digest) -> str:
        """Post a digest, in the same way."""
        with phrases.spoken_in(digest.language):
            return self._send(digest, digest_message(digest))

    def _send(self, told: Alarm | Digest, message: Message) -> str:
        content: dict[str, Any] = {"channel": told.channel_id, "text": message.text, "metadata": _metadata(told)}
        with _in_our_words():
            try:
                answer = self._client.chat_postMessage(**content, blocks=message.blocks)
            except SlackApiError as error:
                if error.response.get("error") not in _BAD_BLOCKS:
                    raise
                answer = self._client.chat_postMessage(**content)
            return str(answer["ts"])

    def attach(self, desk: Desk, digest: Digest, *, message_ts: str) -> None:
        """Let the docket as a file follow the first digest of a week, in its thread."""
        with phrases.spoken_in(digest.language), _in_our_words():
            weekly.attach(self._client, desk, digest, message_ts=message_ts)

    def is_attached(self, digest: Digest, *, message_ts: str) -> bool:
        """Say whether a file stands in the thread of a digest already."""
        return weekly.is_attached(self._client, digest, message_ts=message_ts)

    def redraw(self, desk: Desk, alarm: Alarm) -> None:
        """Update the card of what was reminded of where it stands in one channel; where none stands, post nothing."""
        with desk.look() as session, phrases.spoken_in(alarm.language):
            standing = [card for card in cards_of(session, alarm.subject) if card.channel_id == alarm.channel_id]
            shown = _card(session, desk, alarm) if standing else None
        if shown is None:
            return
        with _in_our_words():
            for card in standing:
                self._client.chat_update(
                    channel=card.channel_id, ts=card.message_ts, text=shown.text, blocks=shown.blocks
                )

    def find(self, *, channel_id: str, uids: Collection[str], since: datetime) -> Mapping[str, str]:
        """Return which reminders a channel's history holds, and where; in direct messages nobody looks."""
        if channel_id.startswith(("U", "W")):
            raise HistoryClosedError("direct_message")
        with _in_our_words(_NO_HISTORY):
            return {
                uid: message["ts"]
                for message in self._history(channel_id, since)
                for uid in _reminders_in(message)
                if uid in uids
            }

    def _history(self, channel_id: str, since: datetime) -> Iterator[dict[str, Any]]:
        pages = self._client.conversations_history(
            channel=channel_id, oldest=f"{since.timestamp():.6f}", include_all_metadata=True, limit=_PAGE
        )
        for page in pages:
            yield from page["messages"]


def _card(session: Session, desk: Desk, alarm: Alarm) -> Message | None:
    """Return the card as it is now, not as it was when the reminder was prepared."""
    deadline, entry = deadline_by_ref(session, alarm.subject), entry_by_ref(session, alarm.subject)
    if deadline:
        return facts.deadline_message(session, desk, deadline, channel_id=alarm.channel_id, stands=True)
    return facts.entry_message(session, desk, entry, channel_id=alarm.channel_id) if entry else None


def _metadata(alarm: Alarm | Digest) -> dict[str, Any]:
    payload = {"reminder": alarm.uid, "covers": ",".join(alarm.covers), "subject": alarm.subject}
    return {"event_type": EVENT, "event_payload": payload}


def _reminders_in(message: Mapping[str, Any]) -> list[str]:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT:
        return []
    return str(metadata.get("event_payload", {}).get("covers", "")).split(",")


@contextmanager
def _in_our_words(closed_history: Collection[str] = ()) -> Iterator[None]:
    """Say what went wrong in the words that the sweep knows."""
    try:
        yield
    except SlackApiError as error:
        raise _translated(error, closed_history) from error
    except URLError as error:
        never_arrived = isinstance(error.reason, ConnectionRefusedError | gaierror)
        raise OutageError(type(error.reason).__name__, in_doubt=not never_arrived) from error
    except (OSError, HTTPException) as error:
        raise OutageError(type(error).__name__, in_doubt=True) from error


def _translated(error: SlackApiError, closed_history: Collection[str]) -> Exception:
    response = error.response
    reason = _word(response.get("error")) if isinstance(response.data, dict) else ""
    if response.status_code == _TOO_MANY or reason == "ratelimited":
        return ThrottledError(_asked_to_wait(response.headers))
    if response.status_code >= _UNWELL or not reason or reason in _UNWELL_WORDS:
        return OutageError(reason or f"status {response.status_code}", in_doubt=True)
    if reason in _LOCKED_OUT:
        return LockedOutError(reason)
    return HistoryClosedError(reason) if reason in closed_history else ChannelRefusedError(reason)


def _word(error: object) -> str:
    """Return Slack's word for an error; slack_sdk puts a whole sentence there where the answer was no JSON."""
    return error if isinstance(error, str) and " " not in error else ""


def _asked_to_wait(headers: Mapping[str, str]) -> timedelta:
    """Return how long Slack wants to be left alone: a second, if it does not say."""
    seconds = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    return timedelta(seconds=max(int(seconds), 1) if seconds.isdecimal() else 1)
