"""What becomes of rows: moved, revived or cancelled; once claimed, put back, given back untried, or dropped."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlmodel import Session

from storage.claiming import Taken, claimed
from storage.planning import plan, planned
from storage.reminders import DIGEST, Reminder, ReminderState

FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
Row = TypeVar("Row", Taken, Reminder)
Rows = Sequence[Taken | Reminder]
"""As a claim took them or, once a message is prepared, as they were read since."""
WAITING = (ReminderState.PLANNED, ReminderState.CLAIMED)


def by_message(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """Return the rows of each subject, date and channel together, the oldest first: one message each.

    Digests of several mornings are one, too: each would say the same.
    """
    gathered: dict[tuple[str, str, datetime | None], list[Row]] = {}
    for row in rows:
        date = None if row.subject == DIGEST else row.target
        gathered.setdefault((row.subject, row.channel_id, date), []).append(row)
    return [tuple(group) for group in gathered.values()]


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after that many tries: 15 seconds, doubled each time, a quarter of an hour at most."""
    doublings: int = 2 ** min(attempts - 1, 10)
    return min(FIRST_WAIT * doublings, LONGEST_WAIT)


def move(row: Reminder, at: datetime, *, late: bool = False) -> None:
    """Let a row that waits come at another time; `late` if its step had passed before the date was known."""
    if row.due_at != at:
        row.due_at = row.not_before = at
        row.recorded_late = late


def revive(row: Reminder, at: datetime, *, late: bool = False) -> None:
    """Let a cancelled row wait again, as if it had never been tried."""
    row.state, row.attempts, row.trouble = ReminderState.PLANNED, 0, ""
    row.due_at = row.not_before = at
    row.recorded_late = late


def cancel(row: Reminder) -> None:
    """Let a row that waits be said no more; what was sent stays sent.

    Whoever holds a claim may have posted it and died: if the row is revived, the channel is searched before it is said.
    """
    if row.state in WAITING:
        row.in_doubt = row.in_doubt or row.state is ReminderState.CLAIMED
        row.state = ReminderState.CANCELLED


def put_back(
    session: Session, rows: Sequence[Reminder], *, not_before: datetime, trouble: str, in_doubt: bool = False
) -> None:
    """Let some rows wait for another try; `in_doubt` if this one may have been posted."""
    for row in _still_claimed(session, rows):
        row.state, row.not_before, row.trouble = ReminderState.PLANNED, not_before, trouble
        row.in_doubt = row.in_doubt or in_doubt


def give_back(session: Session, rows: Rows, *, not_before: datetime) -> None:
    """Return some rows that were not tried, as if they had not been taken."""
    for row in _still_claimed(session, rows):
        row.state, row.not_before, row.attempts = ReminderState.PLANNED, not_before, row.attempts - 1


def drop(session: Session, rows: Sequence[Reminder]) -> None:
    """Cancel some rows that nobody needs any more."""
    for row in _still_claimed(session, rows):
        row.state = ReminderState.CANCELLED


def reroute(session: Session, row: Reminder, *, people: Iterable[str], now: datetime) -> None:
    """Plan the same step, once, as a direct message to each of some people."""
    again = [
        planned(
            subject=row.subject,
            channel_id=person,
            step=row.step,
            target=row.target,
            due_at=now,
            rerouted_from=row.rerouted_from or row.channel_id,
        )
        for person in dict.fromkeys(people)
    ]
    plan(session, again)


def is_person(name: str) -> bool:
    """Say whether a name is the Slack id of a person, not of a channel nor a word such as `import`."""
    return name.startswith(("U", "W"))


def still_held(session: Session, rows: Rows) -> list[Reminder]:
    """Return those rows that the claim still holds, the oldest first."""
    return sorted(_still_claimed(session, rows), key=lambda row: (row.due_at, row.key))


def _still_claimed(session: Session, rows: Rows) -> list[Reminder]:
    return [row for row in _mine(session, rows) if row.state is ReminderState.CLAIMED]


def _mine(session: Session, rows: Rows) -> Sequence[Reminder]:
    return claimed(session, by=rows[0].claimed_by or "", ids=[row.key for row in rows]) if rows else ()
