"""The parts that Slack's interaction payloads share."""

from bot.practice.delivery.parcels import Parcel, ParcelKind, Reply
from bot.practice.nouns import Channel, Json, Kind, Trouble
from bot.practice.refusals import Refusal
from bot.practice.state import APP_ID, TEAM, TEAM_ID, VERIFICATION_TOKEN, SlackState

CHANNEL_NAMES = {Kind.PRIVATE: "privategroup", Kind.IM: "directmessage"}
SENTENCES = {
    "operation_timeout": "The app did not answer within three seconds (operation_timeout).",
    "dispatch_failed": "The app is not connected (dispatch_failed).",
}


def interaction(slack: SlackState, kind: str, *, user: str, **more: object) -> Json:
    """Return what every interaction payload says: what happened, who did it, where."""
    person = slack.people[user]
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "api_app_id": APP_ID,
        "team": {"id": TEAM_ID, "domain": TEAM["domain"]},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": TEAM_ID},
        **more,
    }


def named_channel(channel: Channel) -> Json:
    """Return a channel as payloads name it: private ones and DMs go by their kind."""
    return {"id": channel.id, "name": CHANNEL_NAMES.get(channel.kind, channel.name)}


def response_url(slack: SlackState, token: str) -> str:
    """Return the address behind a response token."""
    return f"{slack.url}/response/{token}"


def interact(
    slack: SlackState, payload: Json, *, user: str, channel: str | None = None, wants_answer: bool = False
) -> Reply:
    """Hand an interaction to the app; the person is told if that fails.

    Raises:
        Refusal: `not_interactive`, if the manifest switched interactivity off.
    """
    if not slack.manifest.interactive:
        raise Refusal("not_interactive", shown="This app is not configured to handle interactive responses.")
    reply = slack.line.deliver(Parcel(kind=ParcelKind.INTERACTION, payload=payload, wants_answer=wants_answer))
    if reply.error:
        shown = SENTENCES.get(reply.error, f"The app failed ({reply.error}).")
        slack.complain(Trouble(error=reply.error, shown=shown, user=user, channel=channel, detail=payload["type"]))
    return reply


def channel_of(slack: SlackState, channel_id: str, *, user: str) -> Channel:
    """Return a channel that a person can see.

    Raises:
        Refusal: `channel_not_found`.
    """
    channel = slack.channels.get(channel_id)
    if channel is None or not slack.sees(user, channel):
        raise Refusal("channel_not_found", shown="There is no such channel here.")
    return channel
