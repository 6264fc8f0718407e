"""How the Web API finds what an argument names, and what it says if it may not."""

from bot.practice.nouns import Channel, Kind, Message
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState


def find_channel(slack: SlackState, given: str) -> Channel:
    """Return the channel with an id or a #name.

    Raises:
        Refusal: `channel_not_found`, also for private channels and DMs that the bot is not in.
    """
    channel = slack.channels.get(given) or next(
        (each for each in slack.channels.values() if each.name == given.lstrip("#") and each.kind is not Kind.IM), None
    )
    if channel is None or (channel.kind is not Kind.CHANNEL and BOT_USER not in channel.members):
        raise Refusal("channel_not_found")
    return channel


def find_own_channel(slack: SlackState, given: str) -> Channel:
    """Return a channel that the bot is in.

    Raises:
        Refusal: `channel_not_found` or `not_in_channel`.
    """
    channel = find_channel(slack, given)
    if BOT_USER not in channel.members:
        raise Refusal("not_in_channel")
    return channel


def find_writable_channel(slack: SlackState, given: str) -> Channel:
    """Return a channel that the bot may post to; a person's id stands for the DM with them.

    Raises:
        Refusal: `channel_not_found`, `not_in_channel`, `is_archived` or `messages_tab_disabled`.
    """
    channel = slack.open_im(given) if given in slack.people else find_channel(slack, given)
    if channel.archived:
        raise Refusal("is_archived")
    if channel.kind is Kind.IM and not slack.manifest.messages_tab:
        raise Refusal("messages_tab_disabled")
    if BOT_USER not in channel.members and "chat:write.public" not in slack.manifest.scopes:
        raise Refusal("not_in_channel")
    return channel


def find_lasting_message(slack: SlackState, channel: Channel, ts: str, *, error: str = "message_not_found") -> Message:
    """Return a message that is not ephemeral.

    Raises:
        Refusal: `message_not_found`, or the error given.
    """
    message = slack.find_message(channel.id, ts)
    if message is None or message.ephemeral_to:
        raise Refusal(error)
    return message
