"""Shortcuts: recording something from a message, or from anywhere. In threads they stand in for slash commands."""

from handlers.commands.command import Handle
from handlers.commands.recording import open_form
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.forms import TITLE_LENGTH
from handlers.views.recording import Draft
from handlers.views.text import fitted


def record_on_the_docket(request: Request) -> Reply:
    """Open the form with a message's words as the title; its date is for the person to pick, never guessed."""
    return open_form(request, Draft(kind=None, title=fitted(request.text, TITLE_LENGTH)))


def new_entry(request: Request) -> Reply:
    """Open the empty form."""
    return open_form(request, Draft(kind=None))


SHORTCUTS: dict[str, Handle] = {"record_on_the_docket": record_on_the_docket, "new_entry": new_entry}
"""What each shortcut does, by its callback_id."""
