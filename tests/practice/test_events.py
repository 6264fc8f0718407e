"""Which events are sent, and how often."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.practice import Refusal, Workspace
from bot.practice.delivery.parcels import Reply
from bot.practice.manifest import read_manifest
from bot.practice.state import BOT_USER

from .conftest import DARA, MANIFEST, MAYA, Ear, make_workspace


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    made = make_workspace(pace=0.0)
    yield made
    made.close()


def events(workspace: Workspace, ear: Ear, count: int) -> list[dict[str, Any]]:
    ear.waits_for(count)
    workspace.courier.stop()
    return [parcel.payload["event"] for parcel in ear.parcels]


def test_a_mention_reaches_the_bot_where_it_is(workspace: Workspace, ear: Ear) -> None:
    dara = workspace.person("dara")
    dara.types("rainsy-us", "@practicebot when is the hearing?")
    dara.types("rainsy-us", "and something else")
    (event,) = events(workspace, ear, 1)
    assert (event["type"], event["user"]) == ("app_mention", DARA.id)
    assert event["text"] == f"<@{BOT_USER}> when is the hearing?"


def test_a_mention_where_the_bot_is_not_tells_the_person(workspace: Workspace, ear: Ear) -> None:
    workspace.create_channel("without", members={DARA.id}, with_bot=False)
    workspace.person("dara").types("without", "@practicebot hello")
    assert workspace.troubles[-1].shown == "You mentioned @practicebot, but they're not in this channel."
    assert events(workspace, ear, 0) == []


def test_a_mention_in_a_thread_names_the_thread_and_escapes_the_rest(workspace: Workspace, ear: Ear) -> None:
    first = workspace.remembers("rainsy-us", "first", user=DARA.id)
    workspace.person("dara").types("rainsy-us", "@practicebot <b> & done", thread_ts=first.ts)
    (event,) = events(workspace, ear, 1)
    assert event["thread_ts"] == first.ts
    assert event["text"].endswith("&lt;b&gt; &amp; done")


def test_a_direct_message_comes_as_one(workspace: Workspace, ear: Ear) -> None:
    dara = workspace.person("dara")
    dara.types(dara.dm, "@practicebot hello")
    (event,) = events(workspace, ear, 1)
    assert (event["type"], event["channel_type"], event["channel"]) == ("message", "im", dara.dm.id)


def test_joining_and_leaving_are_told_to_members(workspace: Workspace, ear: Ear) -> None:
    maya = workspace.person("maya")
    maya.leaves("rainsy-us")
    (left,) = events(workspace, ear, 1)
    assert (left["type"], left["user"]) == ("member_left_channel", MAYA.id)


def test_the_bot_of_a_new_channel_hears_of_itself_alone(workspace: Workspace, ear: Ear) -> None:
    channel = workspace.create_channel("new", members={DARA.id, MAYA.id})
    workspace.person("maya").leaves("new")
    joined, left = events(workspace, ear, 2)
    assert (joined["type"], joined["user"], joined["channel"]) == ("member_joined_channel", BOT_USER, channel.id)
    assert (left["type"], left["user"]) == ("member_left_channel", MAYA.id)


def test_an_invited_bot_hears_who_invited_it(workspace: Workspace, ear: Ear) -> None:
    workspace.create_channel("new", members={DARA.id}, with_bot=False)
    workspace.person("dara").invites("new", BOT_USER)
    workspace.person("dara").invites("new", BOT_USER)
    (joined,) = events(workspace, ear, 1)
    assert (joined["type"], joined["user"], joined["inviter"]) == ("member_joined_channel", BOT_USER, DARA.id)
    assert workspace.person("maya").joins("new").members >= {MAYA.id}


def test_app_home_opens_on_either_tab(workspace: Workspace, ear: Ear) -> None:
    dara = workspace.person("dara")
    dara.opens_home()
    events(workspace, ear, 1)
    assert (ear.payload["event"]["tab"], "view" in ear.payload["event"]) == ("home", False)


def test_the_messages_tab_opens_too(workspace: Workspace, ear: Ear) -> None:
    workspace.person("dara").opens_messages()
    (event,) = events(workspace, ear, 1)
    assert (event["type"], event["tab"]) == ("app_home_opened", "messages")


def test_an_event_is_repeated_three_times_with_the_same_id(workspace: Workspace, ear: Ear) -> None:
    ear.reply = Reply(error="operation_timeout")
    workspace.person("dara").opens_home()
    events(workspace, ear, 4)
    assert len({parcel.payload["event_id"] for parcel in ear.parcels}) == 1
    retries = [(parcel.retry.attempt, parcel.retry.reason) for parcel in ear.parcels if parcel.retry]
    assert retries == [(0, ""), (1, "http_timeout"), (2, "http_timeout"), (3, "http_timeout")]


def test_an_acked_event_is_not_repeated(workspace: Workspace, ear: Ear) -> None:
    workspace.person("dara").opens_home()
    assert len(events(workspace, ear, 1)) == 1


def test_after_the_end_nothing_is_sent(workspace: Workspace, ear: Ear) -> None:
    workspace.close()
    workspace.person("dara").opens_home()
    assert not ear.parcels


def test_an_event_nobody_subscribed_to_is_not_sent() -> None:
    settings = {**MANIFEST["settings"], "event_subscriptions": {"bot_events": []}}
    workspace = make_workspace(manifest={**MANIFEST, "settings": settings})
    workspace.line = ear = Ear()
    workspace.person("dara").opens_home()
    assert events(workspace, ear, 0) == []


def test_an_event_whose_optional_scope_was_refused_is_not_sent() -> None:
    manifest = read_manifest(
        {**MANIFEST, "settings": {**MANIFEST["settings"], "event_subscriptions": {"bot_events": ["message.channels"]}}},
        refused_scopes={"channels:history"},
    )
    assert not manifest.sends("message.channels")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"oauth_config": {"scopes": {"bot": ["chat:write"]}}}, "need the scope commands"),
        ({"settings": {"interactivity": {"is_enabled": False}}}, "interactivity"),
        ({"settings": {"event_subscriptions": {"bot_events": ["court_sits"]}}}, "court_sits is not an event"),
        ({"settings": {"event_subscriptions": {"bot_events": ["reaction_added"]}}}, "needs the scope reactions:read"),
    ],
)
def test_a_manifest_that_contradicts_itself_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(Refusal, match=problem):
        read_manifest({**MANIFEST, **change})
