"""Elements that few forms need: a file, one of a few choices in sight, a menu behind three dots."""

from collections.abc import Sequence

from handlers.views.blocks import Block

MOST_FILES = 5


def file_input() -> Block:
    """Return a field for files; the app needs the scope `files:read` for it."""
    return {"type": "file_input", "action_id": "value", "max_files": MOST_FILES}


def radio(options: Sequence[Block], *, chosen: int | None = 0) -> Block:
    """Return a few choices in sight of which one is taken: the first, unless told otherwise."""
    element: Block = {"type": "radio_buttons", "action_id": "value", "options": list(options)}
    return element if chosen is None else {**element, "initial_option": options[chosen]}


def overflow(action: str, options: Sequence[Block]) -> Block:
    """Return a menu behind three dots, of at most five choices."""
    return {"type": "overflow", "action_id": action, "options": list(options)}
