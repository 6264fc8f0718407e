"""The few Block Kit shapes that everything is built from (limits: https://docs.slack.dev/reference/block-kit)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from handlers import phrases
from handlers.views.text import fitted

Block = dict[str, Any]
View = dict[str, Any]

SECTION = 2900
BUTTON = 70
OPTION = 70
TITLE = 24
VALUE = 1900
MOST_BLOCKS = 48
_SPOKEN = 3800
_TOGETHER = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: its blocks, and the whole of it as plain text for notifications and screen readers."""

    text: str
    blocks: Sequence[Block] = field(default_factory=tuple)


def mrkdwn(text: str, limit: int = SECTION) -> Block:
    """Return marked-up text in which Slack looks for no mentions or links of its own."""
    return {"type": "mrkdwn", "text": fitted(text, limit), "verbatim": True}


def plain(text: str, limit: int = 150) -> Block:
    """Return plain text."""
    return {"type": "plain_text", "text": fitted(text, limit), "emoji": True}


def section(text: str, *, accessory: Block | None = None) -> Block:
    """Return a paragraph."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block if accessory is None else {**block, "accessory": accessory}


def paragraphs(lines: Iterable[str], *, between: str = "\n") -> list[Block]:
    """Return lines joined into paragraphs that fit a block; none is lost."""
    parts: list[str] = []
    for line in lines:
        if parts and len(parts[-1]) + len(between) + len(line) <= _TOGETHER:
            parts[-1] = f"{parts[-1]}{between}{line}"
        else:
            parts.append(fitted(line, _TOGETHER))
    return [section(part) for part in parts]


def message(*blocks: Block) -> Message:
    """Return a message whose plain text says all that its blocks say: screen readers read nothing else."""
    return Message(text=fitted("\n".join(_spoken(block) for block in blocks if _spoken(block)), _SPOKEN), blocks=blocks)


def plainly(text: str) -> Message:
    """Return a message of one paragraph."""
    return message(section(text))


def header(text: str) -> Block:
    """Return a heading."""
    return {"type": "header", "text": plain(text, 140)}


def context(*texts: str) -> Block:
    """Return small print."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def divider() -> Block:
    """Return a line across."""
    return {"type": "divider"}


def button(label: str, action: str, value: str, *, style: str | None = None) -> Block:
    """Return a button."""
    element: Block = {"type": "button", "text": plain(label, BUTTON), "action_id": action, "value": value}
    return element if style is None else {**element, "style": style}


def actions(*elements: Block, block_id: str | None = None) -> Block:
    """Return a row of buttons."""
    block: Block = {"type": "actions", "elements": list(elements)}
    return block if block_id is None else {**block, "block_id": block_id}


def option(label: str, value: str, description: str = "") -> Block:
    """Return one choice of a menu."""
    choice: Block = {"text": plain(label, OPTION), "value": value}
    return {**choice, "description": plain(description, OPTION)} if description else choice


def menu(options: Sequence[Block], *, chosen: str | None = None, hint: str = "") -> Block:
    """Return a menu of at most a hundred choices."""
    element: Block = {
        "type": "static_select",
        "action_id": "value",
        "options": list(options),
        "placeholder": plain(hint or phrases.CHOOSE),
    }
    return _with_choice(element, options, chosen)


def grouped_menu(groups: Iterable[tuple[str, Sequence[Block]]], *, chosen: str | None = None, hint: str = "") -> Block:
    """Return a menu under headings; each heading holds at most a hundred choices, and empty ones are left out."""
    shown = [(label, options) for label, options in groups if options]
    element: Block = {
        "type": "static_select",
        "action_id": "value",
        "option_groups": [{"label": plain(label, OPTION), "options": list(options)} for label, options in shown],
        "placeholder": plain(hint or phrases.CHOOSE),
    }
    return _with_choice(element, [choice for _, options in shown for choice in options], chosen)


def line_input(*, initial: str = "", longest: int = 300, multiline: bool = False, hint: str = "") -> Block:
    """Return a field for text."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": "value",
        "max_length": longest,
        "multiline": multiline,
    }
    if initial:
        element["initial_value"] = fitted(initial, longest)
    return {**element, "placeholder": plain(hint)} if hint else element


def date_input(initial: date | None = None) -> Block:
    """Return a calendar to pick a day from."""
    element: Block = {"type": "datepicker", "action_id": "value"}
    return element if initial is None else {**element, "initial_date": initial.isoformat()}


def time_input(initial: time | None = None, *, zone: str | None = None) -> Block:
    """Return a clock to pick a wall time from."""
    element: Block = {"type": "timepicker", "action_id": "value"}
    if zone is not None:
        element["timezone"] = zone
    return element if initial is None else {**element, "initial_time": initial.strftime("%H:%M")}


def person_input(initial: str | None = None) -> Block:
    """Return a list to pick a person from."""
    element: Block = {"type": "users_select", "action_id": "value"}
    return element if initial is None else {**element, "initial_user": initial}


def checkboxes(options: Sequence[Block]) -> Block:
    """Return up to ten boxes, all ticked."""
    return {
        "type": "checkboxes",
        "action_id": "value",
        "options": list(options),
        "initial_options": list(options),
    }


def field_block(name: str, label: str, element: Block, *, optional: bool = False, hint: str = "") -> Block:
    """Return a labelled field; `name` is what its answer, and a complaint about it, is keyed by."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": element,
        "optional": optional,
    }
    return {**block, "hint": plain(hint, 200)} if hint else block


def modal(
    title: str, blocks: Sequence[Block], *, callback: str = "", memo: str = "", submit: str = "", close: str = ""
) -> View:
    """Return a form, or a page to read if nothing is submitted."""
    view: View = {
        "type": "modal",
        "title": plain(title, TITLE),
        "blocks": list(blocks),
        "close": plain(close or phrases.CLOSE, TITLE),
    }
    told = {"private_metadata": memo, "callback_id": callback}
    view |= {name: value for name, value in told.items() if value}
    return {**view, "submit": plain(submit, TITLE)} if submit else view


def _spoken(block: Block) -> str:
    """Return the words of a block, without the marks that only eyes need."""
    texts = [
        block.get("text"),
        *block.get("fields", ()),
        *(block.get("elements", ()) if block["type"] == "context" else ()),
    ]
    words = "\n".join(text["text"] if isinstance(text, dict) and "text" in text else "" for text in texts if text)
    return words.replace("*", "").replace("~", "").replace("`", "").strip()


def _with_choice(element: Block, options: Sequence[Block], chosen: str | None) -> Block:
    initial = next((choice for choice in options if choice["value"] == chosen), None)
    return element if initial is None else {**element, "initial_option": initial}
