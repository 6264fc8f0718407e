"""How sweeps share the reminders: what is due is claimed for a while, held, marked, or let rest.

The statements that every sweep says are put together once: that takes longer than to answer them.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from uuid import uuid4

import sqlalchemy as sql
from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    exists,
    or_,
    tuple_,
)
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import Session, col, select

from storage.reminders import UNSEEN, Reminder, ReminderState, is_waiting
from storage.rows import ROWS, given, written


def first_try(connection: Connection) -> datetime | None:
    """Return when the first of what waits may be tried: all that an idle sweep asks."""
    return connection.execute(_FIRST_TRY).scalar()


def next_try(connection: Connection, *, after: datetime) -> datetime | None:
    """Return the first instant after another at which something may be tried."""
    return connection.execute(_FIRST_TRY.where(col(Reminder.not_before) > after)).scalar()


class Taken(NamedTuple):
    """A row that a claim took: what its message needs to find its place. The rest is read when it is said."""

    key: int
    subject: str
    channel_id: str
    target: datetime
    due_at: datetime
    claimed_by: str


def claim(session: Session, *, by: str, now: datetime, lease: timedelta, limit: int) -> list[Taken]:
    """Take what is due, the oldest first, for as long as the lease.

    Only the first waiting row of a subject in a channel can be taken, with whatever else of it is due: while somebody
    holds it, or it waits for its next try, the rest of that subject waits behind it. Sweeps of many processes skip each
    other's rows. Where a lease ran out, the row comes back in doubt.

    Args:
        by: names this claim and no other.
        limit: how many subjects to take at most.
    """
    taking = {"by": by, "now": now, "until": now + lease, "most": limit}
    rows = (Taken(*row) for row in session.connection().execute(_CLAIM, taking))
    return sorted(rows, key=lambda row: (row.due_at, row.key))


def claimed(session: Session, *, by: str, ids: Collection[int]) -> Sequence[Reminder]:
    """Return some rows of a claim, locked until this transaction ends; they may have been cancelled meanwhile."""
    query = select(Reminder).where(col(Reminder.id).in_(ids), Reminder.claimed_by == by)
    return session.exec(query.order_by(col(Reminder.id)).with_for_update()).all()


def hold(session: Session, ids: Collection[int], *, subjects: Collection[str]) -> None:
    """Lock some rows, and the calls about some subjects, in their order, as every change to the docket does."""
    calls = and_(col(Reminder.subject).in_(subjects), col(Reminder.step).startswith(UNSEEN))
    rows = sql.select(col(Reminder.id)).where(or_(col(Reminder.id).in_(ids), calls))
    session.connection().execute(rows.order_by(col(Reminder.id)).with_for_update()).all()


def mark_sent(session: Session, posted: Mapping[int, str], *, by: str, now: datetime) -> None:
    """Keep where the rows of a claim were posted, as one statement, even if they were cancelled meanwhile.

    Args:
        posted: the timestamp of the message that answers for a row, by the row's id.
    """
    dialect = session.get_bind().dialect.name
    marks = written(({"id": row, "message_ts": ts} for row, ts in posted.items()), dialect=dialect)
    session.connection().execute(_marking_sent(dialect), {ROWS: marks, "by": by, "now": now})


def rest_channel(session: Session, *, channel_id: str, until: datetime) -> None:
    """Let everything planned for a channel wait until an instant."""
    planned = and_(is_waiting(Reminder), col(Reminder.state) == ReminderState.PLANNED)
    theirs = sql.select(col(Reminder.id)).where(planned, col(Reminder.channel_id) == channel_id)
    due = theirs.where(col(Reminder.not_before) < until).order_by(col(Reminder.id)).with_for_update().cte("due")
    resting = sql.update(Reminder).where(col(Reminder.id).in_(sql.select(due.c.id)), planned).values(not_before=until)
    session.connection().execute(resting)


def set_right(session: Session, *, now: datetime, longest: timedelta, too_early: timedelta) -> int:
    """Undo what a clock did that ran ahead and was set back since; return how many rows that concerned.

    What is due and would be tried again only by the clock of then may be tried now. What was said long before its
    time waits for it once more, under an id of its own: nobody shall take the false alarm for it.

    Args:
        longest: no row waits for its next try for longer than this by a clock that is right.
        too_early: what was said by so much more than now was said by a wrong clock.
    """
    due = and_(is_waiting(Reminder), col(Reminder.due_at) <= now, col(Reminder.not_before) > now + longest)
    stuck = session.scalars(sql.select(Reminder).where(due).order_by(col(Reminder.id)).with_for_update()).all()
    for row in stuck:
        row.not_before = now
    said = and_(col(Reminder.state) == ReminderState.SENT, col(Reminder.sent_at) > now + too_early)
    to_come = and_(said, col(Reminder.due_at) > now, ~col(Reminder.step).startswith(UNSEEN))
    early = session.scalars(sql.select(Reminder).where(to_come).order_by(col(Reminder.id)).with_for_update()).all()
    for row in early:
        row.uid, row.state, row.attempts = uuid4().hex, ReminderState.PLANNED, 0
        row.not_before, row.sent_at, row.message_ts = row.due_at, None, None
    return len(stuck) + len(early)


def _same_subject(reminder: type[Reminder]) -> ColumnElement[bool]:
    return and_(col(reminder.subject) == col(Reminder.subject), col(reminder.channel_id) == col(Reminder.channel_id))


def _stands_behind_another() -> ColumnElement[bool]:
    ahead = aliased(Reminder)
    earlier = or_(
        col(ahead.due_at) < col(Reminder.due_at),
        and_(col(ahead.due_at) == col(Reminder.due_at), col(ahead.id) < col(Reminder.id)),
    )
    return exists().where(_same_subject(ahead), is_waiting(ahead), earlier)


def _due(*columns: Mapped[Any]) -> Select[Any]:
    return sql.select(*columns).where(is_waiting(Reminder), col(Reminder.not_before) <= bindparam("now"))


def _claiming() -> Executable:
    """Take the first waiting row of each subject in a channel, and what goes with it, if nobody else is at it."""
    row, subject = col(Reminder.id), (col(Reminder.subject), col(Reminder.channel_id))
    oldest = _due(row, *subject).where(~_stands_behind_another()).order_by(col(Reminder.due_at), row)
    heads = oldest.limit(bindparam("most", type_=Integer)).with_for_update(skip_locked=True).cte("heads")
    theirs = tuple_(*subject).in_(sql.select(heads.c.subject, heads.c.channel_id))
    free = _due(row).where(theirs).with_for_update(skip_locked=True).cte("free")
    taking = sql.update(Reminder).where(row.in_(sql.select(free.c.id)))
    taken = taking.values(
        in_doubt=or_(col(Reminder.in_doubt), col(Reminder.state) == ReminderState.CLAIMED),
        state=ReminderState.CLAIMED,
        claimed_by=bindparam("by"),
        claimed_at=bindparam("now"),
        not_before=bindparam("until"),
        attempts=col(Reminder.attempts) + 1,
    )
    return taken.returning(row, *subject, col(Reminder.target), col(Reminder.due_at), col(Reminder.claimed_by))


@cache
def _marking_sent(dialect: str) -> Executable:
    marks = given({"id": Integer(), "message_ts": String()}, dialect=dialect)
    mine = and_(col(Reminder.id) == marks.c.id, col(Reminder.claimed_by) == bindparam("by"))
    sent = {"state": ReminderState.SENT, "sent_at": bindparam("now"), "in_doubt": False, "trouble": ""}
    return sql.update(Reminder).where(mine).values(message_ts=marks.c.message_ts, **sent)


_FIRST_TRY = (
    sql.select(col(Reminder.not_before)).where(is_waiting(Reminder)).order_by(col(Reminder.not_before)).limit(1)
)
_CLAIM = _claiming()
