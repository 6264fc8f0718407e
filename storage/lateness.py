"""How late the alarm is, counted by the database: what waits, what failed, and how late what was said arrived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, String, and_, case, cast, exists, extract, literal
from sqlmodel import Session, col, func, select

from storage.docket import Deadline, DeadlineStatus
from storage.reminders import Reminder, ReminderState, is_waiting

_SECONDS_OF_A_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """The reminders that wait.

    Args:
        planned: whose time has not come.
        due: whose time has come, and which may be tried now.
        held: whose time has come, and which wait for their next try.
        claimed: which a sweep is posting, or died posting.
        oldest: when the oldest of those whose time has come was meant to arrive.
    """

    planned: int = 0
    due: int = 0
    held: int = 0
    claimed: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The reminders that were ever said.

    Args:
        within: how many arrived at most so many seconds late, for each of the limits that were asked about.
        seconds: how late all of them arrived, added up.
    """

    count: int
    within: tuple[int, ...]
    seconds: float


def backlog(session: Session, now: datetime) -> Backlog:
    """Return what waits at an instant."""
    came = col(Reminder.due_at) <= now
    is_claimed = col(Reminder.state) == ReminderState.CLAIMED
    may_be_tried = col(Reminder.not_before) <= now
    counted: Any = (
        func.count(),
        _count_if(is_claimed),
        _count_if(and_(came, ~is_claimed, may_be_tried)),
        _count_if(and_(came, ~is_claimed, ~may_be_tried)),
        func.min(case((came, col(Reminder.due_at)))),
    )
    every, claimed, due, held, oldest = session.exec(select(*counted).where(is_waiting(Reminder))).one()
    return Backlog(planned=every - claimed - due - held, due=due, held=held, claimed=claimed, oldest=oldest)


def delivered(session: Session, limits: Sequence[float]) -> Delivered:
    """Return how late everything arrived that was ever said."""
    late = _lateness(session)
    counted: Any = (func.count(), func.coalesce(func.sum(late), 0.0), *(_count_if(late <= limit) for limit in limits))
    count, seconds, *within = session.exec(select(*counted).where(_was_said())).one()
    return Delivered(count=count, within=tuple(within), seconds=float(seconds))


def last_lateness(session: Session) -> timedelta | None:
    """Return how late the last reminder arrived that was said, if any was."""
    times: Any = (Reminder.sent_at, Reminder.due_at)
    last = session.exec(select(*times).where(_was_said()).order_by(col(Reminder.sent_at).desc()).limit(1)).first()
    return max(last[0] - last[1], timedelta()) if last else None


def troubles(session: Session) -> Mapping[str, int]:
    """Return what was wrong at the last try of what waits, and of how many reminders."""
    query: Any = select(Reminder.trouble, func.count()).where(is_waiting(Reminder), Reminder.trouble != "")
    return dict(session.exec(query.group_by(Reminder.trouble)).all())


def unwatched(session: Session) -> int:
    """Return how many open deadlines no reminder waits for: nobody will hear of them any more."""
    ref = literal("D") + cast(col(Deadline.number), String)
    waits = exists().where(col(Reminder.subject) == ref, is_waiting(Reminder))
    open_ones = select(func.count()).select_from(Deadline).where(Deadline.status == DeadlineStatus.OPEN)
    return session.exec(open_ones.where(~waits)).one()


def _was_said() -> ColumnElement[bool]:
    return and_(col(Reminder.state) == ReminderState.SENT, col(Reminder.sent_at).is_not(None))


def _count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _lateness(session: Session) -> ColumnElement[float]:
    """Return the seconds between the time that a reminder was meant for and its arrival; none, if it came early."""
    sent, due = col(Reminder.sent_at), col(Reminder.due_at)
    if session.get_bind().dialect.name == "postgresql":
        late: ColumnElement[float] = cast(extract("epoch", sent - due), Float)
    else:
        late = (func.julianday(sent) - func.julianday(due)) * _SECONDS_OF_A_DAY
    return case((late > 0, late), else_=0.0)
