"""Plan reminders: thousands of rows go in as one statement, because a ladder for every deadline is many rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, TypedDict
from uuid import uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    DateTime,
    Select,
    String,
    column,
    false,
    func,
    literal,
    select,
    true,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, col

from storage.reminders import Reminder, ReminderState


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
    if not rows:
        return
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    insert, read = (postgresql.insert, _by_postgresql) if is_postgresql else (sqlite.insert, _by_sqlite)
    new = insert(Reminder).from_select([*_GIVEN, "not_before", *_NEW], read(literal(list(_documents(rows)), JSON())))
    session.connection().execute(_waiting_once_more(new) if again else new.on_conflict_do_nothing())


def _waiting_once_more(new: postgresql.Insert | sqlite.Insert) -> postgresql.Insert | sqlite.Insert:
    return new.on_conflict_do_update(
        index_elements=["subject", "channel_id", "step", "target"],
        set_={name: new.excluded[name] for name in _ANEW},
        where=col(Reminder.state) == ReminderState.CANCELLED,
    )


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
_KEPT_BY_SQLITE = len("2018-05-07 15:30:00.000000")
"""An instant there is text in UTC, without its zone."""


def _documents(rows: Sequence[Planned]) -> Iterator[dict[str, object]]:
    """Yield rows in JSON's words; their ids begin alike, at random, because an index takes neighbours quicker."""
    beginning = uuid4().hex[:24]
    for number, row in enumerate(rows):
        uid, target, due_at = f"{beginning}{number:08x}", _written(row["target"]), _written(row["due_at"])
        yield row | {"uid": uid, "target": target, "due_at": due_at}


def _written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(" ", "microseconds")


def _by_postgresql(document: ColumnElement[Any]) -> Select[Any]:
    columns = [column(name, kind) for name, kind in _GIVEN.items()]
    rows = func.json_to_recordset(document).table_valued(*columns, name="given").render_derived(with_types=True)
    given: list[ColumnElement[Any]] = [*rows.c, rows.c.due_at]
    return select(*given, *_NEW.values())


def _by_sqlite(document: ColumnElement[Any]) -> Select[Any]:
    row = func.json_each(document).table_valued("value").c.value
    read = {name: func.json_extract(row, f"$.{name}") for name in _GIVEN}
    given: dict[str, ColumnElement[Any]] = {
        name: func.substr(value, 1, _KEPT_BY_SQLITE) if isinstance(_GIVEN[name], DateTime) else value
        for name, value in read.items()
    }
    columns = [*given.values(), given["due_at"], *_NEW.values()]
    return select(*columns).where(true())  # without it SQLite takes ON CONFLICT for a join
