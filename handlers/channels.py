"""What somebody must know of a channel that begins to follow a case: who can read it, and whether the bot is in it."""

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from handlers import phrases
from handlers.said_by_slack import NOT_INVITED, what_slack_said

_log = logging.getLogger("adquem.handlers")


def cautions(client: WebClient, channel_id: str) -> list[str]:
    """Return what to say of a channel at once; nothing, where Slack does not tell."""
    try:
        channel = client.conversations_info(channel=channel_id).get("channel") or {}
    except (SlackClientError, OSError) as error:
        _log.info("Slack does not say what kind of channel it is.")
        is_hidden = what_slack_said(error) in NOT_INVITED
        return [phrases.INVITE_ME.format(channel=channel_id)] if is_hidden else []
    told = []
    if channel.get("is_private") is False:
        told.append(phrases.PUBLIC_CHANNEL.format(channel=channel_id))
    if channel.get("is_member") is False:
        told.append(phrases.INVITE_ME.format(channel=channel_id))
    return told
