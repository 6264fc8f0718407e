from typing import Any

import pytest
from slackblocks import _limits as limits

from bot.practice import Refusal
from bot.practice.blockkit import check_message_blocks, check_options, check_view

from .conftest import SECTION, actions, button, modal, option, typing

ROW = [{"type": "raw_text", "text": "cell"}]


def plain(length: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "x" * length}


def mrkdwn(length: int) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": "x" * length}


def section(**more: Any) -> dict[str, Any]:
    return {**SECTION, **more}


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "choose", "options": [option("a")], **more}


def confirm(**more: Any) -> dict[str, Any]:
    return {"title": plain(1), "text": plain(1), "confirm": plain(1), "deny": plain(1), **more}


def many(count: int) -> list[dict[str, Any]]:
    return [option(f"option{number}") for number in range(count)]


def problems_of(*blocks: Any) -> str:
    with pytest.raises(Refusal) as refused:
        check_message_blocks(list(blocks))
    assert refused.value.error == "invalid_blocks"
    return " | ".join(refused.value.messages)


LIMITS: list[tuple[str, int, Any]] = [
    ("section text", limits.SECTION_TEXT_MAX_LENGTH, lambda n: section(text=mrkdwn(n))),
    ("section field", limits.SECTION_FIELDS_ITEM_MAX_LENGTH, lambda n: {"type": "section", "fields": [mrkdwn(n)]}),
    ("section fields", limits.SECTION_FIELDS_MAX_ITEMS, lambda n: {"type": "section", "fields": [mrkdwn(1)] * n}),
    ("header", limits.HEADER_TEXT_MAX_LENGTH, lambda n: {"type": "header", "text": plain(n)}),
    ("context", limits.CONTEXT_ELEMENTS_MAX_ITEMS, lambda n: {"type": "context", "elements": [mrkdwn(1)] * n}),
    ("actions", limits.ACTIONS_ELEMENTS_MAX_ITEMS, lambda n: actions(*(button(f"b{i}") for i in range(n)))),
    ("block id", limits.BLOCK_ID_MAX_LENGTH, lambda n: section(block_id="x" * n)),
    ("action id", limits.ACTION_ID_MAX_LENGTH, lambda n: actions(button("x" * n))),
    ("button text", limits.BUTTON_TEXT_MAX_LENGTH, lambda n: actions(button(text=plain(n)))),
    ("button value", limits.BUTTON_VALUE_MAX_LENGTH, lambda n: actions(button(value="x" * n))),
    ("button url", limits.BUTTON_URL_MAX_LENGTH, lambda n: actions(button(url="https://" + "x" * (n - 8)))),
    (
        "accessibility label",
        limits.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH,
        lambda n: actions(button(accessibility_label="x" * n)),
    ),
    ("options", limits.SELECT_OPTIONS_MAX_ITEMS, lambda n: actions(select(options=many(n)))),
    (
        "option text",
        limits.OPTION_TEXT_MAX_LENGTH,
        lambda n: actions(select(options=[option("a") | {"text": plain(n)}])),
    ),
    (
        "option value",
        limits.OPTION_VALUE_MAX_LENGTH,
        lambda n: actions(select(options=[option("a") | {"value": "x" * n}])),
    ),
    (
        "option description",
        limits.OPTION_DESCRIPTION_MAX_LENGTH,
        lambda n: actions(select(options=[option("a") | {"description": plain(n)}])),
    ),
    (
        "group label",
        limits.OPTION_GROUP_LABEL_MAX_LENGTH,
        lambda n: actions({"type": "static_select", "option_groups": [{"label": plain(n), "options": [option("a")]}]}),
    ),
    ("placeholder", limits.SELECT_PLACEHOLDER_MAX_LENGTH, lambda n: actions(select(placeholder=plain(n)))),
    ("overflow", limits.OVERFLOW_OPTIONS_MAX_ITEMS, lambda n: actions({"type": "overflow", "options": many(n)})),
    ("checkboxes", limits.CHECKBOXES_OPTIONS_MAX_ITEMS, lambda n: actions({"type": "checkboxes", "options": many(n)})),
    (
        "radio buttons",
        limits.RADIO_BUTTONS_OPTIONS_MAX_ITEMS,
        lambda n: actions({"type": "radio_buttons", "options": many(n)}),
    ),
    ("confirm title", limits.CONFIRMATION_TITLE_MAX_LENGTH, lambda n: actions(button(confirm=confirm(title=plain(n))))),
    ("confirm text", limits.CONFIRMATION_TEXT_MAX_LENGTH, lambda n: actions(button(confirm=confirm(text=plain(n))))),
    (
        "confirm yes",
        limits.CONFIRMATION_CONFIRM_MAX_LENGTH,
        lambda n: actions(button(confirm=confirm(confirm=plain(n)))),
    ),
    ("confirm no", limits.CONFIRMATION_DENY_MAX_LENGTH, lambda n: actions(button(confirm=confirm(deny=plain(n))))),
    ("input label", limits.INPUT_LABEL_MAX_LENGTH, lambda n: typing("a", label=plain(n))),
    ("input hint", limits.INPUT_HINT_MAX_LENGTH, lambda n: typing("a", hint=plain(n))),
    (
        "max_length",
        limits.PLAIN_TEXT_INPUT_MAX_LENGTH_MAX,
        lambda n: typing("a", {"type": "plain_text_input", "max_length": n}),
    ),
    ("table rows", limits.TABLE_ROWS_MAX_ITEMS, lambda n: {"type": "table", "rows": [ROW] * n}),
    ("table columns", limits.TABLE_COLUMNS_MAX_ITEMS, lambda n: {"type": "table", "rows": [ROW * n]}),
    (
        "image alt text",
        limits.IMAGE_ALT_TEXT_MAX_LENGTH,
        lambda n: {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "x" * n},
    ),
    (
        "image title",
        limits.IMAGE_TITLE_MAX_LENGTH,
        lambda n: {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "x", "title": plain(n)},
    ),
]


@pytest.mark.parametrize(("most", "make"), [limit[1:] for limit in LIMITS], ids=[limit[0] for limit in LIMITS])
def test_a_limit_holds_to_the_last_character_or_item(most: int, make: Any) -> None:
    assert check_message_blocks([make(most)])
    assert problems_of(make(most + 1))


def test_slack_says_where_and_what_in_its_own_words() -> None:
    assert (
        problems_of(section(text=mrkdwn(3001)))
        == "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    )
    assert problems_of(*[SECTION] * 51) == "no more than 50 items allowed [json-pointer:/blocks]"
    assert problems_of({"type": "sction"}) == "unsupported type: sction [json-pointer:/blocks/0/type]"


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ({"type": "section"}, "must define one of: text, fields"),
        ({}, "missing required field: type"),
        (section(text={"type": "mrkdwn", "text": ""}), "must be more than 0 characters"),
        (section(text="Hello"), "must provide an object"),
        (section(colour="red"), "invalid additional property: colour"),
        ({"type": "header", "text": mrkdwn(1)}, "unsupported type: mrkdwn"),
        ({"type": "header"}, "missing required field: text"),
        (actions(), "no less than 1 items allowed"),
        ({"type": "actions", "elements": "none"}, "must provide an array"),
        (actions({"type": "plain_text_input"}), "unsupported type: plain_text_input"),
        ({"type": "context", "elements": [button()]}, "unsupported type: button"),
        (actions(button(style="blue")), "must be a valid enum value: primary, danger"),
        (actions(button(url="not an address")), "does not match pattern"),
        (actions(button(value=7)), "must provide a string"),
        (actions(button("same"), button("same")), "action_id `same` already exists"),
        (actions(select(options=[option("a"), option("a")])), "option values must be unique"),
        (actions(select(options=None)), "must define either `options` or `option_groups`"),
        (actions(select(options="a")), "must provide an array"),
        (actions({"type": "static_select", "option_groups": ["a"]}), "must provide an object"),
        (actions(select(initial_option=option("b"))), "initial option must match exactly one of the options"),
        (actions({"type": "datepicker", "initial_date": "2018-5-7"}), "does not match pattern"),
        (actions({"type": "timepicker", "initial_time": "9:30"}), "does not match pattern"),
        (actions({"type": "datetimepicker", "initial_date_time": -1}), "must be at least 0"),
        (actions({"type": "datetimepicker", "initial_date_time": "now"}), "must provide an integer"),
        (section(accessory={"type": "datetimepicker"}), "unsupported type: datetimepicker"),
        (typing("a", {"type": "file_input", "max_files": 11}), "must be at most 10"),
        (actions({"type": "file_input"}), "unsupported type: file_input"),
        (typing("a", button()), "unsupported type: button"),
        (typing("a", optional="yes"), "must provide a boolean"),
        ({"type": "alert", "text": plain(1)}, "unsupported type: alert"),
        ({"type": "image", "alt_text": "x"}, "must define one of: image_url, slack_file"),
    ],
)
def test_what_slack_would_not_show_is_refused(block: dict[str, Any], problem: str) -> None:
    assert problem in problems_of(block)


def test_every_kind_of_element_can_be_shown() -> None:
    people = {"type": "multi_users_select", "initial_users": ["U1"], "max_selected_items": 2}
    conversations = {
        "type": "conversations_select",
        "filter": {"include": ["im"]},
        "default_to_current_conversation": True,
    }
    number = {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}
    rich = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "Hello", "style": {"bold": True}},
                    {"type": "link", "url": "https://a.b"},
                    {"type": "user", "user_id": "U1"},
                ],
            }
        ],
    }
    blocks = [
        actions(button(), select(), conversations, {"type": "channels_select"}, {"type": "external_select"}),
        section(accessory=people, block_id="one"),
        section(accessory={"type": "image", "image_url": "https://a.b/c.png", "alt_text": "c"}),
        typing("email", {"type": "email_text_input"}),
        typing("number", number),
        typing("days", {"type": "multi_static_select", "options": [option("a")], "initial_options": [option("a")]}),
        {"type": "divider"},
        rich,
        {
            "type": "table",
            "rows": [[*ROW, {"type": "raw_number", "value": 7}, rich]],
            "column_settings": [{"align": "left"}],
        },
        {"type": "markdown", "text": "**Hello**"},
    ]
    assert check_message_blocks(blocks) == tuple(blocks)


def test_block_ids_are_unique_and_a_message_has_one_table() -> None:
    assert "block_id `a` already exists" in problems_of(section(block_id="a"), section(block_id="a"))
    table = {"type": "table", "rows": [ROW]}
    assert "only_one_table_allowed" in problems_of(table, table)


def test_all_markdown_of_a_message_shares_one_limit() -> None:
    assert "all markdown blocks" in problems_of(*[{"type": "markdown", "text": "x" * 6001}] * 2)


def test_a_message_may_not_say_too_much_in_all_its_blocks_together() -> None:
    check_message_blocks([section(text=mrkdwn(2900))] * 4)
    with pytest.raises(Refusal, match="msg_blocks_too_long"):
        check_message_blocks([section(text=mrkdwn(3000))] * 4)


@pytest.mark.parametrize("blocks", ["[]", {"type": "section"}, ["section"]])
def test_blocks_are_a_list_of_objects(blocks: object) -> None:
    with pytest.raises(Refusal, match="invalid_blocks_format"):
        check_message_blocks(blocks)


def view_problems(view: object, *, kind: str = "modal") -> str:
    with pytest.raises(Refusal) as refused:
        check_view(view, kinds=(kind,))
    assert refused.value.error == "invalid_arguments"
    return " | ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        (modal(title=plain(25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain(25)), "must be less than 25 characters"),
        (modal(close=plain(25)), "must be less than 25 characters"),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters"),
        (modal(callback_id="x" * 256), "must be less than 256 characters"),
        (modal(*[SECTION] * 101), "no more than 100 items allowed"),
        (modal(typing("a"), submit=None), "missing required field: submit"),
        (modal({"type": "table", "rows": [ROW]}), "unsupported type: table"),
        (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
        (modal(section(block_id="a"), section(block_id="a")), "block_id `a` already exists"),
        ({"type": "home", "blocks": [SECTION]}, "unsupported type: home"),
        ("modal", "must provide an object"),
        (
            modal(*(typing(name, {"type": "datepicker", "focus_on_load": True}) for name in "ab")),
            "only one element may set focus_on_load",
        ),
    ],
)
def test_a_form_that_slack_would_not_open_is_refused(view: object, problem: str) -> None:
    assert problem in view_problems(view)


def test_an_alert_stands_only_in_forms_and_a_title_only_there() -> None:
    assert check_view(modal({"type": "alert", "text": plain(200), "level": "warning"}), kinds=("modal",))
    assert "invalid additional property: title" in view_problems({**modal(), "type": "home"}, kind="home")


def test_a_view_weighs_at_most_250_kilobytes() -> None:
    khmer = {"type": "section", "fields": [{"type": "plain_text", "text": "ខ" * 2000}] * 10}
    with pytest.raises(Refusal, match="view_too_large"):
        check_view(modal(*[khmer] * 5), kinds=("modal",))


def test_suggested_options_keep_the_limits_of_a_select() -> None:
    assert check_options({"options": many(100)})
    for answer in ({"options": many(101)}, {}, None, [option("a")]):
        with pytest.raises(Refusal, match="invalid_options"):
            check_options(answer)
