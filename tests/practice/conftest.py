import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.clock import PracticeClock
from bot.practice import Channel, Person, PracticeServer, Refusal, Workspace
from bot.practice.delivery.parcels import Parcel, Reply
from bot.practice.state import BOT_TOKEN, BOT_USER
from bot.practice.web_api.calls import Call
from bot.practice.web_api.methods import run_method
from tests.support.hanging_up import hang_up

DARA = Person(id="U0DARA", name="dara", real_name="Dara Chan", tz="Asia/Phnom_Penh")
MAYA = Person(id="U0MAYA", name="maya", real_name="Maya Ortiz", tz="America/Los_Angeles")
MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Practice Bot"},
    "features": {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "practicebot"},
        "slash_commands": [
            {"command": "/case", "description": "Cases", "usage_hint": "list", "should_escape": True},
            {"command": "/raw", "description": "Unescaped"},
        ],
        "shortcuts": [
            {"name": "New entry", "type": "global", "callback_id": "new_entry", "description": "Add"},
            {"name": "Record", "type": "message", "callback_id": "record", "description": "Record"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "channels:read",
                "chat:write",
                "commands",
                "files:write",
                "groups:read",
                "im:history",
                "im:read",
                "im:write",
                "reactions:write",
                "team:read",
                "users:read",
            ],
            "bot_optional": ["channels:history", "groups:history"],
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "member_joined_channel",
                "member_left_channel",
                "message.im",
            ]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def make_workspace(**changes: Any) -> Workspace:
    given: dict[str, Any] = {
        "manifest": MANIFEST,
        "clock": PracticeClock(datetime(2018, 5, 7, 2, 0, tzinfo=UTC)),
        "people": [DARA, MAYA],
        "channels": [Channel(id="C0RAINSY", name="rainsy-us", members=frozenset({DARA.id, MAYA.id, BOT_USER}))],
    }
    return Workspace(**(given | changes))


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


@pytest.fixture
def server(workspace: Workspace) -> Iterator[PracticeServer]:
    with PracticeServer(workspace) as running:
        yield running


@pytest.fixture
def client(server: PracticeServer) -> WebClient:
    return WebClient(token=server.workspace.bot_token, base_url=server.api_url)


@dataclass
class Bot:
    """A small real Bolt app on the workspace, and what it has received."""

    app: App
    received: list[dict[str, Any]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, body: dict[str, Any]) -> None:
        with self.lock:
            self.received.append(body)


@pytest.fixture
def bot(server: PracticeServer) -> Iterator[Bot]:
    app = App(client=WebClient(server.workspace.bot_token, base_url=server.api_url))
    handler = SocketModeHandler(app, server.workspace.app_token, web_client=app.client)
    handler.client.connect()
    server.workspace.wait_until_connected()
    yield Bot(app)
    hang_up(handler, server.workspace)


class Api:
    """The Web API without the network: what Slack answers to one call."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def __call__(self, method: str, token: str | None = BOT_TOKEN, **arguments: Any) -> dict[str, Any]:
        call = Call(method=method, arguments=arguments, token=token)
        try:
            return run_method(self.workspace, call, methods=self.workspace.methods)
        except Refusal as refusal:
            return refusal.as_body()


@pytest.fixture
def api(workspace: Workspace) -> Api:
    return Api(workspace)


@pytest.fixture
def channel(workspace: Workspace) -> str:
    return workspace.channel("rainsy-us").id


class Ear:
    """A line to the app that hears every parcel and answers as told."""

    def __init__(self, reply: Reply | None = None) -> None:
        self.reply = reply or Reply()
        self.parcels: list[Parcel] = []
        self._heard = threading.Condition()

    def deliver(self, parcel: Parcel) -> Reply:
        with self._heard:
            self.parcels.append(parcel)
            self._heard.notify_all()
        return self.reply

    def waits_for(self, count: int, *, within: float = 20.0) -> list[Parcel]:
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.parcels) >= count, within), self.parcels
            return list(self.parcels)

    @property
    def payload(self) -> dict[str, Any]:
        return self.parcels[-1].payload


@pytest.fixture
def ear(workspace: Workspace) -> Ear:
    """Stands in for the app: what Slack would send it."""
    ear = Ear()
    workspace.line = ear
    return ear


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a modal; with a submit button, as inputs need one."""
    plain = {"type": "plain_text", "text": "A form"}
    return {"type": "modal", "title": plain, "submit": plain, "blocks": list(blocks) or [SECTION], **more}


SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello"}}


def button(action_id: str = "press", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Press"}, **more}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


def typing(block_id: str, element: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    element = element or {"type": "plain_text_input", "action_id": "typed"}
    label = {"type": "plain_text", "text": block_id}
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **more}
