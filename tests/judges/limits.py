"""Slack's limits, from the table of slackblocks, applied by a walk of our own.

Lengths are counted in Unicode code points, as that table does.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slackblocks import _limits as most
from slackblocks._surfaces import _BLOCK_TYPES_BY_SURFACE as SURFACES

_READABLE = 4000  # chat.postMessage: "for best results, limit the number of characters in the text field to 4,000"
_PICKERS = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
_SELECTS = (*_PICKERS, *(f"multi_{picker}" for picker in _PICKERS))
_TYPED = ("plain_text_input", "email_text_input", "url_text_input", "number_input")

MOST: Mapping[tuple[str, str], int] = {
    ("section", "text"): most.SECTION_TEXT_MAX_LENGTH,
    ("section", "fields"): most.SECTION_FIELDS_MAX_ITEMS,
    ("header", "text"): most.HEADER_TEXT_MAX_LENGTH,
    ("context", "elements"): most.CONTEXT_ELEMENTS_MAX_ITEMS,
    ("actions", "elements"): most.ACTIONS_ELEMENTS_MAX_ITEMS,
    ("image", "image_url"): most.IMAGE_IMAGE_URL_MAX_LENGTH,
    ("image", "alt_text"): most.IMAGE_ALT_TEXT_MAX_LENGTH,
    ("image", "title"): most.IMAGE_TITLE_MAX_LENGTH,
    ("input", "label"): most.INPUT_LABEL_MAX_LENGTH,
    ("input", "hint"): most.INPUT_HINT_MAX_LENGTH,
    ("markdown", "text"): most.MARKDOWN_TEXT_MAX_LENGTH,
    ("table", "rows"): most.TABLE_ROWS_MAX_ITEMS,
    ("table", "column_settings"): most.TABLE_COLUMN_SETTINGS_MAX_ITEMS,
    ("table row", ""): most.TABLE_COLUMNS_MAX_ITEMS,
    ("field", "text"): most.SECTION_FIELDS_ITEM_MAX_LENGTH,
    ("button", "text"): most.BUTTON_TEXT_MAX_LENGTH,
    ("button", "value"): most.BUTTON_VALUE_MAX_LENGTH,
    ("button", "url"): most.BUTTON_URL_MAX_LENGTH,
    ("button", "accessibility_label"): most.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH,
    ("overflow", "options"): most.OVERFLOW_OPTIONS_MAX_ITEMS,
    ("checkboxes", "options"): most.CHECKBOXES_OPTIONS_MAX_ITEMS,
    ("radio_buttons", "options"): most.RADIO_BUTTONS_OPTIONS_MAX_ITEMS,
    ("datepicker", "placeholder"): most.DATE_PICKER_PLACEHOLDER_MAX_LENGTH,
    ("timepicker", "placeholder"): most.TIME_PICKER_PLACEHOLDER_MAX_LENGTH,
    **{(kind, "options"): most.SELECT_OPTIONS_MAX_ITEMS for kind in _SELECTS},
    **{(kind, "option_groups"): most.SELECT_OPTION_GROUPS_MAX_ITEMS for kind in _SELECTS},
    **{(kind, "placeholder"): most.SELECT_PLACEHOLDER_MAX_LENGTH for kind in _SELECTS},
    **{(kind, "placeholder"): most.PLAIN_TEXT_INPUT_PLACEHOLDER_MAX_LENGTH for kind in _TYPED},
    ("option", "text"): most.OPTION_TEXT_MAX_LENGTH,
    ("option", "value"): most.OPTION_VALUE_MAX_LENGTH,
    ("option", "description"): most.OPTION_DESCRIPTION_MAX_LENGTH,
    ("option group", "label"): most.OPTION_GROUP_LABEL_MAX_LENGTH,
    ("option group", "options"): most.OPTION_GROUP_OPTIONS_MAX_ITEMS,
    ("confirmation", "title"): most.CONFIRMATION_TITLE_MAX_LENGTH,
    ("confirmation", "text"): most.CONFIRMATION_TEXT_MAX_LENGTH,
    ("confirmation", "confirm"): most.CONFIRMATION_CONFIRM_MAX_LENGTH,
    ("confirmation", "deny"): most.CONFIRMATION_DENY_MAX_LENGTH,
    ("message", "blocks"): most.MESSAGE_BLOCKS_MAX_ITEMS,
    ("modal", "title"): most.VIEW_TITLE_MAX_LENGTH,
    ("modal", "submit"): most.VIEW_SUBMIT_MAX_LENGTH,
    ("modal", "close"): most.VIEW_CLOSE_MAX_LENGTH,
    **{(view, "blocks"): most.VIEW_BLOCKS_MAX_ITEMS for view in ("modal", "home")},
    **{(view, "private_metadata"): most.VIEW_PRIVATE_METADATA_MAX_LENGTH for view in ("modal", "home")},
    **{(view, "callback_id"): most.VIEW_CALLBACK_ID_MAX_LENGTH for view in ("modal", "home")},
    **{(view, "external_id"): most.VIEW_EXTERNAL_ID_MAX_LENGTH for view in ("modal", "home")},
}
"""The most characters of a text, or items of a list, by the object and the attribute that holds it."""

_ANYWHERE = {
    "text": most.TEXT_MAX_LENGTH,
    "action_id": most.ACTION_ID_MAX_LENGTH,
    "block_id": most.BLOCK_ID_MAX_LENGTH,
}
_NEVER_EMPTY = ("blocks", "elements", "fields", "options", "option_groups", "rows", "text", "action_id", "block_id")
_ROLES = {
    "fields": "field",
    "options": "option",
    "initial_option": "option",
    "initial_options": "option",
    "option_groups": "option group",
    "confirm": "confirmation",
}
"""What an object is called that says no type of its own, by the attribute that holds it."""


def of_message(blocks: Sequence[Mapping[str, Any]], text: str) -> Iterator[str]:
    """Yield each limit that a message breaks."""
    if not text.strip():
        yield "limits: text is empty: notifications would be blank and screen readers silent"
    if len(text) > _READABLE:
        yield f"limits: text has {len(text)} characters; {_READABLE} are the most that Slack recommends"
    yield from _of_surface("message", {"blocks": list(blocks)})


def of_view(view: Mapping[str, Any]) -> Iterator[str]:
    """Yield each limit that a modal or a Home tab breaks."""
    kind = str(view.get("type"))
    if kind not in {"modal", "home"}:
        yield f"limits: a view is a modal or a home, not {kind!r}"
        return
    if kind == "modal" and any(block.get("type") == "input" for block in view["blocks"]) and not view.get("submit"):
        yield "limits: a modal with an input needs submit"
    yield from _of_surface(kind, view)


def _of_surface(surface: str, holder: Mapping[str, Any]) -> Iterator[str]:
    blocks = holder["blocks"]
    yield from _walk(surface, surface, holder)
    yield from _foreign(surface, blocks)
    yield from _twice("block_id", surface, blocks)
    for index, block in enumerate(blocks):
        place = f"blocks[{index}]"
        yield from _twice("action_id", place, list(_elements(block)))
        if block.get("type") == "section" and not (block.get("text") or block.get("fields")):
            yield f"limits: {place} is a section without text and without fields"


def _foreign(surface: str, blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the blocks that may not stand on this surface."""
    allowed = {str(name): kinds for name, kinds in SURFACES.items()}[surface]
    for index, block in enumerate(blocks):
        if block.get("type") not in allowed:
            yield f"limits: blocks[{index}] is a {block.get('type')}, which may not stand in a {surface}"
    if sum(block.get("type") == "table" for block in blocks) > 1:
        yield "limits: only one table may stand in a message"


def _twice(key: str, place: str, holders: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the ids that stand more than once."""
    counted = Counter(holder[key] for holder in holders if key in holder)
    yield from (f"limits: {place} has {key} {name!r} {times} times" for name, times in counted.items() if times > 1)


def _elements(block: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from (element for element in block.get("elements", ()) if isinstance(element, Mapping))
    yield from (block[key] for key in ("accessory", "element") if key in block)


def _walk(place: str, role: str, node: Mapping[str, Any]) -> Iterator[str]:
    """Yield each limit broken by an object or by anything in it."""
    if "options" in node:
        yield from _strange_choice(place, node)
    for key, value in node.items():
        here = f"{place}.{key}"
        yield from _too_much(here, role, key, value)
        for index, item in _objects(value):
            inside = here if index is None else f"{here}[{index}]"
            yield from _of_item(inside, _ROLES.get(key) or str(_type(item)), item)


def _of_item(place: str, role: str, item: object) -> Iterator[str]:
    if isinstance(item, Mapping):
        yield from _walk(place, role, item)
    else:  # a row of a table
        row = item if isinstance(item, list) else []
        yield from _too_much(place, "table row", "", row)
        for index, cell in enumerate(row):
            yield from _of_item(f"{place}[{index}]", str(_type(cell)), cell)


def _type(item: object) -> object:
    """Return the type that an object says it is of."""
    return item.get("type") if isinstance(item, Mapping) else None


def _objects(value: object) -> Iterator[tuple[int | None, object]]:
    if isinstance(value, Mapping):
        yield None, value
    elif isinstance(value, list):
        yield from ((index, item) for index, item in enumerate(value) if isinstance(item, Mapping | list))


def _too_much(place: str, role: str, key: str, value: object) -> Iterator[str]:
    size = _size(value)
    if size is None:
        return
    limit = MOST.get((role, key), _ANYWHERE.get(key))
    if limit is not None and size > limit:
        unit = "items" if isinstance(value, list) else "characters"
        yield f"limits: {place} has {size} {unit}; Slack takes {limit}"
    if size == 0 and (key in _NEVER_EMPTY or (role, key) in MOST):
        yield f"limits: {place} is empty"


def _size(value: object) -> int | None:
    """Return how long a text, a text object or a list is."""
    if isinstance(value, Mapping):
        value = value.get("text")
    return len(value) if isinstance(value, str | list) else None


def _strange_choice(place: str, node: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is chosen at first and is not among the options."""
    chosen = [*node.get("initial_options", ()), *([node["initial_option"]] if "initial_option" in node else ())]
    yield from (
        f"limits: {place} starts with {one} which is not an option" for one in chosen if one not in node["options"]
    )
