"""Socket Mode as a real Bolt app meets it, and as a bare WebSocket does."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.practice import PracticeServer, Workspace
from bot.practice.delivery.socket_mode import SocketMode

from .conftest import DARA, MANIFEST, SECTION, Api, Bot, actions, button, modal, typing


def test_a_command_is_answered_through_the_ack(server: PracticeServer, bot: Bot) -> None:
    @bot.app.command("/case")
    def case(ack: Any, body: dict[str, Any]) -> None:
        ack(f"You said {body['text']}")

    dara, maya = server.workspace.person("dara"), server.workspace.person("maya")
    dara.types("rainsy-us", "/case show @maya in #rainsy-us")
    answer = dara.sees("rainsy-us")[-1]
    assert answer.text == f"You said show <@U0MAYA> in <#{server.workspace.channel('rainsy-us').id}|rainsy-us>"
    assert answer.ephemeral_to == dara.id
    assert not maya.sees("rainsy-us")


def test_a_form_is_opened_filled_in_and_followed_by_a_card_that_is_pressed(server: PracticeServer, bot: Bot) -> None:
    @bot.app.command("/case")
    def case(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        metadata = body["channel_id"]
        view = modal(typing("caption"), callback_id="add_case", private_metadata=metadata)
        client.views_open(trigger_id=body["trigger_id"], view=view)

    @bot.app.view("add_case")
    def add_case(ack: Any, view: dict[str, Any], client: WebClient) -> None:
        caption = view["state"]["values"]["caption"]["typed"]["value"]
        if len(caption) < 3:
            ack(response_action="errors", errors={"caption": "Too short."})
            return
        ack()
        client.chat_postMessage(
            channel=view["private_metadata"], text=caption, blocks=[SECTION, actions(button("close", value="C1"))]
        )

    @bot.app.action("close")
    def close(ack: Any, body: dict[str, Any], respond: Any) -> None:
        ack()
        respond(f"Closed by {body['user']['username']}", replace_original=True)

    dara, maya = server.workspace.person("dara"), server.workspace.person("maya")
    dara.types("rainsy-us", "/case add")
    dara.waits_for_view("add_case")
    assert dara.submits(values={"caption": "R"}).errors == {"caption": "Too short."}
    assert dara.submits(values={"caption": "Rainsy v. Facebook"}).ok
    card = maya.waits_to_see("rainsy-us", "Rainsy v. Facebook")
    maya.clicks(card, "close")
    closed = dara.waits_to_see("rainsy-us", "Closed by maya")
    assert (closed.ts, closed.blocks) == (card.ts, ())
    assert not server.workspace.troubles


def test_app_home_is_published_when_it_is_opened(server: PracticeServer, bot: Bot) -> None:
    @bot.app.event("app_home_opened")
    @contextmanager
def opened(server: PracticeServer) -> Iterator[ClientConnection]:
    with connect(address(server)) as socket:
        yield socket
