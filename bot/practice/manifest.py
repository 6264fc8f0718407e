from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bot.practice.refusals import Refusal

SCOPES_OF_EVENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "app_home_opened": (),
        "app_mention": ("app_mentions:read",),
        "app_uninstalled": (),
        "channel_archive": ("channels:read",),
        "channel_rename": ("channels:read",),
        "channel_unarchive": ("channels:read",),
        "group_archive": ("groups:read",),
        "group_unarchive": ("groups:read",),
        "member_joined_channel": ("channels:read", "groups:read"),
        "member_left_channel": ("channels:read", "groups:read"),
        "message.channels": ("channels:history",),
        "message.groups": ("groups:history",),
        "message.im": ("im:history",),
        "reaction_added": ("reactions:read",),
        "team_join": ("users:read",),
        "tokens_revoked": (),
        "user_change": ("users:read",),
    }
)
"""An event is sent if any of its scopes was granted. An empty tuple: none is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A slash command as the manifest declares it."""

    command: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A global or message shortcut as the manifest declares it."""

    name: str
    type: str
    callback_id: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the app asked for, and so all it gets."""

    name: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    scopes: frozenset[str]
    events: frozenset[str]
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool
    interactive: bool

    def sends(self, event: str) -> bool:
        """Whether the app subscribed to an event and holds a scope for it."""
        needed = SCOPES_OF_EVENTS.get(event, ())
        return event in self.events and (not needed or bool(self.scopes & set(needed)))


def read_manifest(manifest: Mapping[str, Any], *, refused_scopes: Collection[str] = ()) -> Manifest:
    """Read a parsed `manifest.yml`; optional scopes are granted unless the team refused them.

    Raises:
        Refusal: `invalid_manifest`, if the app asks for something without the scope or switch that it needs.
    """
    features = manifest.get("features", {})
    home = features.get("app_home", {})
    settings = manifest.get("settings", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    read = Manifest(
        name=manifest["display_information"]["name"],
        bot_name=features.get("bot_user", {}).get("display_name", manifest["display_information"]["name"]),
        commands=tuple(_command(command) for command in features.get("slash_commands", ())),
        shortcuts=tuple(_shortcut(shortcut) for shortcut in features.get("shortcuts", ())),
        scopes=frozenset(scopes.get("bot", ())) | frozenset(scopes.get("bot_optional", ())) - frozenset(refused_scopes),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        home_tab=home.get("home_tab_enabled", False),
        messages_tab=home.get("messages_tab_enabled", False),
        messages_read_only=home.get("messages_tab_read_only_enabled", False),
        interactive=settings.get("interactivity", {}).get("is_enabled", False),
    )
    _check(read, optional=frozenset(scopes.get("bot_optional", ())))
    return read


def _check(manifest: Manifest, *, optional: frozenset[str]) -> None:
    wanting = []
    if (manifest.commands or manifest.shortcuts) and "commands" not in manifest.scopes:
        wanting.append("slash commands and shortcuts need the scope commands")
    if manifest.shortcuts and not manifest.interactive:
        wanting.append("shortcuts need settings.interactivity.is_enabled")
    for event in sorted(manifest.events):
        needed = SCOPES_OF_EVENTS.get(event)
        if needed is None:
            wanting.append(f"{event} is not an event that this workspace knows")
        elif needed and not (manifest.scopes | optional) & set(needed):
            wanting.append(f"{event} needs the scope {' or '.join(needed)}")
    if wanting:
        raise Refusal("invalid_manifest", messages=wanting)


def _command(given: Mapping[str, Any]) -> Command:
    return Command(
        command=given["command"],
        description=given.get("description", ""),
        usage_hint=given.get("usage_hint", ""),
        should_escape=given.get("should_escape", False),
    )


def _shortcut(given: Mapping[str, Any]) -> Shortcut:
    return Shortcut(
        name=given["name"],
        type=given["type"],
        callback_id=given["callback_id"],
        description=given.get("description", ""),
    )
