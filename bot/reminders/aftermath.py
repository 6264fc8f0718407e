"""What a posted reminder leads to: the next day of what is overdue, and whom to call if nobody sees it."""

from collections.abc import Sequence

from bot.reminders.habits import habits_of
from bot.reminders.ladder import is_overdue, still_overdue
from bot.reminders.page import Page
from bot.reminders.silence import wait_for_somebody
from bot.reminders.subjects import Subject, subject_of
from storage.planning import Planned, planned
from storage.reminders import Reminder


def what_follows(page: Page, rows: Sequence[Reminder], *, history: Sequence[Reminder]) -> list[Planned]:
    """Return what follows some rows that were just posted as one message; what ended meanwhile leads to nothing.

    Args:
        history: what was said of their subject, and every call about it, locked: what waited because of an earlier
            step waits no more.
    """
    thing = page.things.get(rows[-1].subject)
    subject = subject_of(thing) if thing else None
    if thing is None or subject is None or not subject.stands or subject.moment != rows[-1].target:
        return []
    next_day = [_next_day(page, subject, rows[-1], history)] if any(is_overdue(row.step) for row in rows) else []
    calls = wait_for_somebody(page, subject, rows[-1], rows=history, thing=thing) if subject.is_deadline else []
    return [*next_day, *calls]


def _next_day(page: Page, subject: Subject, row: Reminder, history: Sequence[Reminder]) -> Planned:
    habits = page.once(habits_of, row.rerouted_from or row.channel_id)
    here = [each for each in history if (each.channel_id, each.target) == (row.channel_id, row.target)]
    said = {each.step for each in here if each.sent_at}
    step = still_overdue(max(page.now, row.due_at), zone=subject.zone, habits=habits, said=said)
    return planned(
        subject=row.subject,
        channel_id=row.channel_id,
        step=step.name,
        target=row.target,
        due_at=step.at,
        rerouted_from=row.rerouted_from,
    )
