"""Submitted forms."""

from handlers.commands import case, deadline, hearing, recording
from handlers.commands.command import Handle

SUBMISSIONS: dict[str, Handle] = {
    "case.add": case.submitted,
    "hearing.add": hearing.submitted,
    "hearing.move": hearing.move_submitted,
    "hearing.vacate": hearing.vacate_submitted,
    "entry.begin": recording.begun,
    "entry.preview": recording.preview,
    "entry.save": recording.save,
    "deadline.done": deadline.done_submitted,
}
"""What each form does when it is submitted, by its callback_id."""
