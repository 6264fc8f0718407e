import re
from collections.abc import Iterator

from bot.practice.answers import answer, complain_of_answer
from bot.practice.delivery.parcels import Parcel, ParcelKind, Reply
from bot.practice.manifest import Command
from bot.practice.nouns import Channel, Json, Kind, Message, Trouble
from bot.practice.people.payloads import CHANNEL_NAMES, channel_of, response_url
from bot.practice.posting import post
from bot.practice.refusals import Refusal
from bot.practice.state import APP_ID, BOT_USER, TEAM, TEAM_ID, VERIFICATION_TOKEN, SlackState


def say(slack: SlackState, *, user: str, channel_id: str, text: str, thread_ts: str | None = None) -> Reply:
    """Type something into a channel: a message, or a slash command.

    Raises:
        Refusal: what Slack's client refuses, with the sentence that it shows.
    """
    channel = channel_of(slack, channel_id, user=user)
    if text.startswith("/"):
        return _run_command(slack, channel, user=user, text=text, thread_ts=thread_ts)
    _check_writable(slack, channel, user=user, text=text)
    message = Message(
        ts=slack.stamps.next(),
        channel=channel.id,
        user=user,
        text=with_mentions(slack, escaped(text)),
        thread_ts=thread_ts,
    )
    post(slack, message)
    if f"<@{BOT_USER}>" in message.text and BOT_USER not in channel.members:
        shown = f"You mentioned @{slack.bot.name}, but they're not in this channel."
        slack.complain(Trouble(error="not_in_channel", shown=shown, user=user, channel=channel.id))
    return Reply()


def escaped(text: str) -> str:
    """Return text with Slack's three control characters escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def with_mentions(slack: SlackState, text: str) -> str:
    """Return text with @name and #channel turned into what Slack sends; a person goes by either of their names."""
    everybody = (*slack.people.values(), slack.bot)
    by_real_name = {f"@{person.real_name}": f"<@{person.id}>" for person in everybody if person.real_name}
    by_name = {f"@{person.name}": f"<@{person.id}>" for person in everybody}
    channels = {f"#{each.name}": f"<#{each.id}|{each.name}>" for each in _named_channels(slack)}
    links = {name.casefold(): link for name, link in (by_real_name | by_name | channels).items()}
    names = "|".join(re.escape(name) for name in sorted(links, key=len, reverse=True))
    mention = re.compile(rf"(?<![\w<])(?:{names})(?![\w-]|\.\w)", re.IGNORECASE)
    return mention.sub(lambda found: links.get(found.group().casefold(), found.group()), text)


def _named_channels(slack: SlackState) -> Iterator[Channel]:
    return (each for each in slack.channels.values() if each.kind is Kind.CHANNEL)


def _check_writable(slack: SlackState, channel: Channel, *, user: str, text: str) -> None:
    if not text.strip():
        raise Refusal("no_text", shown="There is nothing to send.")
    if channel.archived:
        raise Refusal("is_archived", shown="This channel has been archived.")
    if user not in channel.members:
        raise Refusal("not_in_channel", shown=f"You are viewing #{channel.name}. Join it to write in it.")
    if channel.kind is Kind.IM and (slack.manifest.messages_read_only or not slack.manifest.messages_tab):
        raise Refusal("messages_tab_disabled", shown="Sending messages to this app has been turned off.")


def _run_command(slack: SlackState, channel: Channel, *, user: str, text: str, thread_ts: str | None) -> Reply:
    name, _, arguments = text.partition(" ")
    command = next((each for each in slack.manifest.commands if each.command == name), None)
    if command is None:
        shown = (
            f"{name} is not a valid command. In Slack, all messages that start with “/” are interpreted as commands."
        )
        raise Refusal("unknown_command", shown=shown)
    if thread_ts:
        raise Refusal("command_in_thread", shown=f"{name} is not supported in threads. Sorry!")
    token = slack.response_urls.issue(user=user, channel=channel.id)
    payload = _payload(slack, command, channel, user=user, arguments=arguments.strip(), token=token)
    reply = slack.line.deliver(Parcel(kind=ParcelKind.COMMAND, payload=payload, wants_answer=True))
    if reply.error:
        shown = f"{name} failed with the error “{reply.error}”"
        slack.complain(Trouble(error=reply.error, shown=shown, user=user, channel=channel.id, detail=text))
    elif reply.body:
        _show_answer(slack, token, reply.body)
    return reply


def _show_answer(slack: SlackState, token: str, body: Json) -> None:
    right = slack.response_urls.look_up(token)
    try:
        answer(slack, token, right, body)
    except Refusal as refusal:
        complain_of_answer(slack, right, refusal)


def _payload(slack: SlackState, command: Command, channel: Channel, *, user: str, arguments: str, token: str) -> Json:
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "team_domain": TEAM["domain"],
        "channel_id": channel.id,
        "channel_name": CHANNEL_NAMES.get(channel.kind, channel.name),
        "user_id": user,
        "user_name": slack.people[user].name,
        "command": command.command,
        "text": with_mentions(slack, arguments) if command.should_escape else arguments,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url(slack, token),
        "trigger_id": slack.triggers.issue(user=user),
    }
