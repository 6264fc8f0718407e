"""What a message may say, whichever way it arrives: chat.*, a response URL or the body of an ack."""

import json
import re
from dataclasses import dataclass

from bot.practice.blockkit import check_message_blocks, with_ids
from bot.practice.nouns import Json
from bot.practice.refusals import Refusal

TEXT = 40_000
TEXT_IN_UPDATES = 4_000
ATTACHMENTS = 100
METADATA_BYTES = 8_000
EVENT_TYPE = re.compile(r"[A-Za-z0-9._-]{1,255}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The checked content of a message. None: the argument was not given."""

    text: str | None
    blocks: tuple[Json, ...] | None
    attachments: tuple[Json, ...] | None


def check_content(
    *, text: object, blocks: object = None, attachments: object = None, most: int = TEXT, needed: bool = True
) -> Content:
    """Return content that a message may have.

    Raises:
        Refusal: `no_text`, `msg_too_long`, `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`,
            `invalid_attachments` or `too_many_attachments`.
    """
    if text is not None and not isinstance(text, str):
        raise Refusal("invalid_arguments", messages=["must provide a string [json-pointer:/text]"])
    if needed and not (text and text.strip()) and not blocks and not attachments:
        raise Refusal("no_text")
    if text and len(text) > most:
        raise Refusal("msg_too_long")
    return Content(
        text=text,
        blocks=None if blocks is None else with_ids(check_message_blocks(blocks)),
        attachments=None if attachments is None else _check_attachments(attachments),
    )


def check_metadata(metadata: object) -> Json | None:
    """Return metadata that a message may carry.

    Raises:
        Refusal: `invalid_metadata_format` or `metadata_too_large`.
    """
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or set(metadata) - {"event_type", "event_payload", "entities"}:
        raise Refusal("invalid_metadata_format")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not EVENT_TYPE.fullmatch(kind) or not isinstance(payload, dict):
        raise Refusal("invalid_metadata_format")
    if len(json.dumps(metadata, ensure_ascii=False).encode()) > METADATA_BYTES:
        raise Refusal("metadata_too_large")
    return metadata


def _check_attachments(attachments: object) -> tuple[Json, ...]:
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        raise Refusal("invalid_attachments")
    if len(attachments) > ATTACHMENTS:
        raise Refusal("too_many_attachments")
    for number, each in enumerate(attachments):
        if each.get("blocks"):
            check_message_blocks(each["blocks"], at=f"/attachments/{number}/blocks")
    return tuple(attachments)
