"""What Slack's app manifest reference says: lengths as a JSON Schema of our own, and what one part needs of another."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_SCHEMA = json.loads((Path(__file__).parent / "manifest.schema.json").read_text(encoding="utf-8"))

_NEEDED_BY_EVENT: Mapping[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "channel_archive": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "user_change": ("users:read",),
}
"""The scopes of docs.slack.dev/reference/events, for the events that a docket has any use for."""


def lengths(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield each part of a manifest that is missing, unknown, too short or too long."""
    for error in Draft202012Validator(_SCHEMA).iter_errors(manifest):
        yield f"manifest reference: {error.json_path}: {error.message}"


def needs(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield each part of a manifest that lacks the scope, switch or address it needs."""
    yield from _scopes_missing(manifest)
    yield from _addresses_missing(manifest)


def _scopes_missing(manifest: Mapping[str, Any]) -> Iterator[str]:
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    required, optional = set(scopes.get("bot", ())), set(scopes.get("bot_optional", ()))
    if required & optional:
        yield f"scopes: {', '.join(sorted(required & optional))} cannot be required and optional at once"
    if (features.get("slash_commands") or features.get("shortcuts")) and "commands" not in required:
        yield "scopes: slash commands and shortcuts need the scope commands"
    for event in settings.get("event_subscriptions", {}).get("bot_events", ()):
        missing = set(_NEEDED_BY_EVENT.get(event, (f"one that the judge was told of for {event}",))) - required
        if missing:
            yield f"scopes: {event} needs {', '.join(sorted(missing))}"


def _addresses_missing(manifest: Mapping[str, Any]) -> Iterator[str]:
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    interactivity = settings.get("interactivity", {})
    if features.get("shortcuts") and not interactivity.get("is_enabled"):
        yield "switches: shortcuts need settings.interactivity.is_enabled"
    if settings.get("socket_mode_enabled"):
        return
    for command in features.get("slash_commands", ()):
        if "url" not in command:
            yield f"addresses: without Socket Mode {command['command']} needs a url"
    for part in ("event_subscriptions", "interactivity"):
        if part in settings and "request_url" not in settings[part]:
            yield f"addresses: without Socket Mode settings.{part} needs a request_url"
