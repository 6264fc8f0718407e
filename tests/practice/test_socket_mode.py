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
    def publish(event: dict[str, Any], client: WebClient) -> None:
        if event["tab"] == "home":
            client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [SECTION]})

    dara = server.workspace.person("dara")
    dara.opens_home()
    assert server.workspace.wait_for(lambda: dara.home).user == DARA.id


def test_a_mention_is_answered_in_the_channel(server: PracticeServer, bot: Bot) -> None:
    @bot.app.event("app_mention")
    def mentioned(event: dict[str, Any], say: Any) -> None:
        say(f"You said {event['text']}")

    server.workspace.person("maya").types("rainsy-us", "@practicebot hello")
    assert server.workspace.person("dara").waits_to_see("rainsy-us", "You said <@U0PRACTBOT> hello").is_bot


@pytest.mark.usefixtures("bot")
def test_a_command_that_nobody_handles_times_out_after_three_seconds(server: PracticeServer) -> None:
    started = time.monotonic()
    reply = server.workspace.person("dara").types("rainsy-us", "/raw")
    assert reply.error == "operation_timeout"
    assert 2.9 <= time.monotonic() - started < 6
    assert server.workspace.troubles[-1].shown == "/raw failed with the error “operation_timeout”"


def test_the_app_reconnects_when_slack_asks_it_to(server: PracticeServer, bot: Bot) -> None:
    @bot.app.command("/case")
    def case(ack: Any) -> None:
        ack("here")

    sockets = server.workspace.sockets
    before = sockets.connections[0]
    sockets.disconnect()
    server.workspace.wait_for(lambda: sockets.connections and before not in sockets.connections, within=15)
    assert server.workspace.person("dara").types("rainsy-us", "/case").body == {"text": "here"}


class TestTheWire:
    def test_a_connection_says_hello_and_carries_envelopes(self, server: PracticeServer) -> None:
        with opened(server) as socket:
            hello = json.loads(socket.recv(timeout=5))
            assert (hello["type"], hello["num_connections"]) == ("hello", 1)
            server.workspace.person("dara").opens_home()
            envelope = json.loads(socket.recv(timeout=5))
            assert (envelope["type"], envelope["accepts_response_payload"]) == ("events_api", False)
            assert (envelope["retry_attempt"], envelope["payload"]["event"]["user"]) == (0, DARA.id)
            socket.send("pong")
            socket.send(json.dumps({"envelope_id": "never sent"}))
            socket.send(json.dumps({"envelope_id": envelope["envelope_id"]}))

    def test_a_ticket_is_good_once(self, server: PracticeServer) -> None:
        url = address(server)
        with connect(url) as socket:
            assert json.loads(socket.recv(timeout=5))["type"] == "hello"
        with connect(url) as socket, pytest.raises(ConnectionClosed):
            socket.recv(timeout=5)

    def test_a_ticket_expires_after_half_a_minute(self, server: PracticeServer) -> None:
        now = [0.0]
        sockets = server.workspace.sockets = SocketMode(app_id="A1", now=lambda: now[0])
        url = f"ws{server.url.removeprefix('http')}/link/?ticket={sockets.issue_ticket()}"
        now[0] = 30.1
        with connect(url) as socket, pytest.raises(ConnectionClosed):
            socket.recv(timeout=5)

    def test_a_warning_leaves_the_connection_open(self, server: PracticeServer) -> None:
        with opened(server) as socket:
            socket.recv(timeout=5)
            server.workspace.sockets.disconnect("warning")
            assert json.loads(socket.recv(timeout=5))["reason"] == "warning"
            server.workspace.sockets.close()
            with pytest.raises(ConnectionClosed):
                socket.recv(timeout=5)

    def test_payloads_go_to_any_one_of_several_connections(self, server: PracticeServer) -> None:
        with opened(server) as one, opened(server) as two:
            for socket in (one, two):
                socket.recv(timeout=5)
            for name in ("dara", "maya"):
                server.workspace.person(name).opens_home()
            received = [json.loads(socket.recv(timeout=5)) for socket in (one, two)]
            assert {envelope["payload"]["event"]["user"] for envelope in received} == {"U0DARA", "U0MAYA"}
            for socket, envelope in zip((one, two), received, strict=True):
                socket.send(json.dumps({"envelope_id": envelope["envelope_id"]}))

    def test_ten_connections_are_enough(self, server: PracticeServer) -> None:
        with ExitStack() as stack:
            for _ in range(10):
                stack.enter_context(opened(server)).recv(timeout=5)
            with pytest.raises(SlackApiError, match="too_many_websockets"):
                address(server)


def test_a_workspace_with_a_request_url_has_no_socket_mode(workspace: Workspace) -> None:
    request_url = "http://127.0.0.1:9/slack/events"
    http = Workspace(manifest=MANIFEST, clock=workspace.clock, people=[DARA], request_url=request_url)
    refused = Api(http)("apps.connections.open", token=http.app_token)
    assert refused["error"] == "socket_mode_not_enabled"


def address(server: PracticeServer) -> str:
    client = WebClient(base_url=server.api_url)
    url = str(client.apps_connections_open(app_token=server.workspace.app_token)["url"])
    assert urlsplit(url).scheme == "ws"
    return url


@contextmanager
def opened(server: PracticeServer) -> Iterator[ClientConnection]:
    with connect(address(server)) as socket:
        yield socket
