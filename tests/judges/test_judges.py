"""The judges are only worth something if they let good things pass and catch every kind of bad one."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.judges import judge_manifest, judge_message, judge_view, limits, models, types

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def button(text: str = "Confirm", **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": "deadline.confirm", "value": "D1", **more}


def option(text: str, value: str = "v") -> Json:
    return {"text": plain(text), "value": value}


def select(*options: Json, **more: Any) -> Json:
    return {"type": "static_select", "action_id": "choose", "options": list(options), **more}


def an_input(element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": "when", "label": plain("When"), "element": element, **more}


SURE: Json = {"title": plain("Sure?"), "text": mrkdwn("It is posted."), "confirm": plain("Yes"), "deny": plain("No")}

MESSAGE: list[Json] = [
    {"type": "header", "text": plain("D1 Objections")},
    {
        "type": "section",
        "text": mrkdwn("*Friday 18 May 2018*"),
        "accessory": {"type": "overflow", "action_id": "more", "options": [option("Open")]},
    },
    {"type": "section", "fields": [mrkdwn("*Owner*"), mrkdwn("<@U1>")]},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn("unconfirmed"), plain("ថ្ងៃសុក្រ")]},
    {"type": "actions", "block_id": "D1", "elements": [button(style="primary", confirm=SURE)]},
    {
        "type": "table",
        "rows": [[{"type": "raw_text", "text": "day"}, {"type": "raw_text", "text": "what"}]],
        "column_settings": [{"is_wrapped": True}],
    },
]

BOLD: Json = {"type": "text", "text": "14 days", "style": {"bold": True}}

MODAL: Json = {
    "type": "modal",
    "callback_id": "order.add",
    "private_metadata": '{"channel":"C1"}',
    "title": plain("Record an order"),
    "submit": plain("Save"),
    "close": plain("Cancel"),
    "notify_on_close": False,
    "blocks": [
        an_input({"type": "datepicker", "action_id": "day", "initial_date": "2018-05-04"}),
        an_input(
            {"type": "timepicker", "action_id": "hour", "initial_time": "09:30", "timezone": "America/Los_Angeles"},
            block_id="hour",
            optional=True,
        ),
        an_input(
            {
                "type": "plain_text_input",
                "action_id": "title",
                "multiline": True,
                "max_length": 300,
                "placeholder": plain("Order denying …"),
            },
            block_id="title",
            hint=plain("As on the docket"),
        ),
        an_input(
            select(option("ECF", "ecf"), option("Mail", "mail"), initial_option=option("ECF", "ecf")),
            block_id="service",
            dispatch_action=True,
        ),
        an_input(
            {
                "type": "checkboxes",
                "action_id": "keep",
                "options": [option("72(a)")],
                "initial_options": [option("72(a)")],
            },
            block_id="keep",
        ),
        an_input({"type": "users_select", "action_id": "owner", "initial_user": "U1"}, block_id="owner"),
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [BOLD]}]},
    ],
}

HOME: Json = {"type": "home", "blocks": MESSAGE}

MANIFEST: Json = {
    "display_information": {"name": "Ad Quem"},
    "features": {
        "bot_user": {"display_name": "adquem"},
        "slash_commands": [{"command": "/case", "description": "Cases"}],
        "shortcuts": [{"name": "New entry", "type": "global", "callback_id": "new", "description": "An entry"}],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "app_mentions:read"], "bot_optional": ["channels:history"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_mention"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def test_good_payloads_pass() -> None:
    judge_message(MESSAGE, "Objections are due on Friday 18 May 2018.")
    judge_view(MODAL)
    judge_view(HOME)
    judge_manifest(MANIFEST)


@pytest.mark.parametrize(
    ("judge", "block"),
    [
        (types.of_blocks, {"type": "selection"}),
        (types.of_blocks, {"type": "section", "text": mrkdwn("a"), "colour": "red"}),
        (types.of_blocks, {"type": "header", "text": mrkdwn("a")}),
        (types.of_blocks, {"type": "actions", "elements": [button(style="green")]}),
        (types.of_blocks, {"type": "actions", "elements": [plain("a")]}),
        (types.of_blocks, {"type": "input", "element": {"type": "datepicker"}}),
        (models.of_blocks, {"type": "selection"}),
        (models.of_blocks, {"type": "section", "text": mrkdwn("a" * 3001)}),
        (models.of_blocks, {"type": "section", "text": mrkdwn("a"), "colour": "red"}),
        (models.of_blocks, {"type": "section", "text": mrkdwn("")}),
        (models.of_blocks, {"type": "header", "text": plain("a" * 151)}),
        (models.of_blocks, {"type": "actions", "elements": [button("a" * 76)]}),
        (models.of_blocks, {"type": "actions", "elements": []}),
        (limits.of_message, {"type": "alert", "text": mrkdwn("only in modals")}),
        (limits.of_message, {"type": "section"}),
        (limits.of_message, {"type": "section", "fields": [mrkdwn("a" * 2001)]}),
        (limits.of_message, {"type": "section", "fields": [mrkdwn("a")] * 11}),
        (limits.of_message, {"type": "section", "text": mrkdwn("")}),
        (limits.of_message, {"type": "context", "elements": [mrkdwn("a")] * 11}),
        (limits.of_message, {"type": "context", "elements": []}),
        (limits.of_message, {"type": "actions", "elements": [button("a" * 76)]}),
        (limits.of_message, {"type": "actions", "elements": [button(value="a" * 2001)]}),
        (limits.of_message, {"type": "actions", "elements": [button(), button()]}),
        (limits.of_message, {"type": "actions", "elements": [button(confirm={"title": plain("a" * 101)})]}),
        (limits.of_message, {"type": "actions", "elements": [select(option("a" * 76))]}),
        (limits.of_message, {"type": "actions", "elements": [select(option("a", "v" * 151))]}),
        (limits.of_message, {"type": "actions", "elements": [select(*[option("a")] * 101)]}),
        (limits.of_message, {"type": "actions", "elements": [select()]}),
        (limits.of_message, {"type": "actions", "elements": [select(option("a"), initial_option=option("b"))]}),
        (
            limits.of_message,
            {
                "type": "actions",
                "elements": [{**select(), "option_groups": [{"label": plain("a" * 76), "options": [option("a")]}]}],
            },
        ),
        (limits.of_message, {"type": "section", "text": mrkdwn("a"), "block_id": "b" * 256}),
        (limits.of_message, {"type": "section", "text": mrkdwn("a"), "accessory": button(action_id="a" * 256)}),
        (limits.of_message, {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}] * 21]}),
        (limits.of_message, {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101}),
        (limits.of_message, {"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}),
    ],
)
def test_each_judge_catches_what_it_is_there_for(judge: Callable[..., Any], block: Json) -> None:
    arguments = ([block], "text") if judge is limits.of_message else ([block],)
    assert list(judge(*arguments))


@pytest.mark.parametrize(
    ("blocks", "text", "complaint"),
    [
        ([{"type": "divider"}], " ", "text is empty"),
        ([{"type": "divider"}], "a" * 4001, "4001 characters"),
        ([{"type": "divider"}] * 51, "a", "51 items; Slack takes 50"),
        ([{"type": "divider", "block_id": "one"}] * 2, "a", "block_id 'one' 2 times"),
        ([MESSAGE[-1]] * 2, "a", "only one table"),
        ([], "a", "message.blocks is empty"),
        ([{"type": "section", "text": mrkdwn("a" * 3001)}], "a", "message.blocks[0].text has 3001 characters"),
    ],
)
def test_a_bad_message_is_refused_with_its_reason(blocks: list[Json], text: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match="Slack would refuse this message") as refusal:
        judge_message(blocks, text)
    assert complaint in str(refusal.value)


def without_submit(view: Json) -> None:
    del view["submit"]


def long_title(view: Json) -> None:
    view["title"] = plain("Record an order of a court")


def formatted_title(view: Json) -> None:
    view["title"] = mrkdwn("*Order*")


def long_metadata(view: Json) -> None:
    view["private_metadata"] = "m" * 3001


def with_a_table(view: Json) -> None:
    view["blocks"].append(MESSAGE[-1])


def too_many_blocks(view: Json) -> None:
    view["blocks"] = [{"type": "divider"}] * 101


def with_a_flag_of_our_own(view: Json) -> None:
    view["wide"] = True


def of_no_kind(view: Json) -> None:
    view["type"] = "dialog"


def with_a_strange_block(view: Json) -> None:
    view["blocks"].append({"type": "footer", "text": plain("a")})


@pytest.mark.parametrize(
    "spoil",
    [
        without_submit,
        long_title,
        formatted_title,
        long_metadata,
        with_a_table,
        too_many_blocks,
        with_a_flag_of_our_own,
        of_no_kind,
        with_a_strange_block,
    ],
)
def test_a_bad_view_is_refused(spoil: Callable[[Json], None]) -> None:
    view = deepcopy(MODAL)
    spoil(view)
    with pytest.raises(AssertionError, match="Slack would refuse this"):
        judge_view(view)


def test_a_home_tab_takes_no_submit() -> None:
    with pytest.raises(AssertionError, match="submit"):
        judge_view({**HOME, "submit": plain("Save")})


def bogus_scope(manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot"].append("chat:whisper")


def bogus_event(manifest: Json) -> None:
    manifest["settings"]["event_subscriptions"]["bot_events"] = ["judge_sneezed"]


def event_without_scope(manifest: Json) -> None:
    manifest["settings"]["event_subscriptions"]["bot_events"] = ["member_joined_channel"]


def commands_without_scope(manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot"] = ["app_mentions:read"]


def scope_twice(manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot_optional"] = ["commands"]


def long_shortcut(manifest: Json) -> None:
    manifest["features"]["shortcuts"][0]["name"] = "Record this on the docket"


def capitals_in_the_bot_name(manifest: Json) -> None:
    manifest["features"]["bot_user"]["display_name"] = "Ad Quem"


def command_without_slash(manifest: Json) -> None:
    manifest["features"]["slash_commands"][0]["command"] = "case"


def no_socket_and_no_address(manifest: Json) -> None:
    manifest["settings"]["socket_mode_enabled"] = False


def no_interactivity(manifest: Json) -> None:
    manifest["settings"]["interactivity"]["is_enabled"] = False


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (bogus_scope, "chat:whisper"),
        (bogus_event, "judge_sneezed"),
        (event_without_scope, "member_joined_channel needs channels:read, groups:read"),
        (commands_without_scope, "need the scope commands"),
        (scope_twice, "required and optional at once"),
        (long_shortcut, "too long"),
        (capitals_in_the_bot_name, "display_name"),
        (command_without_slash, "slash_commands"),
        (no_socket_and_no_address, "/case needs a url"),
        (no_socket_and_no_address, "settings.interactivity needs a request_url"),
        (no_interactivity, "is_enabled"),
    ],
)
def test_a_bad_manifest_is_refused_with_its_reason(spoil: Callable[[Json], None], complaint: str) -> None:
    manifest = deepcopy(MANIFEST)
    spoil(manifest)
    with pytest.raises(AssertionError, match="Slack would refuse this manifest") as refusal:
        judge_manifest(manifest)
    assert complaint in str(refusal.value)
