"""What people press on reminders."""

from bot.docket.sight import find_deadline
from bot.reminders.acknowledging import acknowledge
from handlers import phrases
from handlers.commands.command import Handle
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.text import long_date, said


def acknowledge_deadline(request: Request) -> Reply:
    """Say that a reminder was seen: nobody else is called because of it, and the date is owed as before."""
    with request.change() as change:
        deadline = find_deadline(change.session, request.who, request.value)
        acknowledge(change, deadline=deadline)
    told = phrases.REMIND_YOU_SAW.format(ref=deadline.ref, title=said(deadline.title), due=long_date(deadline.due))
    return Reply(message=plainly(told), stale=(deadline.ref,))


ACTIONS: dict[str, Handle] = {"deadline.acknowledge": acknowledge_deadline}
"""What its buttons do, by their action_ids."""
