"""Many rows in one statement: they travel as one JSON document, which the database takes apart itself.

An instant travels in UTC, so that no night has an hour too many: to SQLite in the words in which it is kept there, to
PostgreSQL as the whole microseconds since 1970, because to read words takes it longer than to count.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    FromClause,
    String,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy.types import TypeEngine

ROWS = "rows"
"""The parameter of a statement that stands for its rows, as `written` writes them."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_A_SECOND = 1_000_000


def written(rows: Iterable[Mapping[str, object]], *, dialect: str) -> str:
    """Return rows as one JSON document."""
    return json.dumps(list(rows), default=_microseconds if dialect == "postgresql" else _words)


def given(columns: Mapping[str, TypeEngine[Any]], *, dialect: str) -> FromClause:
    """Return the rows of a document as a table of those columns; an instant is as the database keeps it."""
    return _by_postgresql(columns) if dialect == "postgresql" else _by_sqlite(columns)


def _microseconds(at: object) -> int:
    return (_aware(at) - _EPOCH) // timedelta.resolution


def _words(at: object) -> str:
    """Write an instant as SQLAlchemy does for SQLite: in UTC, without its zone."""
    return _aware(at).astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _aware(at: object) -> datetime:
    """Return an instant.

    Raises:
        TypeError: if it is none: JSON knows of nothing else that rows are made of.
    """
    if not isinstance(at, datetime):
        raise TypeError(at)
    return at


def _by_postgresql(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    read = [column(name, BigInteger() if isinstance(kind, DateTime) else kind) for name, kind in columns.items()]
    document = func.json_to_recordset(cast(bindparam(ROWS, type_=String), JSON))
    rows = document.table_valued(*read, name="read").render_derived(with_types=True)
    values = (_counted(value) if isinstance(columns[value.name], DateTime) else value for value in rows.c)
    return select(*(value.label(name) for name, value in zip(columns, values, strict=True))).subquery("given")


def _counted(microseconds: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return an instant; its seconds are counted apart: all of it would be more than a double holds, from 2255 on."""
    rest = microseconds % _A_SECOND
    seconds = (microseconds - rest) // _A_SECOND
    return (
        literal_column("TIMESTAMPTZ 'epoch'")
        + seconds * literal_column("INTERVAL '1 second'")
        + rest * literal_column("INTERVAL '1 microsecond'")
    )


def _by_sqlite(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    row = func.json_each(bindparam(ROWS, type_=String)).table_valued("value").c.value
    return select(*(func.json_extract(row, f"$.{name}").label(name) for name in columns)).subquery("given")
