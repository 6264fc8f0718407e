"""Submitted forms."""

from handlers.commands import case, changing, deadline, docket, hearing, law, recording
from handlers.commands.command import Handle

SUBMISSIONS: dict[str, Handle] = {
    **case.SUBMISSIONS,
    **changing.SUBMISSIONS,
    **deadline.SUBMISSIONS,
    **docket.SUBMISSIONS,
    **hearing.SUBMISSIONS,
    **law.SUBMISSIONS,
    **recording.SUBMISSIONS,
}
"""What each form does when it is submitted, by its callback_id."""
