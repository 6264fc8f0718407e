"""Slack's own words for what went wrong. They are logged; what was to be said never is."""

from slack_sdk.errors import SlackApiError

NOT_INVITED = frozenset({"not_in_channel", "channel_not_found"})
"""What Slack says where the bot is not: it hides a private channel from whoever is not in it."""


def what_slack_said(error: Exception) -> str:
    """Return Slack's own word for an error, or the name of ours; never what was to be said."""
    response = getattr(error, "response", None)
    if not isinstance(error, SlackApiError) or not response:
        return type(error).__name__
    word = str(response.get("error", "unknown"))
    return f"status {response.status_code}" if " " in word else word
