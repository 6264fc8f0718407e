from collections.abc import Mapping

from bot.practice.membership import join
from bot.practice.nouns import Channel, Json, Kind, Message
from bot.practice.refusals import Refusal
from bot.practice.state import BOT_USER, SlackState
from bot.practice.web_api.calls import Call, Method, need_scope, paged
from bot.practice.web_api.finding import find_channel, find_lasting_message, find_own_channel

TYPES = {"public_channel": Kind.CHANNEL, "private_channel": Kind.PRIVATE, "im": Kind.IM}
FAMILIES = {Kind.CHANNEL: "channels", Kind.PRIVATE: "groups", Kind.IM: "im"}


def info(slack: SlackState, call: Call) -> Json:
    """Describe one conversation."""
    channel = _readable(slack, call)
    return {"channel": channel.as_slack(bot=BOT_USER)}


def list_conversations(slack: SlackState, call: Call) -> Json:
    """List the conversations that the bot can see, archived ones included unless told otherwise."""
    kinds = _kinds(slack, call)
    there = [each for each in slack.channels.values() if each.kind in kinds and _is_visible(each)]
    return _listed([each for each in there if not (call.flag("exclude_archived") and each.archived)], call)


def list_of_user(slack: SlackState, call: Call) -> Json:
    """List the conversations that the bot, or a given person, is in; only those that the bot can see."""
    kinds = _kinds(slack, call)
    user = call.text("user") or BOT_USER
    if user != BOT_USER and user not in slack.people:
        raise Refusal("user_not_found")
    there = [each for each in slack.channels.values() if each.kind in kinds and _is_visible(each)]
    return _listed([each for each in there if user in each.members], call)


def members(slack: SlackState, call: Call) -> Json:
    """List who is in a conversation, the bot included."""
    channel = _readable(slack, call)
    page, cursor = paged(sorted(channel.members), call)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def history(slack: SlackState, call: Call) -> Json:
    """Return a conversation's messages, newest first, without replies in threads."""
    channel = find_own_channel(slack, call.required("channel"))
    need_scope(slack, f"{FAMILIES[channel.kind]}:history")
    there = [each for each in slack.messages[channel.id] if each.thread_ts in {None, each.ts}]
    return _messages(slack, sorted(there, key=lambda each: each.ts, reverse=True), call)


def replies(slack: SlackState, call: Call) -> Json:
    """Return a thread, oldest first, its first message included."""
    channel = find_own_channel(slack, call.required("channel"))
    need_scope(slack, f"{FAMILIES[channel.kind]}:history")
    first = find_lasting_message(slack, channel, call.required("ts"), error="thread_not_found")
    return _messages(slack, [first, *slack.replies_to(first)], call)


def open_conversation(slack: SlackState, call: Call) -> Json:
    """Open the DM with one person."""
    users = call.names("users")
    if not users and call.text("channel"):
        return {"channel": find_channel(slack, call.required("channel")).as_slack(bot=BOT_USER)}
    if len(users) != 1:
        raise Refusal("users_list_not_supplied" if not users else "too_many_users")
    if users[0] not in slack.people:
        raise Refusal("user_not_found")
    channel = slack.open_im(users[0])
    return {"channel": channel.as_slack(bot=BOT_USER) if call.flag("return_im") else {"id": channel.id}}


def join_conversation(slack: SlackState, call: Call) -> Json:
    """Join a public channel."""
    channel = find_channel(slack, call.required("channel"))
    if channel.kind is not Kind.CHANNEL:
        raise Refusal("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refusal("is_archived")
    return {"channel": join(slack, channel, user=BOT_USER).as_slack(bot=BOT_USER)}


def _readable(slack: SlackState, call: Call) -> Channel:
    channel = find_channel(slack, call.required("channel"))
    need_scope(slack, f"{FAMILIES[channel.kind]}:read")
    return channel


def _is_visible(channel: Channel) -> bool:
    return channel.kind is Kind.CHANNEL or BOT_USER in channel.members


def _kinds(slack: SlackState, call: Call) -> set[Kind]:
    kinds = set()
    for name in call.names("types") or ("public_channel",):
        if name == "mpim":
            need_scope(slack, "mpim:read")
        elif name not in TYPES:
            raise Refusal("invalid_types")
        else:
            need_scope(slack, f"{FAMILIES[TYPES[name]]}:read")
            kinds.add(TYPES[name])
    return kinds


def _listed(channels: list[Channel], call: Call) -> Json:
    page, cursor = paged(channels, call)
    return {
        "channels": [each.as_slack(bot=BOT_USER) for each in page],
        "response_metadata": {"next_cursor": cursor},
    }


def _messages(slack: SlackState, messages: list[Message], call: Call) -> Json:
    lasting = [each for each in messages if not each.ephemeral_to and _is_between(each.ts, call)]
    page, cursor = paged(lasting, call, most=999)
    return {
        "messages": [slack.message_as_slack(each, with_metadata=call.flag("include_all_metadata")) for each in page],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _is_between(ts: str, call: Call) -> bool:
    oldest, latest = _moment(call, "oldest", "0"), _moment(call, "latest", "inf")
    if call.flag("inclusive"):
        return oldest <= float(ts) <= latest
    return oldest < float(ts) < latest


def _moment(call: Call, name: str, default: str) -> float:
    try:
        return float(call.text(name) or default)
    except ValueError:
        raise Refusal(f"invalid_ts_{name}") from None


METHODS: Mapping[str, Method] = {
    "conversations.info": Method(run=info),
    "conversations.list": Method(run=list_conversations),
    "conversations.members": Method(run=members),
    "conversations.history": Method(run=history),
    "conversations.replies": Method(run=replies),
    "conversations.open": Method(run=open_conversation, scopes=("im:write",)),
    "conversations.join": Method(run=join_conversation, scopes=("channels:join",)),
    "users.conversations": Method(run=list_of_user),
}
