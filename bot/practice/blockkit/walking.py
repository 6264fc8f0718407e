"""Finding one's way in blocks."""

from collections.abc import Iterable, Iterator, Sequence

from bot.practice.nouns import Json


def elements_of(block: Json) -> list[Json]:
    """Return the interactive elements of one block."""
    kind = block.get("type")
    if kind == "actions":
        return list(block.get("elements", ()))
    if kind == "input":
        return [block["element"]]
    accessory = block.get("accessory") if kind == "section" else None
    return [accessory] if accessory and accessory.get("type") != "image" else []


def all_elements(blocks: Iterable[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield each interactive element with the block it stands in."""
    for block in blocks:
        for element in elements_of(block):
            yield block, element


def find_element(
    blocks: Iterable[Json], action_id: str, *, block_id: str | None = None, value: str | None = None
) -> tuple[Json, Json] | None:
    """Return the block and the element with an action id; a block id or a button's value may narrow it down."""
    for block, element in all_elements(blocks):
        if (
            element.get("action_id") == action_id
            and block_id in {None, block.get("block_id")}
            and (element.get("type") != "button" or value in {None, element.get("value")})
        ):
            return block, element
    return None


def with_ids(blocks: Sequence[Json]) -> tuple[Json, ...]:
    """Give each block and each interactive element an id where the app left it out, as Slack does."""
    taken = {block.get("block_id") for block in blocks}
    fresh = (name for number in range(len(blocks) * 2 + 1) if (name := f"block_{number}") not in taken)
    return tuple(_with_action_ids({**block, "block_id": block.get("block_id") or next(fresh)}) for block in blocks)


def _with_action_ids(block: Json) -> Json:
    if block["type"] == "actions":
        return {**block, "elements": [_named(each, number) for number, each in enumerate(block["elements"])]}
    if block["type"] == "input":
        return {**block, "element": _named(block["element"], 0)}
    if block["type"] == "section" and block.get("accessory", {}).get("type", "image") != "image":
        return {**block, "accessory": _named(block["accessory"], 0)}
    return block


def _named(element: Json, number: int) -> Json:
    return {**element, "action_id": element.get("action_id") or f"action_{number}"}
