"""The manifest asks for what the bot uses, and for nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.judges import judge_manifest

PATH = Path(__file__).parents[1] / "manifest.yml"


@pytest.fixture(scope="module")
def manifest() -> Any:
    return yaml.safe_load(PATH.read_text(encoding="utf-8"))


def test_slack_would_take_it(manifest: Any) -> None:
    judge_manifest(manifest)


def test_it_declares_every_command_with_a_hint(manifest: Any) -> None:
    commands = manifest["features"]["slash_commands"]
    assert {command["command"].removeprefix("/") for command in commands} == {
        "case", "hearing", "ruling", "order", "deadline", "timeline", "calendar", "docket",
    }  # fmt: skip
    assert all(command["usage_hint"] and command["should_escape"] for command in commands)


def test_it_declares_both_shortcuts(manifest: Any) -> None:
    shortcuts = {shortcut["callback_id"]: shortcut["type"] for shortcut in manifest["features"]["shortcuts"]}
    assert shortcuts == {"record_on_the_docket": "message", "new_entry": "global"}


def test_reading_messages_is_optional_and_never_in_direct_messages(manifest: Any) -> None:
    scopes = manifest["oauth_config"]["scopes"]
    assert not [scope for scope in scopes["bot"] if "history" in scope]
    assert set(scopes["bot_optional"]) == {"channels:history", "groups:history", "files:write", "files:read"}


def test_it_hears_no_message_but_those_addressed_to_it(manifest: Any) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert not [event for event in events if event.startswith("message")]


def test_every_scope_says_what_it_is_for(manifest: Any) -> None:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    for scope in manifest["oauth_config"]["scopes"]["bot"]:
        assert any(line.strip().startswith(f"- {scope} # ") for line in lines), scope


def test_it_is_installed_in_one_workspace_over_socket_mode(manifest: Any) -> None:
    settings = manifest["settings"]
    assert settings["socket_mode_enabled"]
    assert not settings["org_deploy_enabled"]
    assert not settings["token_rotation_enabled"]
