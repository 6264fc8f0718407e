from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from bot.clock import Clock
from bot.practice.delivery.courier import Courier
from bot.practice.delivery.signed_http import SignedHttp
from bot.practice.delivery.socket_mode import SocketMode
from bot.practice.membership import archive, create_channel
from bot.practice.nouns import Channel, Message, Person
from bot.practice.people.actor import Actor, named, wait_for
from bot.practice.posting import post
from bot.practice.refusals import Refusal
from bot.practice.state import APP_ID, APP_TOKEN, BOT_TOKEN, BOT_USER, SlackState
from bot.practice.web_api.methods import METHODS, open_connection

Seen = TypeVar("Seen")
SIGNING_SECRET = "practice-signing-secret"  # noqa: S105 - the practice workspace's secrets are public


class Workspace(SlackState):
    """A practice workspace: one team, its people and channels, and the app that its manifest describes.

    Without a `request_url` it speaks Socket Mode; with one it sends signed requests there. `pace` shortens the pauses
    before an event is repeated (1.0 is Slack's own schedule); `posting_limited` enforces one message a second.
    """

    def __init__(
        self,
        *,
        manifest: Mapping[str, Any],
        clock: Clock,
        people: Sequence[Person],
        channels: Sequence[Channel] = (),
        request_url: str | None = None,
        signing_secret: str = SIGNING_SECRET,
        refused_scopes: Collection[str] = (),
        pace: float = 1.0,
        posting_limited: bool = False,
    ) -> None:
        super().__init__(
            manifest=manifest, clock=clock, people=people, channels=channels, refused_scopes=refused_scopes
        )
        self.bot_token = BOT_TOKEN
        self.app_token = APP_TOKEN
        self.bot_user_id = BOT_USER
        self.signing_secret = signing_secret
        self.posting_rate.enforced = posting_limited
        self.sockets = SocketMode(app_id=APP_ID, changed=self.changed)
        self.http = SignedHttp(request_url=request_url, signing_secret=signing_secret) if request_url else None
        self.line = self.http or self.sockets
        self.courier = Courier(self, pace=pace)
        self.send_event = self.courier.send
        issue_ticket = None if self.http else self.sockets.issue_ticket
        self.methods = {**METHODS, "apps.connections.open": open_connection(issue_ticket)}

    def person(self, name: str) -> Actor:
        """Return a person, by id or name, as somebody who can act.

        Raises:
            Refusal: `user_not_found`.
        """
        for person in self.people.values():
            if name in {person.id, person.name}:
                return Actor(slack=self, person=person)
        raise Refusal("user_not_found", shown=f"There is nobody called {name} here.")

    def channel(self, name: str) -> Channel:
        """Return a channel by id or name.

        Raises:
            Refusal: `channel_not_found`.
        """
        return named(self, name)

    def create_channel(
        self, name: str, *, members: Collection[str] = (), private: bool = False, with_bot: bool = True
    ) -> Channel:
        """Create a channel with some people, named by id, and the bot in it.

        Raises:
            Refusal: `invalid_name` or `name_taken`.
        """
        everybody = {*members, BOT_USER} if with_bot else set(members)
        return create_channel(self, name=name, members=everybody, private=private)

    def archive_channel(self, name: str) -> Channel:
        """Archive a channel."""
        return archive(self, named(self, name))

    def remembers(self, channel: str, text: str, *, user: str) -> Message:
        """Put a person's message into a channel as if it had been there before the app came."""
        message = Message(ts=self.stamps.next(), channel=named(self, channel).id, user=user, text=text)
        return post(self, message)

    def wait_for(self, look: Callable[[], Seen | None], *, within: float = 20.0) -> Seen:
        """Look until there is something to see, again after every change; return it.

        Raises:
            NeverCame: after `within` real seconds.
        """
        return wait_for(self, look, within=within)

    def wait_until_connected(self, *, within: float = 10.0) -> None:
        """Wait until the app has opened a socket.

        Raises:
            NeverCame: after `within` real seconds.
        """
        wait_for(self, lambda: bool(self.sockets.connections), within=within, what=lambda: "the app's socket")

    def close(self) -> None:
        """Send nothing more and hang up."""
        self.courier.stop()
        self.feed.close()
        self.sockets.close()
