"""Ask Slack how it is, and put into a sentence what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

SECONDS = 10
_TOO_MANY = 429
_UNWELL = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """What Slack answers to who we are.

    Args:
        trouble: a sentence, if the bot cannot be used as it is; nothing otherwise.
        scopes: what the token may do, as far as Slack says so.
    """

    trouble: str = ""
    team: str = ""
    bot: str = ""
    scopes: frozenset[str] = frozenset()


def client_for(token: str, *, api_url: str) -> WebClient:
    """Return a client that asks once and does not wait long."""
    return WebClient(token=token, base_url=api_url, timeout=SECONDS, retry_handlers=[])


def greet(client: WebClient) -> Greeting:
    """Ask Slack whether the token is good; that Slack is busy with us is no trouble."""
    try:
        answer = client.auth_test()
    except (SlackClientError, OSError) as error:
        return Greeting(trouble=trouble_in(error))
    said: Mapping[str, Any] = answer.data if isinstance(answer.data, dict) else {}
    return Greeting(team=str(said.get("team", "")), bot=str(said.get("user", "")), scopes=_scopes(answer.headers or {}))


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


def _scopes(headers: Mapping[str, Any]) -> frozenset[str]:
    named = next((value for name, value in headers.items() if name.lower() == "x-oauth-scopes"), "")
    text = named if isinstance(named, str) else ",".join(map(str, named))
    return frozenset(scope.strip() for scope in text.split(",") if scope.strip())
