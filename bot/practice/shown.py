"""What the page in the browser is told: our own shapes, written down in docs/practice.md."""

from bot.practice.nouns import Channel, Json, Message
from bot.practice.state import BOT_USER, TEAM, SlackState


def shown_message(slack: SlackState, message: Message) -> Json:
    """Return a message for the page."""
    return {
        "ts": message.ts,
        "user": None if message.is_bot else message.user,
        "bot": message.is_bot,
        "username": message.username
        or (slack.bot.real_name if message.is_bot else slack.people[message.user].real_name),
        "text": message.text,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "ephemeral": bool(message.ephemeral_to),
        "edited": bool(message.edited),
        "thread_ts": message.thread_ts,
        "reply_count": len(slack.replies_to(message)),
        "metadata": message.metadata,
        "files": [file.as_slack() for file in message.files],
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions.items()],
    }


def shown_state(slack: SlackState, *, me: str) -> Json:
    """Return everything the page needs to draw itself for one person."""
    home = slack.homes.get(me)
    return {
        "team": TEAM,
        "people": [
            {"id": each.id, "name": each.name, "real_name": each.real_name, "tz": each.tz}
            for each in slack.people.values()
        ],
        "me": me,
        "bot": {"user_id": BOT_USER, "name": slack.bot.name, "real_name": slack.bot.real_name},
        "clock": {"now": slack.clock.now().isoformat()},
        "commands": [
            {"command": each.command, "description": each.description, "usage_hint": each.usage_hint}
            for each in slack.manifest.commands
        ],
        "shortcuts": [
            {"name": each.name, "type": each.type, "callback_id": each.callback_id, "description": each.description}
            for each in slack.manifest.shortcuts
        ],
        "channels": [
            shown_channel(slack, channel, me=me)
            for channel in slack.channels.values()
            if slack.sees(me, channel) and not channel.archived
        ],
        "home": slack.view_as_slack(home) if home else None,
        "view": slack.top_view(me),
    }


def shown_channel(slack: SlackState, channel: Channel, *, me: str) -> Json:
    """Return a channel for the page, with what one person has not read yet."""
    read = slack.read_up_to.get((me, channel.id), "")
    unread = [each for each in visible_messages(slack, channel, to=me) if each.ts > read and each.user != me]
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind.value,
        "unread": len(unread),
        "members": sorted(channel.members),
        "topic": channel.topic,
    }


def visible_messages(slack: SlackState, channel: Channel, *, to: str) -> list[Message]:
    """Return the messages of a channel that one person sees, ephemeral ones included, oldest first."""
    there = slack.messages[channel.id]
    return sorted((each for each in there if each.ephemeral_to in {None, to}), key=lambda each: each.ts)
