"""Reminders that could not be delivered, told to those whose cases they are about."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.docket.sight import Viewer, channels_seen
from handlers import phrases
from handlers.views.text import said
from storage.cases import Case
from storage.docket import deadline_by_ref, entry_by_ref
from storage.reminders import Reminder, in_trouble


def reminders_in_trouble(session: Session, who: Viewer, cases: Sequence[Case]) -> list[str]:
    """Return a line for each waiting reminder of some cases whose last try failed; no channel is named to outsiders."""
    keys = {case.key for case in cases}
    seen = channels_seen(session, who)
    return [_line(reminder, seen) for reminder in in_trouble(session) if _case_of(session, reminder) in keys]


def _case_of(session: Session, reminder: Reminder) -> int | None:
    about = deadline_by_ref(session, reminder.subject) or entry_by_ref(session, reminder.subject)
    return about.case_id if about else None


def _line(reminder: Reminder, seen: set[str]) -> str:
    channel = reminder.rerouted_from or reminder.channel_id
    where = phrases.REMINDER_CHANNEL.format(channel=channel) if channel in seen else phrases.REMINDER_OTHER_CHANNEL
    trouble = phrases.REMINDER_TROUBLES.get(reminder.trouble) or said(reminder.trouble, 100)
    return phrases.REMINDER_IN_TROUBLE.format(ref=reminder.subject, channel=where, trouble=trouble)
