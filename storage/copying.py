"""The rows of every table as plain values that JSON holds, and back: the same on SQLite and on PostgreSQL."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Date, DateTime, LargeBinary, column, func, select, table, text
from sqlmodel import SQLModel, col, update

from storage.reminders import Reminder, is_waiting

BATCH = 500
"""How many rows are read or written at once."""

Row = Sequence[Any]


class UnknownColumnError(LookupError):
    """A row has a column, or belongs to a table, that this program does not know."""


def rows_of(connection: Connection, name: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table by its primary key, read a batch at a time."""
    ours = SQLModel.metadata.tables[name]
    query = select(*(ours.columns[one] for one in columns)).order_by(*ours.primary_key)
    for row in connection.execute(query, execution_options={"yield_per": BATCH}):
        yield [_plain(value) for value in row]


def insert_rows(connection: Connection, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert plain rows into a table, which may be that of an older version: nothing is filled in by itself.

    Raises:
        UnknownColumnError: if the table, or a column of it, is none of ours.
    """
    ours = SQLModel.metadata.tables.get(name)
    if ours is None or not set(columns) <= set(ours.columns.keys()):
        raise UnknownColumnError(name)
    into = table(name, *(column(one, ours.columns[one].type) for one in columns))
    readers = [_reader(ours.columns[one]) for one in columns]
    values = [{one: read(value) for one, read, value in zip(columns, readers, row, strict=True)} for row in rows]
    connection.execute(into.insert(), values)


def number_on(connection: Connection) -> None:
    """Let new rows be numbered after those that are there. SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for ours in SQLModel.metadata.sorted_tables:
        key = ours.autoincrement_column
        sequence = None if key is None else connection.scalar(select(func.pg_get_serial_sequence(ours.name, key.name)))
        if sequence:
            last = connection.scalar(select(func.max(key))) or 0
            connection.execute(text("SELECT setval(:sequence, :next, false)"), {"sequence": sequence, "next": last + 1})


def doubt_what_fell_due(connection: Connection, now: datetime) -> None:
    """Let a sweep look, before it says what has fallen due meanwhile, whether it was said already."""
    fell_due = update(Reminder).where(is_waiting(Reminder), col(Reminder.due_at) <= now)
    connection.execute(fell_due.values(in_doubt=True))


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a column holds
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _reader(kept: Column[Any]) -> Callable[[Any], Any]:
    """Return how a column's values are read back."""
    kind = getattr(kept.type, "impl", kept.type)
    read = next((read for type_, read in _READERS if isinstance(kind, type_)), None)
    return lambda value: value if value is None or read is None else read(value)


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (DateTime, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (LargeBinary, b64decode),
)
