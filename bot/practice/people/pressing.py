from dataclasses import dataclass

from bot.practice.blockkit import check_options, find_element
from bot.practice.delivery.parcels import Reply
from bot.practice.nouns import Json, Message, Trouble, View
from bot.practice.people.inputs import chosen, state_of
from bot.practice.people.payloads import channel_of, interact, interaction, named_channel, response_url
from bot.practice.people.uploading import with_uploads
from bot.practice.refusals import Refusal
from bot.practice.state import SlackState

_COPIED = ("text", "value", "style", "confirm", "placeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an element stands: in a message as somebody saw it, or in a view."""

    message: Message | None = None
    view: View | None = None

    @property
    def blocks(self) -> list[Json]:
        """Return the blocks of either."""
        return list(self.message.blocks) if self.message else self.view.body["blocks"] if self.view else []


def find_place(slack: SlackState, container: Json, *, user: str) -> Place:
    """Return the message or view that a container names.

    Raises:
        Refusal: `message_not_found` or `view_not_found`.
    """
    if "view_id" in container:
        view = slack.find_view(container["view_id"])
        if view is None or view.user != user:
            raise Refusal("view_not_found", shown="This form is closed.")
        return Place(view=view)
    channel = channel_of(slack, container.get("channel", ""), user=user)
    message = slack.find_message(channel.id, container.get("ts", ""))
    if message is None or message.ephemeral_to not in {None, user}:
        raise Refusal("message_not_found", shown="This message is gone.")
    return Place(message=message)


def press(
    slack: SlackState,
    place: Place,
    *,
    user: str,
    action_id: str,
    block_id: str | None = None,
    given: object = None,
    state: Json | None = None,
) -> Reply:
    """Press a button, or choose something that is reported at once.

    Raises:
        Refusal: `element_not_found` or `option_not_found`.
    """
    block, element = _element(place, action_id, block_id, given)
    held = {} if element["type"] == "button" else chosen(element, given)
    values = with_uploads(slack, state or (place.view.state if place.view else {}), user=user)
    if held and element["type"] != "overflow":
        values = {**values, block["block_id"]: {**values.get(block["block_id"], {}), action_id: held}}
    values = state_of(place.blocks, values)
    action = _action(slack, block, element, held)
    where, channel = _where(slack, place, user=user, values=values)
    payload = interaction(slack, "block_actions", user=user, actions=[action], **where)
    return interact(slack, payload, user=user, channel=channel)


def suggest(
    slack: SlackState, place: Place, *, user: str, action_id: str, value: str, block_id: str | None = None
) -> Json:
    """Ask the app for the options of an external select; none if the app fails.

    Raises:
        Refusal: `element_not_found`.
    """
    block, _ = _element(place, action_id, block_id, None)
    where, channel = _where(slack, place, user=user, values=None)
    asked = {"action_id": action_id, "block_id": block["block_id"], "value": value}
    payload = interaction(slack, "block_suggestion", user=user, **asked, **where)
    reply = interact(slack, payload, user=user, channel=channel, wants_answer=True)
    if reply.error:
        return {"options": []}
    try:
        return check_options(reply.body)
    except Refusal as refusal:
        slack.complain(Trouble(error=refusal.error, shown="No result", user=user, detail=str(refusal)))
        return {"options": []}


def _element(place: Place, action_id: str, block_id: str | None, given: object) -> tuple[Json, Json]:
    value = given if isinstance(given, str) else None
    found = find_element(place.blocks, action_id, block_id=block_id, value=value)
    if found is None:
        raise Refusal("element_not_found", shown="That is not here any more.")
    return found


def _action(slack: SlackState, block: Json, element: Json, held: Json) -> Json:
    named = {"block_id": block["block_id"], "action_id": element["action_id"], "action_ts": slack.stamps.next()}
    copied = {name: element[name] for name in _COPIED if name in element}
    return {"type": element["type"], **copied, **named, **held}


def _where(slack: SlackState, place: Place, *, user: str, values: Json | None) -> tuple[Json, str | None]:
    if place.view:
        view = slack.remember_state(place.view, values) if values is not None else place.view
        trigger_id = slack.triggers.issue(user=user, view_id=view.id)
        container = {"type": "view", "view_id": view.id}
        return {"container": container, "trigger_id": trigger_id, "view": slack.view_as_slack(view)}, None
    message = place.message
    if message is None:
        raise Refusal("message_not_found", shown="This message is gone.")
    token = slack.response_urls.issue(user=user, channel=message.channel, original=message.ts)
    where = {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": bool(message.ephemeral_to),
        }
        | ({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        "channel": named_channel(slack.channels[message.channel]),
        "message": slack.message_as_slack(message, with_metadata=True),
        "state": {"values": values or {}},
        "response_url": response_url(slack, token),
        "trigger_id": slack.triggers.issue(user=user),
    }
    return where, message.channel
