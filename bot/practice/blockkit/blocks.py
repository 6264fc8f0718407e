"""The blocks, what each may hold, and on which surface it may stand."""

from collections.abc import Mapping

from bot.practice.blockkit.checks import Check, boolean, integer, items, one_of, shape, string, typed
from bot.practice.blockkit.elements import (
    BUTTON,
    CHOICES,
    IMAGE,
    MULTI_SELECTS,
    OVERFLOW,
    PICKERS,
    SELECTS,
    TYPED,
)
from bot.practice.blockkit.objects import SLACK_FILE, URL, plain, text
from bot.practice.blockkit.rich_text import RICH_TEXT, RICH_TEXT_FIELDS

BLOCK_ID = string(most=255, least=1)
PRESSED: Mapping[str, Check] = {"button": BUTTON, "overflow": OVERFLOW}
CHOSEN: Mapping[str, Check] = {**SELECTS, **MULTI_SELECTS, **CHOICES, **PICKERS}
ON_ACTIONS: Mapping[str, Check] = {**PRESSED, **CHOSEN}
ON_SECTION: Mapping[str, Check] = {
    **PRESSED,
    "image": IMAGE,
    **{kind: check for kind, check in CHOSEN.items() if kind != "datetimepicker"},
}
ON_INPUT: Mapping[str, Check] = {**CHOSEN, **TYPED}
CONTEXT_TEXT = text(most=3000)


def _block(
    kind: str,
    *,
    required: Mapping[str, Check] | None = None,
    optional: Mapping[str, Check] | None = None,
    any_of: tuple[str, ...] = (),
) -> Check:
    return shape(
        required={"type": one_of(kind), **(required or {})},
        optional={"block_id": BLOCK_ID, **(optional or {})},
        any_of=any_of,
    )


CELL = typed(
    {
        "raw_text": shape(required={"type": one_of("raw_text"), "text": string(most=3000)}),
        "raw_number": shape(
            required={"type": one_of("raw_number"), "value": integer()}, optional={"text": string(most=3000)}
        ),
        "rich_text": shape(required=RICH_TEXT_FIELDS, optional={"block_id": BLOCK_ID}),
    }
)
COLUMN = shape(required={}, optional={"align": one_of("left", "center", "right"), "is_wrapped": boolean})
INPUT = _block(
    "input",
    required={"label": plain(most=2000), "element": typed(ON_INPUT)},
    optional={"hint": plain(most=2000), "optional": boolean, "dispatch_action": boolean},
)
EVERYWHERE: Mapping[str, Check] = {
    "actions": _block("actions", required={"elements": items(typed(ON_ACTIONS), most=25)}),
    "context": _block(
        "context",
        required={
            "elements": items(typed({"image": IMAGE, "plain_text": CONTEXT_TEXT, "mrkdwn": CONTEXT_TEXT}), most=10)
        },
    ),
    "divider": _block("divider"),
    "header": _block("header", required={"text": plain(most=150)}),
    "image": _block(
        "image",
        required={"alt_text": string(most=2000, least=1)},
        optional={"image_url": URL, "slack_file": SLACK_FILE, "title": plain(most=2000)},
        any_of=("image_url", "slack_file"),
    ),
    "rich_text": RICH_TEXT,
    "section": _block(
        "section",
        optional={
            "text": text(most=3000),
            "fields": items(text(most=2000), most=10),
            "accessory": typed(ON_SECTION),
            "expand": boolean,
        },
        any_of=("text", "fields"),
    ),
}
TABLE = _block(
    "table",
    required={"rows": items(items(CELL, most=20), most=100)},
    optional={"column_settings": items(COLUMN, most=20, least=0)},
)
MARKDOWN = _block("markdown", required={"text": string(most=12_000, least=1)})
ALERT = _block(
    "alert",
    required={"text": text(most=200)},
    optional={"level": one_of("default", "info", "warning", "error", "success")},
)

ON_MESSAGES: Mapping[str, Check] = {
    **EVERYWHERE,
    "input": INPUT,
    "table": TABLE,
    "markdown": MARKDOWN,
}
ON_MODALS: Mapping[str, Check] = {**EVERYWHERE, "input": INPUT, "alert": ALERT}
ON_HOME: Mapping[str, Check] = {
    **EVERYWHERE,
    "input": INPUT,
    "table": TABLE,
}
