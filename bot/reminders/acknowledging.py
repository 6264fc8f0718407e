"""Say that a reminder was seen. That is not to have filed: only proof ends the reminders."""

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change
from bot.errors import AdQuemError
from bot.reminders.silence import is_seen, ordinary
from bot.reminders.subjects import of_deadline
from storage.docket import Deadline
from storage.reminders import ReminderState, history_of


class SeenAlreadyError(AdQuemError):
    """The same person said so before."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"You said already that you saw {ref}; its next reminder asks again. "
            f"When it is filed: `/deadline done {ref}`."
        )


def acknowledge(change: Change, *, deadline: Deadline) -> None:
    """Say that somebody saw the reminders of a deadline so far; nobody else is called because of them.

    The next step of its ladder makes a new acknowledgement necessary. The date, its confirmation and its copies in
    calendars stay as they are.

    Raises:
        NotOpenError: if the deadline is done or moot.
        SeenAlreadyError: if the same person acknowledged its last reminder before.
    """
    must_be_open(deadline)
    if deadline.acknowledged_by == change.actor and _nothing_new(change, deadline):
        raise SeenAlreadyError(deadline.ref)
    deadline.acknowledged_by, deadline.acknowledged_at = change.actor, change.now
    change.session.add(deadline)
    change.deadlines[deadline.ref] = deadline
    change.log("deadline.acknowledged", subject=deadline.ref, case_id=deadline.case_id)


def _nothing_new(change: Change, deadline: Deadline) -> bool:
    """Say whether no step was posted since the last acknowledgement."""
    subject = of_deadline(deadline)
    rows = [row for row in history_of(change.session, deadline.ref) if row.target == subject.moment]
    sent = {ordinary(row.step) for row in rows if row.state is ReminderState.SENT}
    return all(is_seen(subject, step, rows) for step in sent)
