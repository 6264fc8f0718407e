"""What can be pressed, chosen, typed into or given a file, and its limits."""

from collections.abc import Iterable, Mapping

from bot.practice.blockkit.checks import Check, Problems, also, boolean, integer, items, one_of, shape, string
from bot.practice.blockkit.objects import (
    CONFIRM,
    LINKED_OPTION,
    MARKED_OPTION,
    OPTION,
    OPTION_GROUP,
    SLACK_FILE,
    URL,
    options,
    plain,
)

ACTION_ID = string(most=255, least=1)
DATE = string(most=10, pattern=r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
TIME = string(most=5, pattern=r"(?:[01]\d|2[0-3]):[0-5]\d")
CONVERSATION_TYPES = ("im", "mpim", "private", "public")
FILTER = shape(
    required={},
    optional={
        "include": items(one_of(*CONVERSATION_TYPES), most=4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    any_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
DISPATCH = shape(
    required={"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), most=2)},
)
FOCUS = {"focus_on_load": boolean}


def _element(kind: str, required: Mapping[str, Check] | None = None, /, **optional: Check) -> Check:
    return shape(required={"type": one_of(kind), **(required or {})}, optional={"action_id": ACTION_ID, **optional})


def _initial_among(*names: str) -> Check:
    """An initial choice must be one of the options."""

    def check(value: object, pointer: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            return
        offered = [*_list(value.get("options")), *_grouped(value)]
        for name in names:
            chosen = value.get(name)
            for each in chosen if isinstance(chosen, list) else [chosen] if chosen else []:
                if each not in offered:
                    problems.add("initial option must match exactly one of the options", f"{pointer}/{name}")

    return check


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _grouped(value: Mapping[str, object]) -> Iterable[object]:
    for group in _list(value.get("option_groups")):
        if isinstance(group, dict):
            yield from _list(group.get("options"))


def _one_source(value: object, pointer: str, problems: Problems) -> None:
    if isinstance(value, dict) and (value.get("options") is None) == (value.get("option_groups") is None):
        problems.add("must define either `options` or `option_groups`", pointer)


def _select(kind: str, **optional: Check) -> Check:
    return _element(kind, placeholder=plain(most=150), confirm=CONFIRM, **FOCUS, **optional)


def _static(kind: str, **optional: Check) -> Check:
    choice = _select(kind, options=options(OPTION, most=100), option_groups=items(OPTION_GROUP, most=100), **optional)
    return also(choice, _one_source, _initial_among("initial_option", "initial_options"))


ID = string(most=255, least=1)
MANY = {"max_selected_items": integer(least=1)}
SELECTS: Mapping[str, Check] = {
    "static_select": _static("static_select", initial_option=OPTION),
    "external_select": _select("external_select", initial_option=OPTION, min_query_length=integer(least=0)),
    "users_select": _select("users_select", initial_user=ID),
    "conversations_select": _select(
        "conversations_select",
        initial_conversation=ID,
        default_to_current_conversation=boolean,
        response_url_enabled=boolean,
        filter=FILTER,
    ),
    "channels_select": _select("channels_select", initial_channel=ID, response_url_enabled=boolean),
}
MULTI_SELECTS: Mapping[str, Check] = {
    "multi_static_select": _static("multi_static_select", initial_options=options(OPTION, most=100), **MANY),
    "multi_external_select": _select(
        "multi_external_select", initial_options=options(OPTION, most=100), min_query_length=integer(least=0), **MANY
    ),
    "multi_users_select": _select("multi_users_select", initial_users=items(ID, most=100), **MANY),
    "multi_conversations_select": _select(
        "multi_conversations_select",
        initial_conversations=items(ID, most=100),
        default_to_current_conversation=boolean,
        filter=FILTER,
        **MANY,
    ),
    "multi_channels_select": _select("multi_channels_select", initial_channels=items(ID, most=100), **MANY),
}
BUTTON = _element(
    "button",
    {"text": plain(most=75)},
    url=URL,
    value=string(most=2000),
    style=one_of("primary", "danger"),
    confirm=CONFIRM,
    accessibility_label=string(most=75),
)
OVERFLOW = _element("overflow", {"options": options(LINKED_OPTION, most=5)}, confirm=CONFIRM)
IMAGE = shape(
    required={"type": one_of("image"), "alt_text": string(most=2000, least=1)},
    optional={"image_url": URL, "slack_file": SLACK_FILE},
    any_of=("image_url", "slack_file"),
)
CHOICES: Mapping[str, Check] = {
    "checkboxes": also(
        _element(
            "checkboxes",
            {"options": options(MARKED_OPTION, most=10)},
            initial_options=options(MARKED_OPTION, most=10),
            confirm=CONFIRM,
            **FOCUS,
        ),
        _initial_among("initial_options"),
    ),
    "radio_buttons": also(
        _element(
            "radio_buttons",
            {"options": options(MARKED_OPTION, most=10)},
            initial_option=MARKED_OPTION,
            confirm=CONFIRM,
            **FOCUS,
        ),
        _initial_among("initial_option"),
    ),
}
PICKERS: Mapping[str, Check] = {
    "datepicker": _element("datepicker", initial_date=DATE, placeholder=plain(most=150), confirm=CONFIRM, **FOCUS),
    "timepicker": _element(
        "timepicker",
        initial_time=TIME,
        placeholder=plain(most=150),
        confirm=CONFIRM,
        timezone=string(most=255, least=1),
        **FOCUS,
    ),
    "datetimepicker": _element("datetimepicker", initial_date_time=integer(least=0), confirm=CONFIRM, **FOCUS),
}


def _typed_into(kind: str, required: Mapping[str, Check] | None = None, /, **optional: Check) -> Check:
    return _element(
        kind,
        required,
        placeholder=plain(most=150),
        dispatch_action_config=DISPATCH,
        **FOCUS,
        **optional,
    )


NUMBER = string(most=255, pattern=r"-?\d+(?:\.\d+)?")
TYPED: Mapping[str, Check] = {
    "plain_text_input": _typed_into(
        "plain_text_input",
        initial_value=string(most=3000),
        multiline=boolean,
        min_length=integer(least=0, most=3000),
        max_length=integer(least=1, most=3000),
    ),
    "email_text_input": _typed_into("email_text_input", initial_value=string(most=3000)),
    "url_text_input": _typed_into("url_text_input", initial_value=string(most=3000)),
    "number_input": _typed_into(
        "number_input",
        {"is_decimal_allowed": boolean},
        initial_value=NUMBER,
        min_value=NUMBER,
        max_value=NUMBER,
    ),
    "file_input": _element(
        "file_input", filetypes=items(string(most=20, least=1), most=100), max_files=integer(least=1, most=10)
    ),
}
