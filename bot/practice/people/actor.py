import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import AdQuemError
from bot.practice.blockkit import find_element
from bot.practice.blockkit.walking import all_elements
from bot.practice.delivery.parcels import Reply
from bot.practice.membership import join, leave
from bot.practice.nouns import Channel, Json, Message, Person, View
from bot.practice.people.inputs import chosen
from bot.practice.people.opening import open_home, open_messages, use_global_shortcut, use_message_shortcut
from bot.practice.people.pressing import Place, press, suggest
from bot.practice.people.submitting import Submitted, close, submit
from bot.practice.people.talking import say
from bot.practice.refusals import Refusal
from bot.practice.shown import visible_messages
from bot.practice.state import SlackState

Seen = TypeVar("Seen")
LOOK_AGAIN = 0.1


class NeverCame(AdQuemError):  # noqa: N818 - it reads as what happened
    """Something was waited for and did not come in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person at their screen: for tests and scripts that speak in sentences."""

    slack: SlackState
    person: Person

    @property
    def id(self) -> str:
        """Return the person's user id."""
        return self.person.id

    @property
    def view(self) -> View | None:
        """Return the form in front of them, if one is open."""
        stack = self.slack.stacks.get(self.id, ())
        return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """Return their App Home, if the app has published one."""
        return self.slack.homes.get(self.id)

    @property
    def dm(self) -> Channel:
        """Return their conversation with the bot."""
        return self.slack.open_im(self.id)

    def types(self, channel: str | Channel, text: str, *, thread_ts: str | None = None) -> Reply:
        """Type a message or a slash command into a channel and press Enter."""
        return say(self.slack, user=self.id, channel_id=self._channel(channel).id, text=text, thread_ts=thread_ts)

    def clicks(self, where: Message | View, action_id: str, value: object = None) -> Reply:
        """Press a button, or choose something that is reported at once, in a message or view as they saw it."""
        return press(self.slack, _place(where), user=self.id, action_id=action_id, given=value)

    def asks_for_options(self, where: Message | View, action_id: str, value: str) -> Json:
        """Type into an external select and return what the app suggests."""
        return suggest(self.slack, _place(where), user=self.id, action_id=action_id, value=value)

    def submits(self, view: View | None = None, values: Mapping[str, object] | None = None) -> Submitted:
        """Fill in a form and submit it. `values` are named by block_id or action_id; an option by its value."""
        form = view or self._open_form()
        return submit(self.slack, form, values=_filled_in(form, values or {}))

    def closes(self, view: View | None = None, *, everything: bool = False) -> None:
        """Press a form's close button."""
        close(self.slack, view or self._open_form(), everything=everything)

    def opens_home(self) -> None:
        """Open the app's Home tab."""
        open_home(self.slack, user=self.id)

    def opens_messages(self) -> None:
        """Open the app's Messages tab."""
        open_messages(self.slack, user=self.id)

    def uses_shortcut(self, callback_id: str, message: Message | None = None) -> Reply:
        """Choose a global shortcut, or a message shortcut on a message."""
        if message is None:
            return use_global_shortcut(self.slack, user=self.id, callback_id=callback_id)
        return use_message_shortcut(self.slack, user=self.id, callback_id=callback_id, message=message)

    def joins(self, channel: str | Channel) -> Channel:
        """Join a channel."""
        return join(self.slack, self._channel(channel), user=self.id)

    def leaves(self, channel: str | Channel) -> Channel:
        """Leave a channel."""
        return leave(self.slack, self._channel(channel), user=self.id)

    def invites(self, channel: str | Channel, user: str) -> Channel:
        """Bring somebody, or the bot, into a channel."""
        return join(self.slack, self._channel(channel), user=user, inviter=self.id)

    def sees(self, channel: str | Channel) -> list[Message]:
        """Return what they see in a channel, oldest first, ephemeral messages included."""
        with self.slack.changed:
            return visible_messages(self.slack, self._channel(channel), to=self.id)

    def waits_to_see(self, channel: str | Channel, text: str, *, within: float = 20.0) -> Message:
        """Return the newest message whose text or blocks hold a text, once it is there.

        Raises:
            NeverCame: after `within` real seconds; it tells what was there instead.
        """

        def look() -> Message | None:
            return next((each for each in reversed(self.sees(channel)) if text in whole_text(each)), None)

        def instead() -> str:
            return "\n".join(whole_text(each) for each in self.sees(channel)[-5:]) or "nothing"

        return wait_for(self.slack, look, within=within, what=lambda: f"{text!r} among:\n{instead()}")

    def waits_for_view(self, callback_id: str | None = None, *, within: float = 20.0) -> View:
        """Return the form in front of them, once there is one (with this callback_id).

        Raises:
            NeverCame: after `within` real seconds.
        """

        def look() -> View | None:
            view = self.view
            return view if view and callback_id in {None, view.body.get("callback_id")} else None

        return wait_for(self.slack, look, within=within, what=lambda: f"the form {callback_id or ''}")

    def _channel(self, channel: str | Channel) -> Channel:
        return named(self.slack, channel if isinstance(channel, str) else channel.id)

    def _open_form(self) -> View:
        if self.view is None:
            raise Refusal("view_not_found", shown=f"{self.person.name} has no form open.")
        return self.view


def named(slack: SlackState, name: str) -> Channel:
    """Return a channel by id or name.

    Raises:
        Refusal: `channel_not_found`.
    """
    for channel in slack.channels.values():
        if name.removeprefix("#") in {channel.id, channel.name}:
            return channel
    raise Refusal("channel_not_found", shown=f"There is no channel {name}.")


def wait_for(
    slack: SlackState, look: Callable[[], Seen | None], *, within: float = 20.0, what: Callable[[], str] | None = None
) -> Seen:
    """Look until there is something to see: after every change here, and often enough for changes elsewhere.

    Raises:
        NeverCame: after `within` real seconds.
    """
    deadline = time.monotonic() + within
    with slack.changed:
        while True:
            seen = look()
            if seen:
                return seen
            left = deadline - time.monotonic()
            if left <= 0:
                troubles = "".join(f"\n{each.error}: {each.detail}" for each in slack.troubles[-3:])
                raise NeverCame(f"Waited {within:g} s for {what() if what else 'it'}{troubles}")
            slack.changed.wait(min(left, LOOK_AGAIN))


def whole_text(message: Message) -> str:
    """Return everything a message says: its text, then every text in its blocks."""
    return "\n".join([message.text, *_texts_in(list(message.blocks))])


def _texts_in(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for each in value for text in _texts_in(each)]
    if isinstance(value, dict):
        return [
            text
            for name, each in value.items()
            for text in ([each] if name == "text" and isinstance(each, str) else _texts_in(each))
        ]
    return []


def _place(where: Message | View) -> Place:
    return Place(message=where) if isinstance(where, Message) else Place(view=where)


def _filled_in(view: View, values: Mapping[str, object]) -> Json:
    filled: Json = {}
    blocks = view.body["blocks"]
    for name, value in values.items():
        found = find_element(blocks, name) or next(
            ((block, element) for block, element in all_elements(blocks) if block["block_id"] == name), None
        )
        if found is None:
            raise Refusal("element_not_found", shown=f"This form has no {name}.")
        block, element = found
        filled.setdefault(block["block_id"], {})[element["action_id"]] = chosen(element, value)
    return filled
