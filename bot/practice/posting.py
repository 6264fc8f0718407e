"""Messages come, change and go: each tells the pages, and the app where it subscribed."""

from dataclasses import replace

from bot.practice.nouns import Channel, Json, Kind, Message
from bot.practice.shown import shown_message
from bot.practice.state import BOT_USER, TEAM_ID, SlackState

MESSAGE_EVENTS = {Kind.CHANNEL: "message.channels", Kind.PRIVATE: "message.groups", Kind.IM: "message.im"}
CHANNEL_TYPES = {Kind.CHANNEL: "channel", Kind.PRIVATE: "group", Kind.IM: "im"}


def post(slack: SlackState, message: Message) -> Message:
    """Put a new message into its channel."""
    with slack.changing():
        slack.put_message(message)
    _tell(slack, "message", message)
    if not message.ephemeral_to:
        _send_events(slack, message)
    return message


def change(slack: SlackState, message: Message) -> Message:
    """Replace a message by its edited version."""
    edited = replace(message, edited=slack.stamps.next())
    with slack.changing():
        slack.put_message(edited)
    _tell(slack, "message_changed", edited)
    return edited


def remove(slack: SlackState, message: Message) -> None:
    """Delete a message."""
    with slack.changing():
        slack.drop_message(message)
    event = {"type": "message_deleted", "channel": message.channel, "ts": message.ts}
    slack.feed.tell(event, to=slack.readers_of(message))


def react(slack: SlackState, message: Message, *, name: str, user: str) -> Message:
    """Add a reaction to a message; reactions are no edits."""
    users = (*message.reactions.get(name, ()), user)
    reacted = replace(message, reactions={**message.reactions, name: users})
    with slack.changing():
        slack.put_message(reacted)
    _tell(slack, "message_changed", reacted)
    return reacted


def _tell(slack: SlackState, kind: str, message: Message) -> None:
    event = {"type": kind, "channel": message.channel, "message": shown_message(slack, message)}
    slack.feed.tell(event, to=slack.readers_of(message))


def _send_events(slack: SlackState, message: Message) -> None:
    channel = slack.channels[message.channel]
    if BOT_USER not in channel.members:
        return
    slack.send_event(MESSAGE_EVENTS[channel.kind], _message_event(slack, channel, message))
    if channel.kind is not Kind.IM and not message.is_bot and f"<@{BOT_USER}>" in message.text:
        slack.send_event("app_mention", _mention(message))


def _message_event(slack: SlackState, channel: Channel, message: Message) -> Json:
    return {
        **slack.message_as_slack(message),
        "channel": channel.id,
        "channel_type": CHANNEL_TYPES[channel.kind],
        "event_ts": message.ts,
    }


def _mention(message: Message) -> Json:
    event: Json = {
        "type": "app_mention",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "channel": message.channel,
        "event_ts": message.ts,
        "team": TEAM_ID,
    }
    return event | ({"thread_ts": message.thread_ts} if message.thread_ts else {})
