"""Ask Slack how it is, and put into a sentence what it says."""

from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

SECONDS = 10
_TOO_MANY = 429
_UNWELL = 500


def client_for(token: str, *, api_url: str) -> WebClient:
    """Return a client that asks once and does not wait long."""
    return WebClient(token=token, base_url=api_url, timeout=SECONDS, retry_handlers=[])


def trouble_with(client: WebClient) -> str:
    """Ask Slack whether the token is good; return a sentence if it is not, or if nobody answers."""
    try:
        client.auth_test()
    except (SlackClientError, OSError) as error:
        return trouble_in(error)
    return ""


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
