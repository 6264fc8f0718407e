"""Submitted forms."""

from handlers.commands import calendar, case, changing, deadline, docket, entry_form, hearing, law, recording
from handlers.commands.command import Handle

SUBMISSIONS: dict[str, Handle] = {
    **calendar.SUBMISSIONS,
    **case.SUBMISSIONS,
    **changing.SUBMISSIONS,
    **deadline.SUBMISSIONS,
    **docket.SUBMISSIONS,
    **entry_form.SUBMISSIONS,
    **hearing.SUBMISSIONS,
    **law.SUBMISSIONS,
    **recording.SUBMISSIONS,
}
"""What each form does when it is submitted, by its callback_id."""
