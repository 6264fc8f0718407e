"""slack_sdk's own models: they check lengths when they are written out, and drop what they do not know."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View


def of_blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what the models say against some blocks."""
    for index, block in enumerate(blocks):
        yield from _of_block(f"blocks[{index}]", dict(block))


def of_view(view: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the models say against a modal or a Home tab."""
    yield from of_blocks(view.get("blocks", ()))
    try:
        written = View(**view).to_dict()
    except (SlackObjectFormationError, TypeError, AttributeError) as error:
        yield f"slack_sdk: {error}"
        return
    yield from _lost("view", {key: value for key, value in view.items() if key != "blocks"}, written)


def _of_block(place: str, block: dict[str, Any]) -> Iterator[str]:
    try:
        parsed = Block.parse(block)
        written = parsed.to_dict() if parsed else {}
    except (SlackObjectFormationError, TypeError, AttributeError) as error:
        yield f"slack_sdk: {place}: {error}"
        return
    yield from _lost(place, block, written)


def _lost(place: str, sent: object, written: object) -> Iterator[str]:
    """Yield each attribute that the models did not write out again: they do not know it, or it is empty."""
    if isinstance(sent, Mapping) and isinstance(written, Mapping):
        for key, value in sent.items():
            if key not in written:
                yield f"slack_sdk: {place}.{key} is unknown to the models, or empty"
            else:
                yield from _lost(f"{place}.{key}", value, written[key])
    elif isinstance(sent, Sequence) and isinstance(written, Sequence) and not isinstance(sent, str):
        if len(sent) != len(written):
            yield f"slack_sdk: {place} lost some of its items"
        for index, (one, other) in enumerate(zip(sent, written, strict=False)):
            yield from _lost(f"{place}[{index}]", one, other)
    elif sent != written:
        yield f"slack_sdk: {place} was written out as {written!r}"
