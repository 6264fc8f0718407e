"""Ask Slack how it is, and put into a sentence what it says."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

SECONDS = 10
SKEW = timedelta(seconds=60)
"""Slack refuses what is signed five minutes off, and we refuse Slack's."""
_TOO_MANY = 429
_UNWELL = 500


def client_for(token: str, *, api_url: str) -> WebClient:
    """Return a client that asks once and does not wait long."""
    return WebClient(token=token, base_url=api_url, timeout=SECONDS, retry_handlers=[])


def trouble_with(client: WebClient, *, now: datetime) -> str:
    """Ask Slack how it is; return a sentence if the token is bad, nobody answers, or our clocks differ.

    Args:
        now: what this machine's clock says.
    """
    try:
        skew = skew_of(client.auth_test().headers, now=now)
    except (SlackClientError, OSError) as error:
        return trouble_in(error)
    if skew is not None and skew > SKEW:
        return f"{skew_in_words(skew)} Reminders come at wrong times."
    return ""


def skew_of(headers: Mapping[str, str | Sequence[str]], *, now: datetime) -> timedelta | None:
    """Return by how much our clock and that of an answer differ; None, if the answer does not tell or is unreadable."""
    said = next((value for name, value in headers.items() if name.lower() == "date"), "")
    try:
        return abs(now - parsedate_to_datetime(said if isinstance(said, str) else said[0]))
    except (IndexError, TypeError, ValueError):
        return None


def skew_in_words(skew: timedelta) -> str:
    """Return how far apart the clocks are, as a sentence."""
    return f"This machine's clock and Slack's are {skew.total_seconds():.0f} s apart."


def trouble_in(error: Exception) -> str:
    """Return a sentence for what went wrong when Slack was asked; nothing, if it only wants us to wait."""
    if isinstance(error, SlackApiError):
        status = error.response.status_code
        reason = str(error.response.get("error", ""))
        if status == _TOO_MANY or reason == "ratelimited":
            return ""
        if status >= _UNWELL or not reason or " " in reason:
            return f"Slack is unwell: it answers with status {status}."
        return f"Slack refuses the bot's token ({reason})."
    cause = error.reason if isinstance(error, URLError) else error
    return f"Slack cannot be reached ({type(cause).__name__})."
