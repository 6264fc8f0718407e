"""Commands, buttons, shortcuts, App Home and what becomes of the answers."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import PracticeClock
from bot.practice import Refusal, Workspace
from bot.practice.answers import answer_through_url
from bot.practice.delivery.parcels import ParcelKind, Reply

from .conftest import DARA, MANIFEST, MAYA, Api, Ear, actions, button, make_workspace, option

SELECT = {"type": "static_select", "action_id": "choose", "options": [option("a"), option("b")]}


def token_of(payload: dict[str, Any]) -> str:
    return str(payload["response_url"]).rpartition("/")[2]


@pytest.fixture
def card(api: Api, workspace: Workspace, channel: str) -> Any:
    blocks = [
        actions(button("done", value="D1", style="primary"), button("done_too", value="D2"), SELECT, block_id="b")
    ]
    ts = api("chat.postMessage", channel=channel, text="Card", blocks=blocks)["ts"]
    return workspace.find_message(channel, ts)


def test_a_command_says_who_where_and_what(workspace: Workspace, ear: Ear, channel: str) -> None:
    workspace.person("dara").types("#rainsy-us", "/case  add @maya to #rainsy-us & <x>")
    sent = ear.payload
    assert ear.parcels[-1].kind is ParcelKind.COMMAND
    assert (sent["command"], sent["user_id"], sent["user_name"]) == ("/case", DARA.id, "dara")
    assert (sent["channel_id"], sent["channel_name"]) == (channel, "rainsy-us")
    assert sent["text"] == f"add <@U0MAYA> to <#{channel}|rainsy-us> & <x>"
    workspace.person("dara").types(workspace.person("dara").dm, "/raw @maya")
    assert (ear.payload["text"], ear.payload["channel_name"]) == ("@maya", "directmessage")


@pytest.mark.parametrize(
    ("text", "thread_ts", "shown"),
    [
        ("/nothing", None, "/nothing is not a valid command"),
        ("/case list", "1.000000", "/case is not supported in threads. Sorry!"),
        ("   ", None, "There is nothing to send"),
    ],
)
def test_slack_refuses_some_things_before_the_app_hears(
    workspace: Workspace, ear: Ear, text: str, thread_ts: str | None, shown: str
) -> None:
    with pytest.raises(Refusal, match=shown.replace(".", r"\.")):
        workspace.person("dara").types("rainsy-us", text, thread_ts=thread_ts)
    assert not ear.parcels


def test_nobody_writes_where_they_are_not_or_where_nothing_may_be_written(workspace: Workspace) -> None:
    dara = workspace.person("dara")
    workspace.create_channel("theirs", private=True)
    workspace.create_channel("open")
    with pytest.raises(Refusal, match="no such channel"):
        dara.types("theirs", "Hello")
    with pytest.raises(Refusal, match="Join it"):
        dara.types("open", "Hello")
    workspace.archive_channel("rainsy-us")
    with pytest.raises(Refusal, match="archived"):
        dara.types("rainsy-us", "Hello")
    with pytest.raises(Refusal, match="no channel nowhere"):
        dara.types("nowhere", "Hello")
    with pytest.raises(Refusal, match="nobody called"):
        workspace.person("nobody")


def test_the_messages_tab_may_be_read_only() -> None:
    home = {"messages_tab_enabled": True, "messages_tab_read_only_enabled": True}
    workspace = make_workspace(manifest={**MANIFEST, "features": {**MANIFEST["features"], "app_home": home}})
    dara = workspace.person("dara")
    with pytest.raises(Refusal, match="turned off"):
        dara.types(dara.dm, "Hello")


@pytest.mark.parametrize("error", ["operation_timeout", "dispatch_failed", "http_service_error"])
def test_a_person_is_told_when_a_command_fails(workspace: Workspace, ear: Ear, error: str) -> None:
    ear.reply = Reply(error=error)
    assert workspace.person("dara").types("rainsy-us", "/case").error == error
    assert workspace.troubles[-1].shown == f"/case failed with the error “{error}”"


def test_without_an_app_nothing_is_delivered(workspace: Workspace) -> None:
    assert workspace.person("dara").types("rainsy-us", "/case").error == "dispatch_failed"


def test_the_ack_of_a_command_is_its_first_answer(workspace: Workspace, ear: Ear) -> None:
    dara, maya = workspace.person("dara"), workspace.person("maya")
    ear.reply = Reply(body={"text": "for you"})
    dara.types("rainsy-us", "/case")
    ear.reply = Reply(body={"text": "for all", "response_type": "in_channel"})
    dara.types("rainsy-us", "/case")
    assert [message.text for message in dara.sees("rainsy-us")] == ["for you", "for all"]
    assert [message.text for message in maya.sees("rainsy-us")] == ["for all"]
    ear.reply = Reply(body={"blocks": [{"type": "nonsense"}]})
    dara.types("rainsy-us", "/case")
    assert (workspace.troubles[-1].error, len(dara.sees("rainsy-us"))) == ("invalid_blocks", 2)


def test_a_press_says_which_button_in_which_message(workspace: Workspace, ear: Ear, card: Any, channel: str) -> None:
    workspace.person("maya").clicks(card, "done")
    sent = ear.payload
    (action,) = sent["actions"]
    assert (action["action_id"], action["block_id"], action["value"], action["style"]) == ("done", "b", "D1", "primary")
    assert sent["container"] == {"type": "message", "message_ts": card.ts, "channel_id": channel, "is_ephemeral": False}
    assert (sent["message"]["ts"], sent["channel"]["name"], sent["user"]["id"]) == (card.ts, "rainsy-us", MAYA.id)
    assert sent["state"]["values"] == {"b": {"choose": {"type": "static_select", "selected_option": None}}}
    assert not ear.parcels[-1].wants_answer


def test_a_choice_is_reported_with_the_whole_option(workspace: Workspace, ear: Ear, card: Any) -> None:
    workspace.person("dara").clicks(card, "choose", "b")
    assert ear.payload["actions"][0]["selected_option"] == option("b")
    assert ear.payload["state"]["values"]["b"]["choose"]["selected_option"] == option("b")
    with pytest.raises(Refusal, match="not among the options"):
        workspace.person("dara").clicks(card, "choose", "c")


def test_buttons_of_one_action_are_told_apart_by_value(api: Api, workspace: Workspace, ear: Ear, channel: str) -> None:
    blocks = [actions(button("open", value="D1")), actions(button("open", value="D2"))]
    ts = api("chat.postMessage", channel=channel, text="Two", blocks=blocks)["ts"]
    message = workspace.find_message(channel, ts)
    assert message
    workspace.person("dara").clicks(message, "open", "D2")
    assert (ear.payload["actions"][0]["value"], ear.payload["actions"][0]["block_id"]) == ("D2", "block_1")


def test_overflow_and_accessories_are_pressed_too(api: Api, workspace: Workspace, ear: Ear, channel: str) -> None:
    accessory = {"type": "overflow", "options": [option("edit"), option("drop")]}
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "accessory": accessory}]
    ts = api("chat.postMessage", channel=channel, text="Menu", blocks=blocks, thread_ts=None)["ts"]
    reply = api("chat.postMessage", channel=channel, text="Menu", blocks=blocks, thread_ts=ts)["ts"]
    message = workspace.find_message(channel, reply)
    assert message
    workspace.person("dara").clicks(message, "action_0", "drop")
    assert ear.payload["actions"][0]["selected_option"]["value"] == "drop"
    assert ear.payload["container"]["thread_ts"] == ts
    assert ear.payload["state"]["values"] == {}


def test_an_app_without_interactivity_hears_no_presses(card: Any) -> None:
    settings = {**MANIFEST["settings"], "interactivity": {"is_enabled": False}}
    features = {**MANIFEST["features"], "shortcuts": []}
    other = make_workspace(manifest={**MANIFEST, "settings": settings, "features": features})
    with pytest.raises(Refusal, match="not configured"):
        other.person("dara").clicks(card, "done")


def test_a_failed_press_is_trouble(workspace: Workspace, ear: Ear, card: Any) -> None:
    ear.reply = Reply(error="http_client_error")
    workspace.person("dara").clicks(card, "done")
    assert workspace.troubles[-1].shown == "The app failed (http_client_error)."


def test_an_answer_may_replace_or_delete_the_card(workspace: Workspace, ear: Ear, card: Any, channel: str) -> None:
    workspace.person("dara").clicks(card, "done")
    token = token_of(ear.payload)
    answer_through_url(workspace, token, {"text": "Done", "replace_original": True, "response_type": "ephemeral"})
    (seen,) = workspace.person("maya").sees(channel)
    assert (seen.ts, seen.text, seen.blocks) == (card.ts, "Done", ())
    answer_through_url(workspace, token, {"delete_original": True})
    answer_through_url(workspace, token, {"delete_original": True})
    assert not workspace.person("maya").sees(channel)


def test_a_response_url_is_good_for_five_answers(workspace: Workspace, ear: Ear) -> None:
    workspace.person("dara").types("rainsy-us", "/case")
    token = token_of(ear.payload)
    for number in range(5):
        answer_through_url(workspace, token, {"text": str(number), "replace_original": number == 1})
    assert [message.text for message in workspace.person("dara").sees("rainsy-us")] == ["1", "2", "3", "4"]
    with pytest.raises(Refusal, match="used_url"):
        answer_through_url(workspace, token, {"text": "6"})
    with pytest.raises(Refusal, match="invalid_token"):
        answer_through_url(workspace, "made-up", {"text": "7"})


def test_a_response_url_is_good_for_thirty_minutes(workspace: Workspace, ear: Ear) -> None:
    workspace.person("dara").types("rainsy-us", "/case")
    assert isinstance(workspace.clock, PracticeClock)
    workspace.clock.move_by(timedelta(minutes=29))
    answer_through_url(workspace, token_of(ear.payload), {"text": "in time"})
    workspace.clock.move_by(timedelta(minutes=2))
    with pytest.raises(Refusal, match="expired_url"):
        answer_through_url(workspace, token_of(ear.payload), {"text": "late"})


@pytest.mark.parametrize("body", [None, "text", {"response_type": "loud", "text": "x"}, {}])
def test_an_unreadable_answer_is_refused_and_noted(workspace: Workspace, ear: Ear, body: object) -> None:
    workspace.person("dara").types("rainsy-us", "/case")
    with pytest.raises(Refusal):
        answer_through_url(workspace, token_of(ear.payload), body)
    assert workspace.troubles[-1].user == DARA.id


def test_shortcuts_come_with_a_trigger_and_only_on_messages_with_a_response_url(
    workspace: Workspace, ear: Ear, card: Any
) -> None:
    dara = workspace.person("dara")
    dara.uses_shortcut("new_entry")
    assert ear.payload["type"] == "shortcut"
    assert "response_url" not in ear.payload
    dara.uses_shortcut("record", card)
    assert (ear.payload["type"], ear.payload["message"]["ts"]) == ("message_action", card.ts)
    assert ear.payload["response_url"]
    with pytest.raises(Refusal, match="no such shortcut"):
        dara.uses_shortcut("record")


def test_an_external_select_asks_the_app(api: Api, workspace: Workspace, ear: Ear, channel: str) -> None:
    blocks = [actions({"type": "external_select", "action_id": "find"})]
    message = workspace.find_message(channel, api("chat.postMessage", channel=channel, text="x", blocks=blocks)["ts"])
    assert message
    ear.reply = Reply(body={"options": [option("a")]})
    dara = workspace.person("dara")
    assert dara.asks_for_options(message, "find", "rai") == {"options": [option("a")]}
    assert (ear.payload["type"], ear.payload["value"], ear.payload["action_id"]) == ("block_suggestion", "rai", "find")
    ear.reply = Reply(body={"options": [{"value": "a"}]})
    assert dara.asks_for_options(message, "find", "rai") == {"options": []}
    assert workspace.troubles[-1].error == "invalid_options"
    ear.reply = Reply(error="operation_timeout")
    assert dara.asks_for_options(message, "find", "rai") == {"options": []}


def test_a_press_in_app_home_comes_with_the_home(api: Api, workspace: Workspace, ear: Ear) -> None:
    api("views.publish", user_id=DARA.id, view={"type": "home", "blocks": [actions(button("add"), SELECT)]})
    dara = workspace.person("dara")
    assert dara.home
    dara.clicks(dara.home, "choose", "a")
    dara.clicks(dara.home, "add")
    assert ear.payload["container"] == {"type": "view", "view_id": dara.home.id}
    chosen = ear.payload["view"]["state"]["values"]["block_0"]["choose"]["selected_option"]
    assert chosen["value"] == "a"
    assert "response_url" not in json.dumps(ear.payload)
