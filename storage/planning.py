"""Plan reminders: thousands of rows go in as one statement, because a ladder for every deadline is many rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypedDict
from uuid import uuid4

from sqlalchemy import Boolean, ColumnElement, DateTime, Executable, String, false, literal, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, col

from storage.reminders import Reminder, ReminderState
from storage.rows import ROWS, given, written

AT_ONCE = 5_000
"""How many rows go in as one statement: more of them would only need more memory."""


class Planned(TypedDict):
    """The columns of a new row that waits for its time."""

    subject: str
    channel_id: str
    step: str
    target: datetime
    due_at: datetime
    recorded_late: bool
    rerouted_from: str | None


def planned(
    *,
    subject: str,
    channel_id: str,
    step: str,
    target: datetime,
    due_at: datetime,
    recorded_late: bool = False,
    rerouted_from: str | None = None,
) -> Planned:
    """Return a new row that waits for its time."""
    return {
        "subject": subject,
        "channel_id": channel_id,
        "step": step,
        "target": target,
        "due_at": due_at,
        "recorded_late": recorded_late,
        "rerouted_from": rerouted_from,
    }


def plan(session: Session, rows: Sequence[Planned], *, again: bool = False) -> None:
    """Insert planned rows; a row that exists already is left as it is.

    Args:
        again: let a row that was cancelled wait once more.
    """
    rows = list({(row["subject"], row["channel_id"], row["step"], row["target"]): row for row in rows}.values())
    dialect = session.get_bind().dialect.name
    statement = _inserting(dialect, again=again)
    for first in range(0, len(rows), AT_ONCE):
        document = written(_with_ids(rows[first : first + AT_ONCE]), dialect=dialect)
        session.connection().execute(statement, {ROWS: document})


def _with_ids(rows: Sequence[Planned]) -> Iterator[Mapping[str, object]]:
    """Yield the rows with ids that begin alike, at random: one for each row would take as long as the rest of it."""
    beginning = uuid4().hex[:24]
    for number, row in enumerate(rows):
        yield {**row, "uid": f"{beginning}{number:08x}"}


@cache
def _inserting(dialect: str, *, again: bool) -> Executable:
    """Put the statement together, once: that takes longer than to answer it for a few rows."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    rows = given(_GIVEN, dialect=dialect)
    read = select(*rows.c, rows.c.due_at, *_NEW.values())
    read = read.where(true())  # without it SQLite takes ON CONFLICT for a join
    new = insert(Reminder).from_select([*_GIVEN, "not_before", *_NEW], read)
    return _waiting_once_more(new) if again else new.on_conflict_do_nothing(index_elements=_ONE_OF_A_KIND)


def _waiting_once_more(new: postgresql.Insert | sqlite.Insert) -> Executable:
    return new.on_conflict_do_update(
        index_elements=_ONE_OF_A_KIND,
        set_={name: new.excluded[name] for name in _ANEW},
        where=col(Reminder.state) == ReminderState.CANCELLED,
    )


_ONE_OF_A_KIND = ("subject", "channel_id", "step", "target")
_GIVEN: dict[str, TypeEngine[Any]] = {
    "uid": String(),
    "subject": String(),
    "channel_id": String(),
    "step": String(),
    "target": DateTime(timezone=True),
    "due_at": DateTime(timezone=True),
    "recorded_late": Boolean(),
    "rerouted_from": String(),
}
_NEW: dict[str, ColumnElement[Any]] = {
    "state": literal(ReminderState.PLANNED.value),
    "attempts": literal(0),
    "in_doubt": false(),
    "trouble": literal(""),
}
_ANEW = ("due_at", "not_before", "recorded_late", "state", "attempts", "trouble")
"""What begins anew when a cancelled row waits again; whether it may have been posted is remembered."""
