from collections.abc import Collection
from dataclasses import replace

from bot.practice.nouns import Channel, Json, Kind
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, TEAM_ID, SlackState

NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
NAME_LENGTH = 80


def create_channel(
    slack: SlackState, *, name: str, members: Collection[str], private: bool = False, topic: str = ""
) -> Channel:
    """Create a channel. The bot comes last, as somebody who is invited: it hears of nobody who was there before.

    Raises:
        Refusal: `invalid_name` or `name_taken`.
    """
    if not name or len(name) > NAME_LENGTH or not set(name) <= NAME:
        raise Refusal(
            "invalid_name", shown="Channel names are at most 80 small letters, digits, hyphens and underscores."
        )
    if any(channel.name == name and channel.kind is not Kind.IM for channel in slack.channels.values()):
        raise Refusal("name_taken", shown=f"There is a channel called {name} already.")
    kind = Kind.PRIVATE if private else Kind.CHANNEL
    channel = Channel(id=slack.ids.next("C"), name=name, kind=kind, members=frozenset(), topic=topic)
    with slack.changing():
        slack.add_channel(channel)
    for member in sorted(members, key=lambda user: (user == BOT_USER, user)):
        channel = join(slack, channel, user=member)
    return channel


def join(slack: SlackState, channel: Channel, *, user: str, inviter: str | None = None) -> Channel:
    """Make somebody a member; nothing happens if they are one."""
    with slack.changing():
        there = slack.channels[channel.id]
        if user in there.members:
            return there
        joined = replace(there, members=there.members | {user})
        slack.add_channel(joined)
    event = _event("member_joined_channel", joined, user)
    _send(slack, joined, event | ({"inviter": inviter} if inviter else {}))
    return joined


def leave(slack: SlackState, channel: Channel, *, user: str) -> Channel:
    """End somebody's membership."""
    with slack.changing():
        there = slack.channels[channel.id]
        left = replace(there, members=there.members - {user})
        slack.add_channel(left)
    _send(slack, channel, _event("member_left_channel", channel, user))
    return left


def archive(slack: SlackState, channel: Channel) -> Channel:
    """Archive a channel: nobody can post there any more."""
    with slack.changing():
        archived = replace(slack.channels[channel.id], archived=True)
        slack.add_channel(archived)
    return archived


def _event(kind: str, channel: Channel, user: str) -> Json:
    letter = "G" if channel.kind is Kind.PRIVATE else "C"
    return {"type": kind, "user": user, "channel": channel.id, "channel_type": letter, "team": TEAM_ID}


def _send(slack: SlackState, channel: Channel, event: Json) -> None:
    if BOT_USER in channel.members or event["user"] == BOT_USER:
        slack.send_event(event["type"], event | {"event_ts": slack.stamps.next()})
