"""What one transaction does to the rows of the docket: each that it touches, as it was before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from json import dumps
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python
from sqlalchemy import event, inspect, true
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.sql import Delete
from sqlmodel import Session, col, select

from storage.cases import Case
from storage.docket import Deadline, Entry, deadlines_started_by
from storage.law import Closure, Ground, Revision, SettledQuestion, grounds_under

Row = Case | Entry | Deadline
_TRACED = (Case, Entry, Deadline)
_OF_LAW = (Closure, SettledQuestion)
_BOOKKEEPING = frozenset({"sequence", "changed_at"})
_PASSING = _BOOKKEEPING | {"snoozed_until", "acknowledged_by", "acknowledged_at"}


@dataclass(slots=True, kw_only=True)
class Touched:
    """A row that a transaction touches.

    Args:
        before: the columns that changed, as they were; None if the row is new.
        grounds: what the date of a deadline rested on; None if that did not matter.
    """

    row: Row
    before: dict[str, Any] | None
    grounds: list[tuple[str, str, str]] | None = None

    @property
    def is_changed(self) -> bool:
        """Return whether anything but its bookkeeping is otherwise than before."""
        return self.before is None or bool(self.changed)

    @property
    def changed(self) -> dict[str, Any]:
        """Return the columns that are otherwise now, as they were."""
        before = (self.before or {}).items()
        return {name: old for name, old in before if name not in _BOOKKEEPING and plain(getattr(self.row, name)) != old}


@dataclass(slots=True, kw_only=True)
class Trace:
    """Everything that a transaction touches.

    Args:
        is_about_courts: it decides about the law itself, which no row shows.
        is_about_dates: it decides whether single dates follow the law, or the entry that started them.
    """

    touched: dict[int, Touched] = field(default_factory=dict)
    is_about_courts: bool = False
    is_about_dates: bool = False

    @property
    def is_of_law(self) -> bool:
        """Return whether it decides about the law; what was decided with a change of the entry is part of that."""
        return self.is_about_courts or (self.is_about_dates and not self._has_changed_entry)

    @property
    def has_changed(self) -> bool:
        """Return whether anything is otherwise than before; grounds that were written anew as they were are not."""
        return any(found.is_changed for found in self.touched.values())

    @property
    def _has_changed_entry(self) -> bool:
        return any(isinstance(found.row, Entry) and found.is_changed for found in self.touched.values())

    def note(self, session: Session) -> None:
        """Note what is about to be written."""
        written = (*session.new, *session.dirty)
        self.is_about_courts |= any(isinstance(row, _OF_LAW) for row in written)
        self.is_about_dates |= any(isinstance(row, Revision) for row in written)
        if self.is_about_courts:  # it may touch every deadline of a court, and none is given back one by one
            return
        for row in [row for row in session.new if isinstance(row, _TRACED)]:
            self.touched.setdefault(id(row), Touched(row=row, before=None))
        for row in [row for row in session.dirty if isinstance(row, _TRACED)]:
            self._note_old(session, row)

    def note_deleted_grounds(self, session: Session, deletion: Delete) -> None:
        """Note what dates rest on, before it is deleted in one go."""
        if self.is_about_courts:
            return
        doomed = select(Ground.deadline_id).where(true() if deletion.whereclause is None else deletion.whereclause)
        for deadline in session.exec(select(Deadline).where(col(Deadline.id).in_(doomed))).all():
            self._note_grounds(session, deadline)

    def changed(self) -> Iterator[Touched]:
        """Yield the rows that are otherwise now, and the deadlines whose grounds were written anew."""
        return (found for found in self.touched.values() if found.is_changed or found.grounds is not None)

    def _note_old(self, session: Session, row: Row) -> None:
        found = self._remembered(row)
        if found.before is None:
            return
        for name, old in _overwritten(row):
            found.before.setdefault(name, old)
        if not set(found.before) - _BOOKKEEPING:
            return
        if isinstance(row, Deadline):
            self._note_grounds(session, row)
        elif isinstance(row, Entry):  # its deadlines will be counted anew
            for deadline in deadlines_started_by(session, row.key):
                self._note_grounds(session, deadline)

    def _note_grounds(self, session: Session, deadline: Deadline) -> None:
        found = self._remembered(deadline)
        if found.before is not None and found.grounds is None:
            found.grounds = [(g.what, g.court, g.was) for g in grounds_under(session, deadline.key)]

    def _remembered(self, row: Row) -> Touched:
        return self.touched.setdefault(id(row), Touched(row=row, before={}))


def traced(session: Session) -> Trace:
    """Note, from now on, every row of the docket that a session writes."""
    trace = Trace()
    event.listen(session, "before_flush", lambda writing, *_: trace.note(writing))
    event.listen(session, "do_orm_execute", lambda state: _note_deletion(trace, session, state))
    return trace


def fingerprint(row: Row, *, own: Iterable[str] = ()) -> str:
    """Return what tells whether a row is as somebody left it; that it was seen or snoozed since does not matter.

    Args:
        own: the columns that they changed themselves; each of them matters.
    """
    passing = _PASSING - set(own)
    columns = {name: plain(value) for name, value in row.model_dump().items() if name not in passing}
    return sha256(dumps(columns, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def restore(row: Row, columns: dict[str, Any]) -> None:
    """Give a row back the columns that it had."""
    for name, value in columns.items():
        setattr(row, name, read_back(type(row), name, value))


def read_back(table: type[Row], name: str, value: Any) -> Any:  # noqa: ANN401 -- whatever a column holds
    """Return the value of a column from its plain form."""
    return _reader(table, name).validate_python(value)


def plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a column holds
    """Return the value of a column as JSON holds it, instants in UTC."""
    return to_jsonable_python(value.astimezone(UTC) if isinstance(value, datetime) else value)


def grounds_from(deadline: Deadline, grounds: list[list[str]]) -> list[Ground]:
    """Return the grounds of a deadline as they were noted."""
    return [Ground(deadline_id=deadline.key, what=what, court=court, was=was) for what, court, was in grounds]


def _note_deletion(trace: Trace, session: Session, state: ORMExecuteState) -> None:
    deletion = state.statement
    if isinstance(deletion, Delete) and state.bind_mapper is inspect(Ground):
        trace.note_deleted_grounds(session, deletion)


@cache
def _reader(table: type[Row], name: str) -> TypeAdapter[Any]:
    kind: Any = table.model_fields[name].annotation
    return TypeAdapter(kind)


def _overwritten(row: Row) -> Iterator[tuple[str, Any]]:
    """Yield the columns that will be overwritten, as they are in the database."""
    for attribute in inspect(row).attrs:
        history = attribute.history
        if history.deleted and history.added:
            yield attribute.key, plain(history.deleted[0])
