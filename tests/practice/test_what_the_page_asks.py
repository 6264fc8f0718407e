"""The page API, as docs/practice.md writes it down."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.clock import SystemClock
from bot.practice import PracticeServer, Workspace
from bot.practice.delivery.parcels import Reply

from .conftest import DARA, MAYA, SECTION, Api, Ear, actions, button, make_workspace, modal, option, typing


class Page:
    """What a browser does."""

    def __init__(self, server: PracticeServer) -> None:
        self.host = urlsplit(server.url).netloc

    def request(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        connection = HTTPConnection(self.host, timeout=10)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read().decode()
            return response.status, json.loads(text) if text.startswith("{") else text
        finally:
            connection.close()

    def get(self, path: str) -> Any:
        return self.request("GET", path)[1]

    def post(self, deed: str, **asked: Any) -> Any:
        return self.request("POST", f"/practice/{deed}", {"as": DARA.id, **asked})[1]


@pytest.fixture
def page(server: PracticeServer) -> Page:
    return Page(server)


@contextmanager
def events_of(page: Page, user: str) -> Iterator[Any]:
    connection = HTTPConnection(page.host, timeout=10)
    connection.request("GET", f"/practice/events?as={user}")
    response = connection.getresponse()
    assert response.readline() == b": hello\n"

    def next_event() -> Any:
        while not (line := response.readline()).startswith(b"data: "):
            assert line
        return json.loads(line[6:])

    try:
        yield next_event
    finally:
        response.close()
        connection.close()


def test_the_state_is_what_one_person_sees(page: Page, workspace: Workspace) -> None:
    workspace.create_channel("hidden", members={MAYA.id}, private=True)
    workspace.remembers("rainsy-us", "Good morning", user=MAYA.id)
    state = page.get(f"/practice/state?as={DARA.id}")
    assert state["ok"]
    assert [person["name"] for person in state["people"]] == ["dara", "maya"]
    assert state["clock"]["now"].startswith("2018-05-07T02:00")
    assert state["commands"][0] == {"command": "/case", "description": "Cases", "usage_hint": "list"}
    assert [shortcut["type"] for shortcut in state["shortcuts"]] == ["global", "message"]
    assert [(each["name"], each["kind"], each["unread"]) for each in state["channels"]] == [
        ("rainsy-us", "channel", 1),
        ("practicebot", "im", 0),
    ]
    assert (state["me"], state["home"], state["view"]) == (DARA.id, None, None)
    assert page.get("/practice/state")["me"] == DARA.id


def test_reading_a_channel_marks_it_as_read(page: Page, workspace: Workspace, channel: str) -> None:
    workspace.remembers("rainsy-us", "Good morning", user=MAYA.id)
    (message,) = page.get(f"/practice/messages?as={DARA.id}&channel={channel}")["messages"]
    assert (message["text"], message["user"], message["username"], message["bot"]) == (
        "Good morning",
        MAYA.id,
        "Maya Ortiz",
        False,
    )
    channels = page.get(f"/practice/state?as={DARA.id}")["channels"]
    assert channels[0]["unread"] == 0
    dm = workspace.person("maya").dm.id
    assert page.get(f"/practice/messages?as={DARA.id}&channel={dm}")["error"] == "channel_not_found"
    assert page.get(f"/practice/messages?as={MAYA.id}&channel={dm}")["messages"] == []
    assert page.get(f"/practice/messages?as=U0NOBODY&channel={channel}")["error"] == "user_not_found"
    assert page.get("/practice/events?as=U0NOBODY")["error"] == "user_not_found"


def test_what_is_said_is_shown_and_refusals_have_a_sentence(page: Page, channel: str, workspace: Workspace) -> None:
    assert page.post("say", channel=channel, text="Hello")["ok"]
    assert workspace.person("maya").sees(channel)[0].text == "Hello"
    refused = page.post("say", channel=channel, text="/nothing")
    assert (refused["ok"], refused["error"]) == (False, "unknown_command")
    assert "not a valid command" in refused["shown"]
    assert page.post("say", channel=channel)["error"] == "invalid_arguments"
    assert page.request("POST", "/practice/say", None)[1]["error"] == "user_not_found"
    assert page.request("POST", "/practice/say", ["x"])[0] == 400


def test_a_card_is_pressed_by_its_place(page: Page, api: Api, ear: Ear, channel: str) -> None:
    choose = {"type": "static_select", "action_id": "choose", "options": [option("a")]}
    blocks = [actions(button("done", value="D1"), choose, block_id="b")]
    ts = api("chat.postMessage", channel=channel, text="Card", blocks=blocks)["ts"]
    where = {"container": {"channel": channel, "ts": ts}, "block_id": "b"}
    assert page.post("action", **where, action_id="done", action={"type": "button", "value": "D1"})["ok"]
    assert ear.payload["actions"][0]["value"] == "D1"
    chosen = {"type": "static_select", "selected_option": option("a")}
    state = {"values": {"b": {"choose": chosen}}}
    assert page.post("action", **where, action_id="choose", action=chosen, state=state)["ok"]
    assert ear.payload["state"]["values"]["b"]["choose"]["selected_option"]["value"] == "a"
    assert page.post("action", **where, action_id="gone")["error"] == "element_not_found"
    gone = {"channel": channel, "ts": "1.0"}
    assert page.post("action", container=gone, action_id="done")["error"] == "message_not_found"


def test_a_form_is_submitted_and_closed(page: Page, api: Api, ear: Ear) -> None:
    def opened() -> str:
        page.post("shortcut", callback_id="new_entry")
        view = modal(typing("what"))
        return str(api("views.open", trigger_id=ear.payload["trigger_id"], view=view)["view"]["id"])

    view_id = opened()
    assert page.get(f"/practice/state?as={DARA.id}")["view"]["id"] == view_id
    assert page.post("submit", view_id=view_id)["errors"] == {"what": "Please complete this required field."}
    filled = {"values": {"what": {"typed": {"type": "plain_text_input", "value": "x"}}}}
    ear.reply = Reply(error="operation_timeout")
    assert page.post("submit", view_id=view_id, state=filled)["error"] == "operation_timeout"
    ear.reply = Reply()
    assert page.post("submit", view_id=view_id, state=filled) == {"ok": True, "view": None}
    assert page.post("submit", view_id=view_id)["error"] == "view_not_found"
    assert page.post("close", view_id=opened()) == {"ok": True, "view": None}
    assert page.post("close", view_id=opened(), all=True, **{"as": MAYA.id})["error"] == "view_not_found"


def test_shortcuts_home_and_suggestions(page: Page, api: Api, ear: Ear, workspace: Workspace, channel: str) -> None:
    ts = api("chat.postMessage", channel=channel, text="x", blocks=[actions({"type": "external_select"})])["ts"]
    assert page.post("shortcut", callback_id="record", channel=channel, ts=ts)["ok"]
    assert ear.payload["type"] == "message_action"
    ear.reply = Reply(body={"options": [option("a")]})
    where = {"channel": channel, "ts": ts}
    found = page.post("suggest", container=where, block_id="block_0", action_id="action_0", value="a")
    assert found["options"] == [option("a")]
    assert page.post("home")["ok"]
    assert ear.waits_for(3)[-1].payload["event"]["type"] == "app_home_opened"
    assert workspace.troubles == []


def test_the_clock_only_moves_forward(page: Page) -> None:
    moved = page.post("clock", days=4, hours=1, minutes=30)
    assert moved["now"].startswith("2018-05-11T03:30")
    assert page.post("clock", to="2018-05-12T00:00:00+07:00")["now"].startswith("2018-05-11T17:00")
    for wrong in ("2018-05-01T00:00:00+00:00", "2018-06-01T00:00:00", "tomorrow"):
        status, refused = page.request("POST", "/practice/clock", {"to": wrong})
        assert (status, refused["error"]) == (400, "invalid_time")


def test_a_clock_that_runs_itself_cannot_be_moved() -> None:
    with PracticeServer(make_workspace(clock=SystemClock())) as server:
        assert Page(server).request("POST", "/practice/clock", {"days": 1})[0] == 409


def test_channels_are_made_and_people_brought_in(page: Page, workspace: Workspace) -> None:
    made = page.post("channel", name="appeal", private=True, invite_bot=True)["channel"]
    assert (made["kind"], made["members"]) == ("private", sorted([DARA.id, workspace.bot_user_id]))
    assert page.post("invite", channel=made["id"], user=MAYA.id)["ok"]
    assert MAYA.id in workspace.channel("appeal").members
    assert page.post("invite", channel=made["id"], user="U0NOBODY")["error"] == "user_not_found"
    assert page.post("channel", name="appeal")["error"] == "name_taken"
    assert page.post("channel", name="Not a name")["error"] == "invalid_name"


def test_every_page_hears_what_concerns_its_person(page: Page, api: Api, ear: Ear, channel: str) -> None:
    with events_of(page, MAYA.id) as heard:
        api("chat.postEphemeral", channel=channel, user=DARA.id, text="for Dara only")
        ts = api("chat.postMessage", channel=channel, text="for all")["ts"]
        assert [heard()["message"]["text"]] == ["for all"]
        api("chat.update", channel=channel, ts=ts, text="changed")
        assert heard()["type"] == "message_changed"
        api("chat.delete", channel=channel, ts=ts)
        assert heard() == {"type": "message_deleted", "channel": channel, "ts": ts}
        page.post("shortcut", callback_id="new_entry", **{"as": MAYA.id})
        api("views.open", trigger_id=ear.payload["trigger_id"], view=modal())
        assert heard()["view"]["type"] == "modal"
        api("views.publish", user_id=MAYA.id, view={"type": "home", "blocks": [SECTION]})
        assert heard()["type"] == "home"
        ear.reply = Reply(error="operation_timeout")
        page.post("say", channel=channel, text="/case", **{"as": MAYA.id})
        assert (trouble := heard())["type"] == "trouble"
        assert (trouble["error"], trouble["channel"]) == ("operation_timeout", channel)
        page.post("channel", name="appeal")
        assert heard()["type"] == "channels"


def test_a_quiet_stream_is_kept_alive(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.practice.web.page_routes.PING_SECONDS", 0.01)
    connection = HTTPConnection(page.host, timeout=10)
    connection.request("GET", f"/practice/events?as={DARA.id}")
    response = connection.getresponse()
    assert [response.readline() for _ in range(3)] == [b": hello\n", b"\n", b": ping\n"]
    response.close()
    connection.close()


def test_the_stream_ends_with_the_workspace(server: PracticeServer, workspace: Workspace) -> None:
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("GET", f"/practice/events?as={DARA.id}")
    response = connection.getresponse()
    assert response.readline() == b": hello\n"
    workspace.feed.close()
    assert response.read() == b"\n"
    response.close()
    connection.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example.org"},
        {"Host": "127.0.0.1.example.org:8787"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
    ],
)
def test_foreign_pages_are_turned_away(page: Page, headers: dict[str, str]) -> None:
    status, refused = page.request("POST", "/practice/clock", {"days": 1}, **headers)
    assert (status, refused["error"]) == (403, "foreign_origin")


def test_our_own_page_is_welcome(page: Page) -> None:
    assert page.request("POST", "/practice/clock", {"days": 1}, Origin=f"http://{page.host}")[0] == 200


def test_the_pages_files_are_served_and_nothing_beside_them(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "index.html").write_text("<h1>Practice</h1>")
    (folder / "main.js").write_text("// main")
    (tmp_path / "secret.txt").write_text("secret")
    with PracticeServer(workspace, page=folder) as server:
        page = Page(server)
        assert page.get("/") == "<h1>Practice</h1>"
        assert page.get("/page/main.js") == "// main"
        assert page.request("GET", "/page/../secret.txt")[0] == 404
        assert page.request("GET", "/page/%2e%2e/secret.txt")[0] == 404
        assert page.request("GET", "/page/none.js")[0] == 404
        assert page.request("POST", "/practice/nothing", {})[0] == 404


def test_a_workspace_on_the_new_internet_has_brackets_in_its_address(workspace: Workspace) -> None:
    try:
        server = PracticeServer(workspace, host="::1")
    except (OSError, socket.gaierror):
        pytest.skip("this machine has no IPv6")
    with server:
        assert server.url.startswith("http://[::1]:")
        assert Page(server).get(f"/practice/state?as={DARA.id}")["ok"]
