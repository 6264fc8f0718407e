from typing import Any

import pytest

from bot.practice import Workspace
from bot.practice.state import APP_TOKEN, BOT_USER

from .conftest import DARA, MANIFEST, MAYA, SECTION, Api, make_workspace


def test_a_token_is_asked_for_before_anything_is_done(api: Api, channel: str) -> None:
    assert api("chat.postMessage", token=None, channel=channel)["error"] == "not_authed"
    assert api("chat.postMessage", token="xoxb-other", channel=channel)["error"] == "invalid_auth"
    assert api("chat.postMessage", token=APP_TOKEN, channel=channel)["error"] == "not_allowed_token_type"
    assert api("apps.connections.open")["error"] == "not_allowed_token_type"
    assert api("chat.shout")["error"] == "unknown_method"


def test_a_method_needs_the_scope_that_the_manifest_asked_for() -> None:
    scopes = {"bot": ["commands", "chat:write"]}
    manifest = {**MANIFEST, "oauth_config": {"scopes": scopes}, "settings": {"interactivity": {"is_enabled": True}}}
    api = Api(make_workspace(manifest=manifest))
    refused = api("users.info", user=DARA.id)
    assert (refused["error"], refused["needed"], refused["provided"]) == (
        "missing_scope",
        "users:read",
        "chat:write,commands",
    )


def test_an_optional_scope_may_be_refused_by_the_team() -> None:
    workspace = make_workspace(refused_scopes={"channels:history"})
    refused = Api(workspace)("conversations.history", channel=workspace.channel("rainsy-us").id)
    assert (refused["error"], refused["needed"]) == ("missing_scope", "channels:history")


def test_a_message_is_posted_as_the_bot_with_its_metadata(api: Api, channel: str, workspace: Workspace) -> None:
    metadata = {"event_type": "reminder", "event_payload": {"id": "7"}}
    posted = api("chat.postMessage", channel="#rainsy-us", text="Hello", blocks=[SECTION], metadata=metadata)
    assert posted["ok"]
    assert posted["message"]["metadata"] == metadata
    assert posted["message"]["blocks"][0]["block_id"]
    (seen,) = workspace.person("dara").sees("rainsy-us")
    assert (seen.ts, seen.user, seen.is_bot, seen.metadata) == (posted["ts"], BOT_USER, True, metadata)


def test_timestamps_follow_the_workspace_clock_and_never_repeat(api: Api, channel: str) -> None:
    stamps = [api("chat.postMessage", channel=channel, text="Hello")["ts"] for _ in range(50)]
    assert stamps == sorted(set(stamps))
    assert stamps[0].startswith("15256584")
    assert len(stamps[0].split(".")[1]) == 6


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, "no_text"),
        ({"text": "  "}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": ["x"]}, "invalid_arguments"),
        ({"text": "x", "blocks": "not json"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [{"type": "what"}]}, "invalid_blocks"),
        ({"text": "x", "attachments": "x"}, "invalid_attachments"),
        ({"text": "x", "attachments": ["x"]}, "invalid_attachments"),
        ({"text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
        ({"text": "x", "attachments": [{"blocks": [{"type": "what"}]}]}, "invalid_blocks"),
        ({"text": "x", "metadata": "x"}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "a b", "event_payload": {}}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "a", "event_payload": {}, "more": 1}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "a", "event_payload": {"x": "x" * 8000}}}, "metadata_too_large"),
        ({"text": "x", "thread_ts": "1.000000"}, "thread_not_found"),
        ({"text": "x", "channel": "C0NOWHERE"}, "channel_not_found"),
        ({"text": "x", "channel": ""}, "invalid_arguments"),
    ],
)
def test_a_message_that_slack_would_not_post_is_refused(
    api: Api, channel: str, arguments: dict[str, Any], error: str, workspace: Workspace
) -> None:
    assert api("chat.postMessage", **{"channel": channel, **arguments})["error"] == error
    assert not workspace.person("dara").sees("rainsy-us")


def test_the_bot_posts_only_where_it_is(api: Api, workspace: Workspace) -> None:
    public = workspace.create_channel("public", with_bot=False)
    private = workspace.create_channel("private", with_bot=False, private=True)
    workspace.archive_channel("rainsy-us")
    assert api("chat.postMessage", channel=public.id, text="x")["error"] == "not_in_channel"
    assert api("chat.postMessage", channel=private.id, text="x")["error"] == "channel_not_found"
    assert api("chat.postMessage", channel="rainsy-us", text="x")["error"] == "is_archived"
    assert api("chat.postEphemeral", channel="rainsy-us", text="x", user=DARA.id)["error"] == "is_archived"


def test_posting_without_joining_needs_its_own_scope() -> None:
    scopes = {"bot": [*MANIFEST["oauth_config"]["scopes"]["bot"], "chat:write.public"]}
    workspace = make_workspace(manifest={**MANIFEST, "oauth_config": {"scopes": scopes}})
    public = workspace.create_channel("public", with_bot=False)
    assert Api(workspace)("chat.postMessage", channel=public.id, text="x")["ok"]


def test_a_user_id_stands_for_the_conversation_with_that_person(api: Api, workspace: Workspace) -> None:
    posted = api("chat.postMessage", channel=MAYA.id, text="For your eyes")
    maya, dara = workspace.person("maya"), workspace.person("dara")
    assert posted["channel"] == maya.dm.id == api("conversations.open", users=MAYA.id)["channel"]["id"]
    assert maya.sees(maya.dm)[-1].text == "For your eyes"
    assert maya.dm.id not in {channel.id for channel in workspace.channels.values() if workspace.sees(dara.id, channel)}


def test_a_dm_needs_the_messages_tab() -> None:
    features = {**MANIFEST["features"], "app_home": {"home_tab_enabled": True}}
    api = Api(make_workspace(manifest={**MANIFEST, "features": features}))
    assert api("chat.postMessage", channel=MAYA.id, text="x")["error"] == "messages_tab_disabled"


def test_an_ephemeral_message_is_for_one_person_and_not_for_history(
    api: Api, channel: str, workspace: Workspace
) -> None:
    ts = api("chat.postEphemeral", channel=channel, user=DARA.id, text="psst")["message_ts"]
    assert [message.text for message in workspace.person("dara").sees(channel)] == ["psst"]
    assert not workspace.person("maya").sees(channel)
    assert api("conversations.history", channel=channel)["messages"] == []
    assert api("chat.update", channel=channel, ts=ts, text="x")["error"] == "message_not_found"
    stranger = api("chat.postEphemeral", channel=channel, user="U0NOBODY", text="psst")
    assert stranger["error"] == "user_not_in_channel"


def test_an_update_keeps_what_it_does_not_mention(api: Api, channel: str, workspace: Workspace) -> None:
    metadata = {"event_type": "reminder", "event_payload": {"id": "7"}}
    ts = api("chat.postMessage", channel=channel, text="old", blocks=[SECTION], metadata=metadata)["ts"]
    assert api("chat.update", channel=channel, ts=ts, text="new")["text"] == "new"
    (seen,) = workspace.person("dara").sees(channel)
    assert (seen.ts, seen.text, len(seen.blocks), seen.metadata, bool(seen.edited)) == (ts, "new", 1, metadata, True)
    assert api("chat.update", channel=channel, ts=ts, text="new", blocks=[])["ok"]
    assert workspace.person("dara").sees(channel)[0].blocks == ()
    assert api("chat.update", channel=channel, ts=ts, text="x" * 4001)["error"] == "msg_too_long"


def test_only_the_bots_own_messages_can_be_changed_or_deleted(api: Api, channel: str, workspace: Workspace) -> None:
    theirs = workspace.remembers("rainsy-us", "Good morning", user=DARA.id)
    assert api("chat.update", channel=channel, ts=theirs.ts, text="x")["error"] == "cant_update_message"
    assert api("chat.delete", channel=channel, ts=theirs.ts)["error"] == "cant_delete_message"
    assert api("chat.delete", channel=channel, ts="1.000000")["error"] == "message_not_found"
    mine = api("chat.postMessage", channel=channel, text="mine")["ts"]
    assert api("chat.delete", channel=channel, ts=mine)["ok"]
    assert [message.text for message in workspace.person("maya").sees(channel)] == ["Good morning"]


def test_history_runs_backwards_in_pages_without_replies(api: Api, channel: str) -> None:
    first, second, third = (api("chat.postMessage", channel=channel, text=text)["ts"] for text in "abc")
    reply = api("chat.postMessage", channel=channel, text="reply", thread_ts=first)
    page = api("conversations.history", channel=channel, limit=2)
    assert [message["ts"] for message in page["messages"]] == [third, second]
    assert page["has_more"]
    rest = api("conversations.history", channel=channel, limit=2, cursor=page["response_metadata"]["next_cursor"])
    assert [(message["ts"], message["reply_count"]) for message in rest["messages"]] == [(first, 1)]
    thread = api("conversations.replies", channel=channel, ts=first)["messages"]
    assert [message["ts"] for message in thread] == [first, reply["ts"]]
    nested = api("chat.postMessage", channel=channel, text="to the reply", thread_ts=reply["ts"])
    assert nested["message"]["thread_ts"] == first
    assert api("conversations.replies", channel=channel, ts="1.000000")["error"] == "thread_not_found"


def test_history_can_be_cut_to_a_span(api: Api, channel: str) -> None:
    stamps = [api("chat.postMessage", channel=channel, text=text)["ts"] for text in "abc"]
    between = api("conversations.history", channel=channel, oldest=stamps[0], latest=stamps[2])["messages"]
    assert [message["text"] for message in between] == ["b"]
    inclusive = api("conversations.history", channel=channel, oldest=stamps[0], latest=stamps[2], inclusive="true")
    assert len(inclusive["messages"]) == 3
    assert api("conversations.history", channel=channel, oldest="may")["error"] == "invalid_ts_oldest"
    assert api("conversations.history", channel=channel, cursor="?")["error"] == "invalid_cursor"
    assert api("conversations.history", channel=channel, limit=0)["error"] == "invalid_arguments"


def test_metadata_is_read_only_by_those_who_ask(api: Api, channel: str) -> None:
    metadata = {"event_type": "reminder", "event_payload": {"id": "7"}}
    api("chat.postMessage", channel=channel, text="x", metadata=metadata)
    assert "metadata" not in api("conversations.history", channel=channel)["messages"][0]
    asked = api("conversations.history", channel=channel, include_all_metadata=True)
    assert asked["messages"][0]["metadata"] == metadata


def test_conversations_are_listed_by_type_and_each_type_needs_its_scope(api: Api, workspace: Workspace) -> None:
    workspace.create_channel("ours", private=True)
    workspace.create_channel("theirs", private=True, with_bot=False)
    workspace.create_channel("old")
    workspace.archive_channel("old")

    def names(**arguments: str) -> list[str]:
        listed = api("conversations.list", **arguments)["channels"]
        return [channel.get("name", "dm") for channel in listed]

    assert names() == ["rainsy-us", "old"]
    assert names(exclude_archived="true") == ["rainsy-us"]
    assert names(types="private_channel,im") == ["dm", "dm", "ours"]
    assert api("conversations.list", types="mpim")["needed"] == "mpim:read"
    assert api("conversations.list", types="club")["error"] == "invalid_types"
    mine = api("users.conversations", user=MAYA.id, types="public_channel,im")["channels"]
    assert [channel.get("name", channel.get("user")) for channel in mine] == ["rainsy-us", MAYA.id]
    assert api("users.conversations", user="U0NOBODY")["error"] == "user_not_found"


def test_a_conversation_is_described_with_its_members(api: Api, channel: str, workspace: Workspace) -> None:
    described = api("conversations.info", channel=channel)["channel"]
    assert (described["name"], described["is_member"], described["is_private"]) == ("rainsy-us", True, False)
    assert api("conversations.members", channel=channel)["members"] == sorted([DARA.id, MAYA.id, BOT_USER])
    im = api("conversations.info", channel=workspace.person("maya").dm.id)["channel"]
    assert (im["is_im"], im["user"]) == (True, MAYA.id)


def test_opening_a_conversation_takes_one_person(api: Api, workspace: Workspace) -> None:
    dm = workspace.person("dara").dm.id
    assert api("conversations.open", users=DARA.id, return_im="true")["channel"]["user"] == DARA.id
    assert api("conversations.open", channel=dm)["channel"]["id"] == dm
    assert api("conversations.open")["error"] == "users_list_not_supplied"
    assert api("conversations.open", users=[DARA.id, MAYA.id])["error"] == "too_many_users"
    assert api("conversations.open", users="U0NOBODY")["error"] == "user_not_found"


def test_joining_needs_a_scope_and_a_public_channel() -> None:
    scopes = {"bot": [*MANIFEST["oauth_config"]["scopes"]["bot"], "channels:join"]}
    workspace = make_workspace(manifest={**MANIFEST, "oauth_config": {"scopes": scopes}})
    public = workspace.create_channel("public", with_bot=False)
    private = workspace.create_channel("private", private=True)
    api = Api(workspace)
    assert api("conversations.join", channel=public.id)["channel"]["is_member"]
    assert api("conversations.join", channel=private.id)["error"] == "method_not_supported_for_channel_type"
    workspace.archive_channel("public")
    assert api("conversations.join", channel=public.id)["error"] == "is_archived"


def test_people_carry_their_time_zone(api: Api) -> None:
    dara = api("users.info", user=DARA.id)["user"]
    assert (dara["real_name"], dara["tz"], dara["tz_offset"]) == ("Dara Chan", "Asia/Phnom_Penh", 7 * 3600)
    assert api("users.info", user=MAYA.id)["user"]["tz_offset"] == -7 * 3600
    assert api("users.info", user=BOT_USER)["user"]["is_bot"]
    assert api("users.info", user="U0NOBODY")["error"] == "user_not_found"
    assert [person["id"] for person in api("users.list")["members"]] == [DARA.id, MAYA.id, BOT_USER]


def test_the_bot_and_the_team_are_described(api: Api) -> None:
    assert api("auth.test")["user_id"] == BOT_USER
    assert api("bots.info")["bot"]["user_id"] == BOT_USER
    assert api("bots.info", bot="B1")["error"] == "bot_not_found"
    assert api("team.info")["team"]["domain"] == "practice"
    assert api("team.info", team="T1")["error"] == "team_not_found"
    assert api("api.test", token=None, foo="bar")["args"] == {"foo": "bar"}
    assert api("api.test", error="my_error")["error"] == "my_error"


def test_a_reaction_is_added_once(api: Api, channel: str, workspace: Workspace) -> None:
    ts = api("chat.postMessage", channel=channel, text="x")["ts"]
    assert api("reactions.add", channel=channel, timestamp=ts, name=":white_check_mark:")["ok"]
    assert api("reactions.add", channel=channel, timestamp=ts, name="white_check_mark")["error"] == "already_reacted"
    assert api("reactions.add", channel=channel, timestamp=ts, name="not a name")["error"] == "invalid_name"
    assert api("reactions.add", channel=channel, timestamp="1.000000", name="eyes")["error"] == "message_not_found"
    (seen,) = workspace.person("dara").sees(channel)
    assert (seen.reactions, seen.edited) == ({"white_check_mark": (BOT_USER,)}, None)
    assert api("conversations.history", channel=channel)["messages"][0]["reactions"][0]["count"] == 1


def test_a_permalink_names_channel_and_message(api: Api, channel: str) -> None:
    ts = api("chat.postMessage", channel=channel, text="x")["ts"]
    link = api("chat.getPermalink", channel=channel, message_ts=ts)["permalink"]
    assert link.endswith(f"/archives/{channel}/p{ts.replace('.', '')}")


def test_posting_faster_than_once_a_second_can_be_refused(workspace: Workspace, api: Api, channel: str) -> None:
    workspace.posting_rate.enforced = True
    assert api("chat.postMessage", channel=channel, text="1")["ok"]
    assert api("chat.postMessage", channel=channel, text="2")["error"] == "ratelimited"
    assert api("chat.postMessage", channel=MAYA.id, text="another conversation")["ok"]
