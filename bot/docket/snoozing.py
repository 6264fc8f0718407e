"""Hold the reminders of a deadline for a while; never in the last days before its safe date."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.docket.deadlines import must_be_open
from bot.docket.desk import Change
from bot.errors import AdQuemError
from bot.law import long_date
from storage.docket import Deadline

LAST_DAYS = timedelta(days=3)
"""Before the safe date: nothing holds the reminders of those days."""


class TooLateToSnoozeError(AdQuemError):
    """The deadline is so near that its reminders may not be held any more."""

    def __init__(self, ref: str, due: str) -> None:
        super().__init__(
            f"{ref} is due on {due}: in its last three days, and after it, nothing holds its reminders. "
            f"Press Done when it is filed, or `/deadline assign {ref}` to whoever can file it."
        )


class SnoozeTooLongError(AdQuemError):
    """The reminders would be held into the last days before the safe date."""

    def __init__(self, ref: str, due: date, latest: date) -> None:
        super().__init__(
            f"{ref} is due on {long_date(due)}: its reminders can be held until {long_date(latest)} at the latest. "
            f"Type `/deadline snooze {ref} until {latest.day} {latest:%B} {latest.year}`."
        )


class SnoozeEndsBeforeItBeginsError(AdQuemError):
    """The day until which the reminders were to be held has come."""

    def __init__(self, ref: str, until: str) -> None:
        super().__init__(f"{until} has come already: nothing would be held. Type a later day, or `2 days`, for {ref}.")


class NotSnoozedError(AdQuemError):
    """No reminders are held."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"The reminders of {ref} are not held; they come as usual.")


def snooze(change: Change, *, deadline: Deadline, until: date) -> None:
    """Hold the reminders of a deadline until the beginning of a day on the court's calendar.

    Raises:
        NotOpenError: if the deadline is done or moot.
        TooLateToSnoozeError, SnoozeTooLongError: if that reached into the last days before the safe date.
        SnoozeEndsBeforeItBeginsError: if that day has come.
    """
    must_be_snoozable(deadline, now=change.now)
    zone = ZoneInfo(deadline.zone)
    if until <= change.now.astimezone(zone).date():
        raise SnoozeEndsBeforeItBeginsError(deadline.ref, long_date(until))
    if until > last_day_of_snooze(deadline):
        raise SnoozeTooLongError(deadline.ref, deadline.due, last_day_of_snooze(deadline))
    _hold(change, deadline, datetime.combine(until, time.min, zone), "deadline.snoozed")


def wake(change: Change, *, deadline: Deadline) -> None:
    """Let the reminders of a deadline come as usual again.

    Raises:
        NotOpenError: if the deadline is done or moot.
        NotSnoozedError: if they are not held.
    """
    must_be_open(deadline)
    if held_until(deadline, now=change.now) is None:
        raise NotSnoozedError(deadline.ref)
    _hold(change, deadline, None, "deadline.woken")


def must_be_snoozable(deadline: Deadline, *, now: datetime) -> None:
    """Refuse to hold the reminders of what is closed, due soon or overdue.

    Raises:
        NotOpenError, TooLateToSnoozeError: as for `snooze`.
    """
    must_be_open(deadline)
    if last_day_of_snooze(deadline) <= now.astimezone(ZoneInfo(deadline.zone)).date():
        raise TooLateToSnoozeError(deadline.ref, long_date(deadline.due))


def last_day_of_snooze(deadline: Deadline) -> date:
    """Return the last day until whose beginning the reminders of a deadline can be held."""
    return deadline.due - LAST_DAYS


def held_until(deadline: Deadline, *, now: datetime) -> datetime | None:
    """Return until when the reminders of a deadline are held; never into its last days, even if it moved meanwhile."""
    if deadline.snoozed_until is None:
        return None
    limit = datetime.combine(last_day_of_snooze(deadline), time.min, ZoneInfo(deadline.zone))
    until = min(deadline.snoozed_until, limit)
    return until if until > now else None


def _hold(change: Change, deadline: Deadline, until: datetime | None, action: str) -> None:
    deadline.snoozed_until = until
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        action,
        subject=deadline.ref,
        case_id=deadline.case_id,
        until=until.isoformat() if until else None,
    )
