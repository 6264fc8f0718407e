"""Slack: the token, what it may do, whether both clocks agree, and the channels where reminders go."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.doctor.findings import Finding, look, mend, well
from bot.health.asking import SKEW, skew_in_words, skew_of, trouble_in
from bot.manifest import manifest


def look_at_slack(client: WebClient, channels: Sequence[str], now: datetime) -> Iterator[Finding]:
    """Ask Slack who we are, and how the channels are to which reminders go."""
    try:
        answer = client.auth_test()
    except (SlackClientError, OSError) as error:
        said = trouble_in(error) or "Slack asks us to wait: ask again in a minute."
        yield mend("Slack", said, "Check SLACK_BOT_TOKEN, and that this machine reaches Slack.")
        return
    yield well("Slack", f"The token is good: we are {answer.get('user')} in {answer.get('team')}.")
    headers = {name.lower(): value for name, value in answer.headers.items()}
    yield from _scopes(headers)
    yield from _clocks(headers, now)
    for channel in channels:
        yield from _channel(client, channel)


def _scopes(headers: Mapping[str, str]) -> Iterator[Finding]:
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")} - {""}
    if not granted:
        return
    scopes: dict[str, Any] = manifest()["oauth_config"]["scopes"]
    missing = sorted(set(scopes["bot"]) - granted)
    refused = sorted(set(scopes["bot_optional"]) - granted)
    if missing:
        said = f"The app lacks {', '.join(missing)}."
        yield mend("scopes", said, "Paste manifest.yml into the app's settings and install it again.")
    elif refused:
        yield well("scopes", f"Nothing needed is missing; refused by choice: {', '.join(refused)}.")
    else:
        yield well("scopes", "Everything is granted.")


def _clocks(headers: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    skew = skew_of(headers, now=now)
    if skew is None:
        return
    said = skew_in_words(skew)
    yield mend("clock", said, "Let the machine keep time by NTP.") if skew > SKEW else well("clock", said)


def _channel(client: WebClient, channel_id: str) -> Iterator[Finding]:
    advice = "Invite the bot there, or let another channel follow the case: /case link"
    try:
        channel = client.conversations_info(channel=channel_id).get("channel") or {}
    except SlackApiError as error:
        reason = error.response.get("error")
        yield mend("channels", f"{channel_id} follows a case, and cannot be reached ({reason}).", advice)
        return
    except (SlackClientError, OSError):
        return
    name = f"#{channel.get('name', channel_id)}"
    if channel.get("is_archived"):
        yield mend("channels", f"{name} follows a case and is archived: nobody hears a reminder there.", advice)
    elif channel.get("is_member") is False:
        yield mend("channels", f"{name} follows a case, and the bot is not in it.", advice)
    elif channel.get("is_private") is False:
        yield look("channels", f"{name} is public: everybody in the workspace can read it.", "Make it private.")
    else:
        yield well("channels", f"{name} can be reached.")
