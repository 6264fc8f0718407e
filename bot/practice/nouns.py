"""What a workspace is made of. Everything is frozen: a change is a new value in the state's place."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

Json: TypeAlias = dict[str, Any]
"""A JSON object as it crosses the wire: Slack's shapes, not ours."""

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


class Kind(StrEnum):
    """What sort of conversation a channel is."""

    CHANNEL = "channel"
    PRIVATE = "private"
    IM = "im"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody to be. `tz` is an IANA zone."""

    id: str
    name: str
    real_name: str
    tz: str = "Etc/UTC"
    is_bot: bool = False

    def as_slack(self, *, team_id: str, at: datetime) -> Json:
        """Return the user object of `users.info`."""
        local = at.astimezone(ZoneInfo(self.tz))
        offset = local.utcoffset()
        return {
            "id": self.id,
            "team_id": team_id,
            "name": self.name,
            "deleted": False,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": local.tzname(),
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "profile": {
                "real_name": self.real_name,
                "real_name_normalized": self.real_name,
                "display_name": self.name,
                "display_name_normalized": self.name,
                "team": team_id,
            },
            "is_admin": False,
            "is_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "locale": "en-US",
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A conversation and who is in it. An IM has exactly two members: a person and the bot."""

    id: str
    name: str
    kind: Kind = Kind.CHANNEL
    members: frozenset[str] = frozenset()
    topic: str = ""
    archived: bool = False

    def as_slack(self, *, bot: str) -> Json:
        """Return the conversation object of `conversations.info`."""
        shared: Json = {"id": self.id, "is_archived": self.archived, "is_im": self.kind is Kind.IM}
        if self.kind is Kind.IM:
            (other,) = self.members - {bot}
            return {**shared, "user": other, "is_channel": False, "is_group": False, "is_open": True}
        private = self.kind is Kind.PRIVATE
        return {
            **shared,
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": not private,
            "is_group": private,
            "is_private": private,
            "is_mpim": False,
            "is_member": bot in self.members,
            "num_members": len(self.members),
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """The right to send so many bytes once, and what was sent."""

    id: str
    name: str
    length: int
    issued: datetime
    alt: str = ""
    content: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file. Its bytes are kept beside it until the workspace is gone. `alt` says what a picture shows."""

    id: str
    name: str
    title: str
    mimetype: str
    content: bytes
    user: str
    url: str
    alt: str = ""

    def as_slack(self) -> Json:
        """Return the file object as messages carry it; a PNG tells its size, so that a page can keep room for it."""
        shown: Json = {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "mimetype": self.mimetype,
            "size": len(self.content),
            "user": self.user,
            "url": self.url,
            "url_private": self.url,
            "url_private_download": self.url,
        }
        if self.alt:
            shown["alt_txt"] = self.alt
        if self.content.startswith(_PNG):
            width, height = struct.unpack(">II", self.content[16:24])
            shown |= {"original_w": width, "original_h": height}
        return shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message in one channel. `ephemeral_to` names the only person who sees it, if there is one."""

    ts: str
    channel: str
    user: str
    text: str = ""
    is_bot: bool = False
    username: str | None = None
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    metadata: Json | None = None
    thread_ts: str | None = None
    edited: str | None = None
    ephemeral_to: str | None = None
    files: tuple[File, ...] = ()
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_slack(self, *, team_id: str, app_id: str, bot_id: str, with_metadata: bool = False) -> Json:
        """Return the message object of history and of interaction payloads."""
        shown: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text, "team": team_id}
        if self.is_bot:
            shown |= {"bot_id": bot_id, "app_id": app_id}
        if self.edited:
            shown["edited"] = {"user": bot_id if self.is_bot else self.user, "ts": self.edited}
        given = {
            "username": self.username,
            "blocks": list(self.blocks),
            "attachments": list(self.attachments),
            "thread_ts": self.thread_ts,
            "files": [file.as_slack() for file in self.files],
            "reactions": [
                {"name": name, "users": list(users), "count": len(users)} for name, users in self.reactions.items()
            ],
            "metadata": self.metadata if with_metadata else None,
            "is_ephemeral": bool(self.ephemeral_to),
        }
        return shown | {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A form on one person's screen, or their App Home. `body` is what the app sent, `state` what was typed."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    state: Json = field(default_factory=dict)

    def as_slack(self, *, team_id: str, app_id: str, bot_id: str) -> Json:
        """Return the view object of `views.*` and of interaction payloads."""
        defaults: Json = {"private_metadata": "", "callback_id": "", "external_id": "", "close": None, "submit": None}
        defaults |= {"clear_on_close": False, "notify_on_close": False}
        return {
            **defaults,
            **self.body,
            "id": self.id,
            "team_id": team_id,
            "app_id": app_id,
            "app_installed_team_id": team_id,
            "bot_id": bot_id,
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
            "state": {"values": self.state},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something that Slack would show in red, or swallow: `detail` says what the app got wrong."""

    error: str
    shown: str
    user: str | None = None
    channel: str | None = None
    detail: str = ""
