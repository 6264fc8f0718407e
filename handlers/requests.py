"""What arrives from Slack, in our words: one `Request`, however it was made and whichever way it came."""

import hashlib
import html
import json
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any
from uuid import uuid4

from bot.docket.desk import Change, Desk
from bot.docket.sight import Viewer

_NOTHING: Mapping[str, Any] = {}


class Kind(StrEnum):
    """How somebody asks."""

    COMMAND = "command"
    PRESS = "press"
    SUBMISSION = "submission"
    SHORTCUT = "shortcut"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing that one person asks of us.

    Args:
        receipt: names the request, the same if Slack delivers it again.
        line: a typed command as a whole (`/hearing add …`); `text` is what is still to be read of it, always its end.
        value: what the pressed button, or the chosen option, carries.
        memo: what we wrote into the form when we opened it.
        fields: what was filled in, by the name of the field.
        settled: the person was asked what a date means and chose: it is not asked about again.
    """

    desk: Desk
    kind: Kind
    who: Viewer
    receipt: str
    line: str = ""
    text: str = ""
    value: str = ""
    trigger_id: str = ""
    response_url: str = ""
    memo: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    settled: bool = False
    body: Mapping[str, Any] = field(default_factory=dict)
    public_url: str | None = None

    def change(self) -> AbstractContextManager[Change]:
        """Begin the one change that this request makes; a replay of the request makes none."""
        return self.desk.change(by=self.who.person_id, receipt=self.receipt)

    def rest(self, text: str) -> "Request":
        """Return the request with only this end of it still to be read."""
        return replace(self, text=text)

    @property
    def in_modal(self) -> bool:
        """Return whether a form or a page is open before the person."""
        return self._view.get("type") == "modal"

    @property
    def in_home(self) -> bool:
        """Return whether it was asked in App Home."""
        return self._view.get("type") == "home"

    @property
    def began_at_home(self) -> bool:
        """Return whether it was asked in App Home, or in a form or on a page that was opened there."""
        return self.in_home or bool(self.memo.get("home"))

    def memo_of(self, **what: object) -> str:
        """Return what a form carries along: where it was opened, and what it is about."""
        return json.dumps({"channel": self.who.channel_id, "home": self.began_at_home, **what})

    @property
    def thread_ts(self) -> str | None:
        """Return the thread in which the bot was mentioned, if it was one."""
        return (self.body.get("event") or _NOTHING).get("thread_ts")

    @property
    def view_id(self) -> str:
        """Return the id of the view in which it was asked."""
        return str(self._view.get("id", ""))

    @property
    def view_hash(self) -> str:
        """Return the version of that view, so that a newer one is not overwritten."""
        return str(self._view.get("hash", ""))

    @property
    def _view(self) -> Mapping[str, Any]:
        return self.body.get("view") or _NOTHING


def from_command(body: Mapping[str, Any], desk: Desk) -> Request:
    """Read a slash command."""
    text = typed(str(body.get("text") or ""))
    return Request(
        desk=desk,
        kind=Kind.COMMAND,
        who=Viewer(person_id=str(body["user_id"]), channel_id=body.get("channel_id"), vouched=True),
        receipt=_receipt("command", body.get("trigger_id"), body["command"], text, body["user_id"]),
        line=f"{body['command']} {text}".strip(),
        text=text,
        trigger_id=str(body.get("trigger_id", "")),
        response_url=str(body.get("response_url") or ""),
        body=body,
    )


def from_press(body: Mapping[str, Any], desk: Desk) -> Request:
    """Read a pressed button or a chosen option."""
    action = body["actions"][0]
    view = body.get("view") or _NOTHING
    memo = _memo(view)
    return Request(
        desk=desk,
        kind=Kind.PRESS,
        who=_beside_a_message(body, memo),
        receipt=_receipt(
            "press", body.get("trigger_id"), action["action_id"], action.get("action_ts"), body["user"]["id"]
        ),
        value=str(action.get("value") or (action.get("selected_option") or _NOTHING).get("value") or ""),
        trigger_id=str(body.get("trigger_id", "")),
        response_url=str(body.get("response_url") or ""),
        memo=memo,
        fields=_fields(view),
        body=body,
    )


def from_submission(body: Mapping[str, Any], desk: Desk) -> Request:
    """Read a submitted form."""
    view = body["view"]
    memo = _memo(view)
    return Request(
        desk=desk,
        kind=Kind.SUBMISSION,
        who=Viewer(person_id=str(body["user"]["id"]), channel_id=memo.get("channel")),
        receipt=_receipt("view", view.get("id"), view.get("hash"), view.get("callback_id")),
        trigger_id=str(body.get("trigger_id", "")),
        memo=memo,
        fields=_fields(view),
        body=body,
    )


def from_shortcut(body: Mapping[str, Any], desk: Desk) -> Request:
    """Read a shortcut, from a message or from anywhere."""
    return Request(
        desk=desk,
        kind=Kind.SHORTCUT,
        who=_beside_a_message(body, _NOTHING),
        receipt=_receipt("shortcut", body.get("trigger_id")),
        text=written(str((body.get("message") or _NOTHING).get("text") or "")),
        trigger_id=str(body.get("trigger_id", "")),
        response_url=str(body.get("response_url") or ""),
        body=body,
    )


def from_event(body: Mapping[str, Any], desk: Desk) -> Request:
    """Read an event."""
    event = body["event"]
    return Request(
        desk=desk,
        kind=Kind.EVENT,
        who=Viewer(person_id=str(event.get("user", "")), channel_id=event.get("channel"), vouched=True),
        receipt=_receipt("event", body.get("event_id")),
        text=written(str(event.get("text") or "")),
        body=body,
    )


READERS = {
    Kind.COMMAND: from_command,
    Kind.PRESS: from_press,
    Kind.SUBMISSION: from_submission,
    Kind.SHORTCUT: from_shortcut,
    Kind.EVENT: from_event,
}


_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def typed(text: str) -> str:
    """Return what somebody typed, without the escapes that Slack put in and with single spaces."""
    return " ".join(_visible(html.unescape(text)).split())


def written(text: str) -> str:
    """Return the words of a message, without Slack's mention and link marks."""
    words = re.sub(r"<[@#!][^>|]*(?:\|([^>]*))?>", lambda found: found[1] or "", text)
    return typed(re.sub(r"<([^>|]+)(?:\|([^>]*))?>", lambda found: found[2] or found[1], words))


def _receipt(kind: str, name: str | None, *contents: object) -> str:
    """Return what names a request: Slack's name for it and what it says, so that a careless sender's names will do too.

    Without a name nothing can be told to be a replay: every request is taken for a new one.
    """
    said = hashlib.sha256(json.dumps(contents, default=str).encode()).hexdigest()[:16]
    return f"{kind}:{name or uuid4().hex}:{said}"


def _beside_a_message(body: Mapping[str, Any], memo: Mapping[str, Any]) -> Viewer:
    """Return who pressed: Slack vouches for a channel whose message they see, not for where a form was opened."""
    seen_in = _channel(body)
    return Viewer(
        person_id=str(body["user"]["id"]), channel_id=seen_in or memo.get("channel"), vouched=seen_in is not None
    )


def _channel(body: Mapping[str, Any]) -> str | None:
    channel = body.get("channel") or _NOTHING
    container = body.get("container") or _NOTHING
    return channel.get("id") or container.get("channel_id")


def _memo(view: Mapping[str, Any]) -> Mapping[str, Any]:
    kept = view.get("private_metadata")
    return json.loads(kept) if kept else {}


def _fields(view: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of a form: a word, a list of words, or None for what was left empty."""
    values = (view.get("state") or _NOTHING).get("values") or _NOTHING
    return {name: _answer(next(iter(elements.values()))) for name, elements in values.items() if elements}


def _answer(element: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- a word, or a list of words or files
    if "selected_options" in element:
        return [choice["value"] for choice in element["selected_options"] or ()]
    if "files" in element:
        return [_file(each) for each in element["files"] or ()]
    choice = element.get("selected_option")
    if choice:
        return choice["value"]
    for key in ("value", "selected_date", "selected_time", "selected_user"):
        if element.get(key):
            return _visible(element[key])
    return None


def _file(file: Mapping[str, Any]) -> dict[str, str]:
    """Return what we keep of an uploaded file: its name, and where in Slack it can be read."""
    return {name: _visible(str(file.get(name) or "")) for name in ("name", "permalink")}


def _visible(text: str) -> str:
    """Return a text without the characters that nobody sees but that turn or end what follows them.

    Those are control characters (a NUL, which PostgreSQL does not store) and the marks that change the direction of
    writing. Khmer needs its zero-width spaces: they stay.
    """
    return _UNSEEN.sub("", text)
