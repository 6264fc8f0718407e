"""Many rows in one statement: they travel as one JSON document, which the database takes apart itself."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, ColumnElement, DateTime, FromClause, String, bindparam, cast, column, func, select
from sqlalchemy.types import TypeEngine

ROWS = "rows"
"""The parameter of a statement that stands for its rows, as `written` writes them."""
_KEPT_BY_SQLITE = len("2018-05-07 15:30:00.000000")
"""An instant there is text in UTC, without its zone."""


def written(rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as one JSON document."""
    return json.dumps(list(rows), default=_instant)


def given(columns: Mapping[str, TypeEngine[Any]], *, dialect: str) -> FromClause:
    """Return the rows of a document as a table of those columns; an instant is as the database keeps it."""
    return _by_postgresql(columns) if dialect == "postgresql" else _by_sqlite(columns)


def _instant(at: object) -> str:
    """Write an instant in UTC.

    Raises:
        TypeError: if it is none: JSON knows of nothing else that rows are made of.
    """
    if not isinstance(at, datetime):
        raise TypeError(at)
    return _in_words(at.astimezone(UTC))


@lru_cache(maxsize=1024)
def _in_words(at: datetime) -> str:
    """Write an instant of UTC. Many rows share one; only there is no hour of the night taken for another one."""
    return at.isoformat(" ", "microseconds")


def _by_postgresql(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    typed = [column(name, kind) for name, kind in columns.items()]
    rows = func.json_to_recordset(cast(bindparam(ROWS, type_=String), JSON))
    return rows.table_valued(*typed, name="given").render_derived(with_types=True)


def _by_sqlite(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    row = func.json_each(bindparam(ROWS, type_=String)).table_valued("value").c.value
    return select(*(_read_by_sqlite(row, name, kind).label(name) for name, kind in columns.items())).subquery("given")


def _read_by_sqlite(row: ColumnElement[Any], name: str, kind: TypeEngine[Any]) -> ColumnElement[Any]:
    value = func.json_extract(row, f"$.{name}")
    return func.substr(value, 1, _KEPT_BY_SQLITE) if isinstance(kind, DateTime) else value
