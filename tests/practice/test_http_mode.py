"""Signed HTTP as a real Bolt app meets it, and as a bare server does."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from bot.practice import PracticeServer, Refusal, Workspace
from bot.practice.delivery.parcels import Parcel, ParcelKind, Retry
from bot.practice.delivery.signed_http import SignedHttp, sign

from .conftest import make_workspace

SECRET = "practice-signing-secret"


class Receiver:
    """A small web server that hands what Slack sends to a function."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], str]] = []
        self.answer: Any = lambda headers, body: (200, "")  # noqa: ARG005 - each test brings its own
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.requests.append((headers, body))
                status, text = receiver.answer(headers, body)
                self.send_response(status)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                """Stay silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/slack/events"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    thread = threading.Thread(target=receiver.server.serve_forever)
    thread.start()
    yield receiver
    receiver.server.shutdown()
    thread.join()
    receiver.server.server_close()


@pytest.fixture
def workspace(receiver: Receiver) -> Workspace:
    return make_workspace(request_url=receiver.url, pace=0.0)


def test_a_bolt_app_accepts_the_signature_and_answers(server: PracticeServer, receiver: Receiver) -> None:
    app = App(client=WebClient(server.workspace.bot_token, base_url=server.api_url), signing_secret=SECRET)

    @app.command("/case")
    def case(ack: Any) -> None:
        ack("here")

    @app.event("app_home_opened")
    def opened(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(channel=event["user"], text="Welcome")

    def dispatch(headers: dict[str, str], body: str) -> tuple[int, str]:
        response = app.dispatch(BoltRequest(body=body, headers=dict(headers)))
        return response.status, response.body

    receiver.answer = dispatch
    server.workspace.http.verify_url()  # type: ignore[union-attr] # this workspace is in HTTP mode
    dara = server.workspace.person("dara")
    assert dara.types("rainsy-us", "/case").body == {"text": "here"}
    dara.opens_home()
    assert dara.waits_to_see(dara.dm, "Welcome").is_bot


def test_each_payload_comes_in_the_form_that_slack_gives_it(workspace: Workspace, receiver: Receiver) -> None:
    dara = workspace.person("dara")
    dara.types("rainsy-us", "/case list")
    dara.uses_shortcut("new_entry")
    (command_headers, command), (_, shortcut) = receiver.requests
    assert parse_qs(command)["text"] == ["list"]
    assert json.loads(parse_qs(shortcut)["payload"][0])["callback_id"] == "new_entry"
    timestamp = command_headers["x-slack-request-timestamp"]
    assert command_headers["x-slack-signature"] == sign(SECRET, timestamp, command)


def test_a_repeated_event_says_which_repetition_it_is(workspace: Workspace, receiver: Receiver) -> None:
    receiver.answer = lambda _headers, _body: (200 if len(receiver.requests) > 1 else 500, "")
    workspace.person("dara").opens_home()
    for _ in range(100):
        if len(receiver.requests) > 1:
            break
        threading.Event().wait(0.05)
    workspace.close()
    (first, event), (second, again) = receiver.requests
    assert "x-slack-retry-num" not in first
    assert (second["x-slack-retry-num"], second["x-slack-retry-reason"]) == ("1", "http_error")
    assert event == again
    assert json.loads(event)["type"] == "event_callback"


@pytest.mark.parametrize(
    ("status", "text", "error", "body"),
    [
        (200, "", None, None),
        (200, "plain words", None, {"text": "plain words"}),
        (200, '{"text": "json"}', None, {"text": "json"}),
        (200, '"quoted"', None, {"text": '"quoted"'}),
        (404, "", "http_client_error", None),
        (500, "", "http_service_error", None),
    ],
)
def test_the_answer_is_the_ack(
    receiver: Receiver, *, status: int, text: str, error: str | None, body: dict[str, str] | None
) -> None:
    receiver.answer = lambda _headers, _body: (status, text)
    line = SignedHttp(request_url=receiver.url, signing_secret=SECRET)
    reply = line.deliver(Parcel(kind=ParcelKind.COMMAND, payload={}, retry=Retry()))
    assert (reply.error, reply.body) == (error, body)


def test_an_app_that_is_not_there_or_silent_fails(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    parcel = Parcel(kind=ParcelKind.INTERACTION, payload={})
    assert SignedHttp(request_url="http://127.0.0.1:9/", signing_secret="x").deliver(parcel).error == "dispatch_failed"
    monkeypatch.setattr("bot.practice.delivery.signed_http.ACK_SECONDS", 0.1)
    receiver.answer = lambda _headers, _body: (200, str(threading.Event().wait(0.5)))
    assert SignedHttp(request_url=receiver.url, signing_secret="x").deliver(parcel).error == "operation_timeout"


def test_a_request_url_must_give_the_challenge_back(receiver: Receiver) -> None:
    line = SignedHttp(request_url=receiver.url, signing_secret=SECRET)
    with pytest.raises(Refusal, match="url_verification_failed"):
        line.verify_url()
    with pytest.raises(Refusal, match="url_verification_failed"):
        SignedHttp(request_url="http://127.0.0.1:9/", signing_secret=SECRET).verify_url()
    receiver.answer = lambda _headers, body: (200, json.loads(body)["challenge"])
    line.verify_url()
