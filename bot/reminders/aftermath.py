"""What a posted reminder leads to: the next day of what is overdue, and whom to call if nobody sees it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.reminders.habits import habits_of
from bot.reminders.ladder import is_overdue, still_overdue
from bot.reminders.people import duty_of
from bot.reminders.silence import wait_for_somebody
from bot.reminders.steps import OpenDays
from bot.reminders.subjects import Subject, about, subject_of
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.law import closures_of
from storage.reminders import Reminder, plan, planned


def plan_what_follows(
    session: Session, book: Rulebook, rows: Sequence[Reminder], *, history: Sequence[Reminder], now: datetime
) -> None:
    """Plan what follows some rows that were just posted as one message; what ended meanwhile leads to nothing.

    Args:
        history: every row about their subject, locked.
    """
    thing = about(session, rows[-1].subject)
    subject = subject_of(thing) if thing else None
    if thing is None or subject is None or not subject.stands or subject.moment != rows[-1].target:
        return
    if any(is_overdue(row.step) for row in rows):
        _plan_next_day(session, subject, rows[-1], now=now)
    if subject.is_deadline:
        court = session.get_one(Case, subject.case_id).court
        wait_for_somebody(
            session,
            subject,
            rows[-1],
            rows=history,
            duty=duty_of(session, thing, now=now),
            days=OpenDays(book=book, court=court, closures=closures_of(session, court)),
            now=now,
        )


def _plan_next_day(session: Session, subject: Subject, row: Reminder, *, now: datetime) -> None:
    habits = habits_of(session, row.rerouted_from or row.channel_id)
    step = still_overdue(now, zone=subject.zone, habits=habits)
    tomorrow = planned(
        subject=row.subject,
        channel_id=row.channel_id,
        step=step.name,
        target=row.target,
        due_at=step.at,
        rerouted_from=row.rerouted_from,
    )
    plan(session, [tomorrow])
