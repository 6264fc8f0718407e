from collections.abc import Mapping
from dataclasses import replace

from bot.practice.content import TEXT, TEXT_IN_UPDATES, Content, check_content, check_metadata
from bot.practice.nouns import Channel, Json, Message
from bot.practice.posting import change, post, remove
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState
from bot.practice.web_api.calls import Call, Method
from bot.practice.web_api.finding import find_channel, find_lasting_message, find_own_channel, find_writable_channel


def post_message(slack: SlackState, call: Call) -> Json:
    """Post to a channel, a thread or a person."""
    channel = find_writable_channel(slack, call.required("channel"))
    content = _content(call)
    metadata = check_metadata(call.parsed("metadata", error="invalid_metadata_format"))
    thread_ts = _thread(slack, channel, call)
    slack.posting_rate.note(channel.id)
    message = post(slack, replace(_message(slack, channel, content, thread_ts), metadata=metadata))
    shown = slack.message_as_slack(message, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(slack: SlackState, call: Call) -> Json:
    """Show a message to one person in a channel."""
    channel = find_own_channel(slack, call.required("channel"))
    user = call.required("user")
    if user not in channel.members or user not in slack.people:
        raise Refusal("user_not_in_channel")
    if channel.archived:
        raise Refusal("is_archived")
    message = _message(slack, channel, _content(call), _thread(slack, channel, call))
    return {"message_ts": post(slack, replace(message, ephemeral_to=user)).ts}


def update(slack: SlackState, call: Call) -> Json:
    """Replace what a message of the bot's says; what is not given stays."""
    channel = find_channel(slack, call.required("channel"))
    message = _own_message(slack, channel, call, error="cant_update_message")
    content = _content(call, most=TEXT_IN_UPDATES)
    metadata = check_metadata(call.parsed("metadata", error="invalid_metadata_format"))
    changed = replace(
        message,
        text=message.text if content.text is None else content.text,
        blocks=message.blocks if content.blocks is None else content.blocks,
        attachments=message.attachments if content.attachments is None else content.attachments,
        metadata=metadata or message.metadata,
    )
    edited = change(slack, changed)
    shown = slack.message_as_slack(edited, with_metadata=True)
    return {"channel": channel.id, "ts": edited.ts, "text": edited.text, "message": shown}


def delete(slack: SlackState, call: Call) -> Json:
    """Delete a message of the bot's."""
    channel = find_channel(slack, call.required("channel"))
    message = _own_message(slack, channel, call, error="cant_delete_message")
    remove(slack, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(slack: SlackState, call: Call) -> Json:
    """Return the address of a message in the practice page."""
    channel = find_own_channel(slack, call.required("channel"))
    message = find_lasting_message(slack, channel, call.required("message_ts"))
    permalink = f"{slack.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": permalink}


def _content(call: Call, *, most: int = TEXT) -> Content:
    return check_content(
        text=call.arguments.get("text"),
        blocks=call.parsed("blocks", error="invalid_blocks_format"),
        attachments=call.parsed("attachments", error="invalid_attachments"),
        most=most,
    )


def _message(slack: SlackState, channel: Channel, content: Content, thread_ts: str | None) -> Message:
    return Message(
        ts=slack.stamps.next(),
        channel=channel.id,
        user=BOT_USER,
        is_bot=True,
        text=content.text or "",
        blocks=content.blocks or (),
        attachments=content.attachments or (),
        thread_ts=thread_ts,
    )


def _thread(slack: SlackState, channel: Channel, call: Call) -> str | None:
    thread_ts = call.text("thread_ts")
    if thread_ts is None:
        return None
    parent = find_lasting_message(slack, channel, thread_ts, error="thread_not_found")
    return parent.thread_ts or parent.ts


def _own_message(slack: SlackState, channel: Channel, call: Call, *, error: str) -> Message:
    message = find_lasting_message(slack, channel, call.required("ts"))
    if message.user != BOT_USER:
        raise Refusal(error)
    return message


WRITE = ("chat:write",)
METHODS: Mapping[str, Method] = {
    "chat.postMessage": Method(run=post_message, scopes=WRITE),
    "chat.postEphemeral": Method(run=post_ephemeral, scopes=WRITE),
    "chat.update": Method(run=update, scopes=WRITE),
    "chat.delete": Method(run=delete, scopes=WRITE),
    "chat.getPermalink": Method(run=get_permalink),
}
