"""Elements that few views need: a file, one of a few choices in sight, a menu behind three dots, a decision."""

from collections.abc import Sequence

from handlers import phrases
from handlers.views.blocks import Block, View, button

MOST_FILES = 5


def decide_button(case_ref: str = "") -> Block:
    """Return the button that shows which dates wait for a decision, in one case or in all that are followed here."""
    return button(phrases.SHOW_CHANGES, "change.show", case_ref or "here", style="primary")


def file_input() -> Block:
    """Return a field for files; the app needs the scope `files:read` for it."""
    return {"type": "file_input", "action_id": "value", "max_files": MOST_FILES}


def without_files(view: View) -> View:
    """Return a form without its fields for files: what Slack opens for a bot that was not granted `files:read`."""
    kept = [block for block in view["blocks"] if block.get("element", {}).get("type") != "file_input"]
    return {**view, "blocks": kept}


def radio(options: Sequence[Block], *, chosen: int | None = 0) -> Block:
    """Return a few choices in sight of which one is taken: the first, unless told otherwise."""
    element: Block = {"type": "radio_buttons", "action_id": "value", "options": list(options)}
    return element if chosen is None else {**element, "initial_option": options[chosen]}


def overflow(action: str, options: Sequence[Block]) -> Block:
    """Return a menu behind three dots, of at most five choices."""
    return {"type": "overflow", "action_id": action, "options": list(options)}
