"""How people name each other, the bot and channels when they type."""

import pytest

from bot.practice import Workspace
from bot.practice.people.talking import with_mentions
from bot.practice.state import BOT_USER


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("@maya", "<@U0MAYA>"),
        ("ask @Maya Ortiz, please", "ask <@U0MAYA>, please"),
        ("@practicebot hello", f"<@{BOT_USER}> hello"),
        ("@Practice Bot hello", f"<@{BOT_USER}> hello"),
        ("@practice bot hello", f"<@{BOT_USER}> hello"),
        ("@maya.", "<@U0MAYA>."),
        ("@mayas", "@mayas"),
        ("@maya-lou", "@maya-lou"),
        ("@maya.lou", "@maya.lou"),
        ("maya@maya", "maya@maya"),
        ("@nobody", "@nobody"),
    ],
)
def test_a_person_is_named_by_either_name(workspace: Workspace, typed: str, sent: str) -> None:
    assert with_mentions(workspace, typed) == sent


def test_a_channel_is_named_too(workspace: Workspace) -> None:
    channel = workspace.create_channel("war-room")
    assert with_mentions(workspace, "see #war-room") == f"see <#{channel.id}|war-room>"
