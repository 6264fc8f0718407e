"""Whole messages and views: how many blocks, of which kinds, and what must be unique across them."""

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.practice.blockkit.blocks import ON_HOME, ON_MESSAGES, ON_MODALS
from bot.practice.blockkit.checks import Check, Problems, boolean, items, one_of, shape, string, typed
from bot.practice.blockkit.objects import OPTION, OPTION_GROUP, options, plain
from bot.practice.blockkit.walking import all_elements
from bot.practice.nouns import Json
from bot.practice.refusals import Refusal

BLOCKS_PER_MESSAGE = 50
BLOCKS_PER_VIEW = 100
VIEW_BYTES = 250_000
MISFIT = "failed to match all allowed schemas [json-pointer:/view]"
MARKDOWN_PER_MESSAGE = 12_000
TEXT_PER_MESSAGE = 12_000
TEXT_PER_BLOCK = 15  # Slack counts its containers too: 9,597 characters in 50 blocks pass, 11,341 in 45 do not


def check_message_blocks(blocks: object, *, at: str = "/blocks") -> tuple[Json, ...]:
    """Return blocks that a message may carry.

    Raises:
        Refusal: `invalid_blocks_format` if they are no list of objects, `invalid_blocks` if a limit is broken,
            `msg_blocks_too_long` if all their text together is too long.
    """
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Refusal("invalid_blocks_format")
    problems = Problems()
    items(typed(ON_MESSAGES), most=BLOCKS_PER_MESSAGE, least=0)(blocks, at, problems)
    _check_unique(blocks, at, problems)
    if sum(block.get("type") == "table" for block in blocks) > 1:
        problems.add("only_one_table_allowed", at)
    if sum(len(str(each.get("text", ""))) for each in blocks if each.get("type") == "markdown") > MARKDOWN_PER_MESSAGE:
        problems.add(f"must be less than {MARKDOWN_PER_MESSAGE + 1} characters in all markdown blocks", at)
    if problems.found:
        raise Refusal("invalid_blocks", messages=problems.found)
    if sum(map(len, _texts(blocks))) + TEXT_PER_BLOCK * len(blocks) > TEXT_PER_MESSAGE:
        raise Refusal("msg_blocks_too_long")
    return tuple(blocks)


def check_view(view: object, *, kinds: Sequence[str]) -> Json:
    """Return a view that may be shown; `kinds` are the types of view that are welcome here.

    Raises:
        Refusal: `invalid_arguments` if a limit is broken, `view_too_large` over 250 kB.
    """
    problems = Problems()
    typed({kind: VIEWS[kind] for kind in kinds})(view, "/view", problems)
    if isinstance(view, dict) and isinstance(view.get("blocks"), list):
        blocks = [block for block in view["blocks"] if isinstance(block, dict)]
        _check_unique(blocks, "/view/blocks", problems)
        has_input = any(block.get("type") == "input" for block in blocks)
        if view.get("type") == "modal" and has_input and not view.get("submit"):
            problems.add("missing required field: submit", "/view")
    if not problems.found and isinstance(view, dict) and sum(map(_is_focused, all_elements(view["blocks"]))) > 1:
        problems.add("only one element may set focus_on_load", "/view/blocks")
    if problems.found or not isinstance(view, dict):
        raise Refusal("invalid_arguments", messages=[MISFIT, *problems.found])
    if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES:
        raise Refusal("view_too_large")
    return view


def check_options(answer: object) -> Json:
    """Return the options that an app suggests.

    Raises:
        Refusal: `invalid_options`, if they break a limit.
    """
    problems = Problems()
    SUGGESTIONS(answer, "", problems)
    if problems.found or not isinstance(answer, dict):
        raise Refusal("invalid_options", messages=problems.found)
    return answer


SUGGESTIONS = shape(
    required={},
    optional={"options": options(OPTION, most=100, least=0), "option_groups": items(OPTION_GROUP, most=100)},
    any_of=("options", "option_groups"),
)


def _view(
    kind: str, blocks: Mapping[str, Check], required: Mapping[str, Check], optional: Mapping[str, Check]
) -> Check:
    return shape(
        required={"type": one_of(kind), "blocks": items(typed(blocks), most=BLOCKS_PER_VIEW), **required},
        optional={
            "private_metadata": string(most=3000),
            "callback_id": string(most=255),
            "external_id": string(most=255),
            **optional,
        },
    )


VIEWS: Mapping[str, Check] = {
    "modal": _view(
        "modal",
        ON_MODALS,
        {"title": plain(most=24)},
        {
            "submit": plain(most=24),
            "close": plain(most=24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
    ),
    "home": _view("home", ON_HOME, {}, {}),
}


def _check_unique(blocks: Sequence[Json], at: str, problems: Problems) -> None:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id in seen:
            problems.add(f"block_id `{block_id}` already exists", f"{at}/{number}/block_id")
        if isinstance(block_id, str):
            seen.add(block_id)
        _check_unique_actions(block, f"{at}/{number}", problems)


def _check_unique_actions(block: Json, at: str, problems: Problems) -> None:
    elements = block.get("elements") if block.get("type") == "actions" else None
    ids = [each.get("action_id") for each in elements if isinstance(each, dict)] if isinstance(elements, list) else []
    for number, action_id in enumerate(ids):
        if action_id is not None and action_id in ids[:number]:
            problems.add(f"action_id `{action_id}` already exists", f"{at}/elements/{number}/action_id")


def _is_focused(found: tuple[Json, Json]) -> bool:
    return bool(found[1].get("focus_on_load"))


def _texts(value: object) -> Iterator[str]:
    """Yield every text a person reads in blocks: the strings called `text`, however deep."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "text" and isinstance(each, str):
                yield each
            else:
                yield from _texts(each)
