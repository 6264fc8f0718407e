"""What people choose and type, element by element, and what Slack checks before the app hears of it."""

import re
from collections.abc import Iterable, Mapping

from bot.practice.blockkit.walking import all_elements
from bot.practice.nouns import Json
from bot.practice.refusals import Refusal

FIELDS: Mapping[str, str] = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "file_input": "files",
    "button": "value",
}
MOST_FILES = 10
STATELESS = frozenset({"button", "overflow"})
PATTERNS: Mapping[str, tuple[str, str]] = {
    "datepicker": (r"\d{4}-\d{2}-\d{2}", "Choose a date."),
    "timepicker": (r"([01]\d|2[0-3]):[0-5]\d", "Choose a time."),
    "email_text_input": (r"[^@\s]+@[^@\s]+\.[^@\s]+", "Enter a valid email address."),
    "url_text_input": (r"https?://\S+", "Enter a valid URL."),
    "number_input": (r"-?\d+(\.\d+)?", "Enter a number."),
}


def chosen(element: Json, given: object) -> Json:
    """Return what one element holds, as Slack's payloads say it; None or an empty list if nothing.

    Raises:
        Refusal: `option_not_found`, if that cannot be chosen here.
    """
    kind = element["type"]
    field = FIELDS[kind]
    held = given if given not in (None, "") else [] if field.endswith("s") else None
    offered = _offered(element)
    if offered is not None:
        held = _options(held, offered)
    timezone = {"timezone": element["timezone"]} if kind == "timepicker" and "timezone" in element else {}
    return {"type": kind, field: held, **timezone}


def state_of(blocks: Iterable[Json], given: Mapping[str, Json]) -> Json:
    """Return `state.values` for a surface: what was given, else each element's initial value.

    Raises:
        Refusal: as `chosen`.
    """
    state: Json = {}
    for block, element in all_elements(blocks):
        if element["type"] in STATELESS:
            continue
        field = FIELDS[element["type"]]
        typed = given.get(block["block_id"], {}).get(element["action_id"])
        value = typed.get(field) if typed is not None else element.get(_initial(field))
        state.setdefault(block["block_id"], {})[element["action_id"]] = chosen(element, value)
    return state


def mistakes_in(blocks: Iterable[Json], state: Json) -> dict[str, str]:
    """Return what Slack's client says below the inputs instead of submitting, by block id."""
    found: dict[str, str] = {}
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            held = state[block["block_id"]][element["action_id"]][FIELDS[element["type"]]]
            mistake = _mistake(element, held, optional=block.get("optional", False))
            if mistake:
                found[block["block_id"]] = mistake
    return found


def _mistake(element: Json, held: object, *, optional: bool) -> str | None:
    if not held:
        return None if optional else "Please complete this required field."
    pattern, sentence = PATTERNS.get(element["type"], (".*", ""))
    if isinstance(held, str) and not re.fullmatch(pattern, held, re.DOTALL):
        return sentence
    if isinstance(held, list) and element["type"] == "file_input" and len(held) > element.get("max_files", MOST_FILES):
        return f"Choose at most {element.get('max_files', MOST_FILES)} files."
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if element["type"] == "plain_text_input" and not least <= len(str(held)) <= most:
        return f"This needs between {least} and {most} characters."
    return None


def _initial(field: str) -> str:
    return "initial_value" if field == "value" else field.replace("selected_", "initial_")


def _offered(element: Json) -> list[Json] | None:
    if element["type"] not in {"static_select", "multi_static_select", "radio_buttons", "checkboxes", "overflow"}:
        return None
    grouped = [option for group in element.get("option_groups") or () for option in group["options"]]
    return [*(element.get("options") or ()), *grouped]


def _options(held: object, offered: list[Json]) -> object:
    if isinstance(held, list):
        return [_option(each, offered) for each in held]
    return None if held is None else _option(held, offered)


def _option(held: object, offered: list[Json]) -> Json:
    value = held.get("value") if isinstance(held, dict) else held
    for option in offered:
        if option["value"] == value:
            return option
    raise Refusal("option_not_found", shown="That is not among the options any more.")
