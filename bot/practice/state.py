import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from bot.clock import Clock
from bot.practice.delivery.parcels import Line, NoLine
from bot.practice.faults import Faults
from bot.practice.feed import Feed
from bot.practice.manifest import read_manifest
from bot.practice.nouns import Channel, File, Json, Kind, Message, Person, Trouble, Upload, View
from bot.practice.rates import PostingRate
from bot.practice.stamps import Ids, Stamps
from bot.practice.tickets import ResponseUrls, Triggers

TEAM_ID = "T0PRACTICE"
APP_ID = "A0PRACTICE"
BOT_ID = "B0PRACTICE"
BOT_USER = "U0PRACTBOT"
VERIFICATION_TOKEN = "practice-verification"  # noqa: S105 - everybody may know it: it opens nothing
BOT_TOKEN = "xoxb-practice-workspace"  # noqa: S105 - the practice workspace's tokens are public
APP_TOKEN = "xapp-1-practice-workspace"  # noqa: S105 - the same
TEAM = {"id": TEAM_ID, "domain": "practice", "name": "Practice workspace"}


class SlackState:
    """All that Slack remembers of one team with one app. Whoever changes it does so inside `changing()`."""

    def __init__(
        self,
        *,
        manifest: Mapping[str, Any],
        clock: Clock,
        people: Sequence[Person],
        channels: Sequence[Channel] = (),
        refused_scopes: Collection[str] = (),
    ) -> None:
        self.manifest = read_manifest(manifest, refused_scopes=refused_scopes)
        self.clock = clock
        self.changed = threading.Condition(threading.RLock())
        self.stamps = Stamps(clock)
        self.ids = Ids()
        self.feed = Feed()
        self.faults = Faults()
        self.posting_rate = PostingRate()
        self.triggers = Triggers()
        self.response_urls = ResponseUrls(clock)
        self.line: Line = NoLine()
        self.send_event: Callable[[str, Json], None] = _forget
        self.url = ""
        self.bot = Person(id=BOT_USER, name=self.manifest.bot_name, real_name=self.manifest.name, is_bot=True)
        self.people: dict[str, Person] = {person.id: person for person in people}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in channels}
        self.messages: dict[str, list[Message]] = {channel.id: [] for channel in channels}
        self.stacks: dict[str, tuple[View, ...]] = {}
        self.homes: dict[str, View] = {}
        self.files: dict[str, File] = {}
        self.uploads: dict[str, Upload] = {}
        self.read_up_to: dict[tuple[str, str], str] = {}
        self.troubles: list[Trouble] = []
        for person in people:
            self.open_im(person.id)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the state; whoever waits for a change looks again afterwards."""
        with self.changed:
            yield
            self.changed.notify_all()

    def open_im(self, user: str) -> Channel:
        """Return the conversation between one person and the bot, made if need be."""
        channel_id = f"D{user[1:]}"
        if channel_id not in self.channels:
            members = frozenset({user, BOT_USER})
            self.channels[channel_id] = Channel(id=channel_id, name=self.bot.name, kind=Kind.IM, members=members)
            self.messages[channel_id] = []
        return self.channels[channel_id]

    def add_channel(self, channel: Channel) -> None:
        """Add or replace a channel."""
        self.channels[channel.id] = channel
        self.messages.setdefault(channel.id, [])
        self.feed.tell({"type": "channels"})

    def sees(self, user: str, channel: Channel) -> bool:
        """Whether a person may read a channel."""
        return channel.kind is Kind.CHANNEL or user in channel.members

    def find_message(self, channel: str, ts: str) -> Message | None:
        """Return the message with a timestamp, or None."""
        return next((each for each in self.messages.get(channel, ()) if each.ts == ts), None)

    def put_message(self, message: Message) -> None:
        """Add a message, or replace the one with its timestamp."""
        there = self.messages[message.channel]
        for number, each in enumerate(there):
            if each.ts == message.ts:
                there[number] = message
                return
        there.append(message)

    def drop_message(self, message: Message) -> None:
        """Remove a message."""
        self.messages[message.channel].remove(message)

    def readers_of(self, message: Message) -> frozenset[str]:
        """Return who sees a message."""
        if message.ephemeral_to:
            return frozenset({message.ephemeral_to})
        channel = self.channels[message.channel]
        return frozenset(user for user in self.people if self.sees(user, channel))

    def find_view(self, view_id: str | None = None, *, external_id: str | None = None) -> View | None:
        """Return the open form or App Home with an id of either kind, or None."""
        views = [*self.homes.values(), *(view for stack in self.stacks.values() for view in stack)]
        for view in views:
            if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
                return view
        return None

    def put_view(self, view: View) -> None:
        """Replace an open form or App Home by its next version, and show it."""
        if view.body["type"] == "home":
            self.homes[view.user] = view
            self.feed.tell({"type": "home", "view": self.view_as_slack(view)}, to={view.user})
            return
        stack = self.stacks.get(view.user, ())
        self.set_stack(view.user, tuple(view if each.id == view.id else each for each in stack))

    def set_stack(self, user: str, stack: tuple[View, ...]) -> None:
        """Say which forms lie on a person's screen, the top one last."""
        self.stacks[user] = stack
        self.feed.tell({"type": "view", "view": self.top_view(user)}, to={user})

    def remember_state(self, view: View, values: Json) -> View:
        """Keep what a person has typed into a form so far, without showing it to them again."""
        typed = replace(view, state=values)
        if view.user in self.stacks:
            self.stacks[view.user] = tuple(typed if each.id == view.id else each for each in self.stacks[view.user])
        if self.homes.get(view.user) == view:
            self.homes[view.user] = typed
        return typed

    def top_view(self, user: str) -> Json | None:
        """Return the form a person is looking at, or None."""
        stack = self.stacks.get(user, ())
        return self.view_as_slack(stack[-1]) if stack else None

    def view_as_slack(self, view: View) -> Json:
        """Return a view as Slack writes it."""
        return view.as_slack(team_id=TEAM_ID, app_id=APP_ID, bot_id=BOT_ID)

    def message_as_slack(self, message: Message, *, with_metadata: bool = False) -> Json:
        """Return a message as Slack writes it, with what a thread's first message knows of its replies."""
        shown = message.as_slack(team_id=TEAM_ID, app_id=APP_ID, bot_id=BOT_ID, with_metadata=with_metadata)
        replies = self.replies_to(message)
        if replies:
            shown |= {"thread_ts": message.ts, "reply_count": len(replies), "latest_reply": replies[-1].ts}
        return shown

    def replies_to(self, message: Message) -> list[Message]:
        """Return the replies to a message, oldest first."""
        return [
            each
            for each in self.messages[message.channel]
            if each.thread_ts == message.ts and each.ts != message.ts and not each.ephemeral_to
        ]

    def complain(self, trouble: Trouble) -> None:
        """Show a person what went wrong, and keep it for the tests."""
        with self.changing():
            self.troubles.append(trouble)
        event: Json = {
            "type": "trouble",
            "error": trouble.error,
            "shown": trouble.shown,
            "channel": trouble.channel,
        }
        self.feed.tell(event, to={trouble.user} if trouble.user else None)


def _forget(subscription: str, event: Json) -> None:
    """Nobody is listening for events yet."""
