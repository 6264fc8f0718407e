"""`@adquem`: one sentence of help, and buttons that open the forms."""

from handlers import phrases
from handlers.commands.command import Handle
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import Message, actions, button, message, section
from storage import slack


def mentioned(request: Request) -> Reply:
    """Answer a mention, once."""
    with request.desk.store.writing() as session:
        receipt = slack.Receipt(key=request.receipt, at=request.desk.clock.now())
        if not slack.take(session, receipt):
            return Reply()
    return Reply(message=offer())


def offer() -> Message:
    """Return what can be recorded with one press."""
    return message(
        section(phrases.MENTION),
        actions(
            button(phrases.ADD_HEARING, "form.open.hearing", "hearing"),
            button(phrases.ADD_ORDER, "form.open.order", "order"),
            button(phrases.ADD_RULING, "form.open.ruling", "ruling"),
        ),
    )


ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""
