"""Rich text: sections, lists, quotes and preformatted text, and what runs inside them."""

from collections.abc import Mapping

from bot.practice.blockkit.checks import Check, boolean, integer, items, one_of, shape, string, typed
from bot.practice.blockkit.objects import URL

STYLE = shape(
    required={},
    optional=dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"), boolean
    ),
)
STYLED = {"style": STYLE}
ID = string(most=255, least=1)


def _run(kind: str, required: Mapping[str, Check], **optional: Check) -> Check:
    return shape(required={"type": one_of(kind), **required}, optional={**STYLED, **optional})


RUNS: Mapping[str, Check] = {
    "text": _run("text", {"text": string(most=12_000, least=1)}),
    "link": _run("link", {"url": URL}, text=string(most=3000), unsafe=boolean),
    "user": _run("user", {"user_id": ID}),
    "usergroup": _run("usergroup", {"usergroup_id": ID}),
    "channel": _run("channel", {"channel_id": ID}),
    "emoji": _run("emoji", {"name": ID}, unicode=string(most=255)),
    "broadcast": _run("broadcast", {"range": one_of("here", "channel", "everyone")}),
    "date": _run(
        "date",
        {"timestamp": integer(), "format": string(most=255, least=1)},
        url=URL,
        fallback=string(most=3000),
    ),
    "color": _run("color", {"value": string(most=255, least=1)}),
}
INSIDE = items(typed(RUNS), most=1000, least=0)
BORDER = integer(least=0, most=1)
SECTION = shape(required={"type": one_of("rich_text_section"), "elements": INSIDE})
PARTS: Mapping[str, Check] = {
    "rich_text_section": SECTION,
    "rich_text_list": shape(
        required={
            "type": one_of("rich_text_list"),
            "style": one_of("bullet", "ordered"),
            "elements": items(typed({"rich_text_section": SECTION}), most=1000),
        },
        optional={"indent": integer(least=0, most=8), "offset": integer(least=0), "border": BORDER},
    ),
    "rich_text_quote": shape(
        required={"type": one_of("rich_text_quote"), "elements": INSIDE}, optional={"border": BORDER}
    ),
    "rich_text_preformatted": shape(
        required={"type": one_of("rich_text_preformatted"), "elements": INSIDE},
        optional={"border": BORDER, "language": string(most=255)},
    ),
}
RICH_TEXT_FIELDS: Mapping[str, Check] = {
    "type": one_of("rich_text"),
    "elements": items(typed(PARTS), most=1000),
}
RICH_TEXT = shape(required=RICH_TEXT_FIELDS, optional={"block_id": ID})
