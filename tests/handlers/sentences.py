"""Requests as Slack sends them, for handlers that are asked without a Slack, and what their answers show."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.docket.desk import Desk
from handlers.requests import Request, from_event, from_press, from_shortcut
from handlers.views.blocks import Block, Message, View
from tests.judges import limits, models

CHANNEL = "C0US"
TEAM = {"id": "T0", "domain": "defence"}
TS = f"{datetime(2018, 5, 7, 15, 0, tzinfo=UTC).timestamp():.6f}"


def mention(desk: Desk, text: str, *, person: str = "U0MAYA", channel: str = CHANNEL, event_id: str = "E1") -> Request:
    event = {"type": "app_mention", "user": person, "channel": channel, "text": f"<@U0BOT> {text}", "ts": TS}
    return from_event({"event_id": event_id, "event": event}, desk)


def shortcut(desk: Desk, text: str, *, person: str = "U0MAYA", ts: str = TS, **message: Any) -> Request:
    body = {
        "type": "message_action",
        "trigger_id": "1.2.3",
        "team": TEAM,
        "user": {"id": person},
        "channel": {"id": CHANNEL},
        "message": {"text": text, "ts": ts, **message},
    }
    return from_shortcut(body, desk)


def press(desk: Desk, button: Block, *, view: View | None = None, person: str = "U0MAYA") -> Request:
    action = {"action_id": button["action_id"], "value": button.get("value", ""), "action_ts": "9.9"}
    place: dict[str, Any] = {"container": {"type": "message", "channel_id": CHANNEL}, "channel": {"id": CHANNEL}}
    if view is not None:
        place = {"view": {"id": "V1", "hash": "h", **view}}
    return from_press({"trigger_id": "4.5.6", "team": TEAM, "user": {"id": person}, "actions": [action], **place}, desk)


def buttons_in(blocks: Sequence[Block]) -> list[Block]:
    rows = [block.get("elements", []) for block in blocks if block["type"] == "actions"]
    accessories = [block["accessory"] for block in blocks if "accessory" in block]
    return [element for row in rows for element in row] + accessories


def labels(blocks: Sequence[Block]) -> list[str]:
    return [button["text"]["text"] for button in buttons_in(blocks)]


def field(view: View, name: str) -> dict[str, Any]:
    element: dict[str, Any] = next(block for block in view["blocks"] if block.get("block_id") == name)["element"]
    return element


def judged(shown: Message | View | None) -> str:
    """Let two judges see what Slack would be sent; return its words. The third sees it in the judges' own test."""
    assert shown is not None
    if isinstance(shown, Message):
        complaints = [*limits.of_message(shown.blocks, shown.text), *models.of_blocks(shown.blocks)]
        assert not complaints
        return shown.text
    assert not [*limits.of_view(shown), *models.of_view(shown)]
    return json.dumps(shown, ensure_ascii=False)
