"""Putting a backup back: all of it, into an empty database, or nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session

from bot.backup.errors import BrokenChainError, DamagedError, NewerError, NotEmptyError
from bot.backup.pages import Contents, checked, tables_in
from storage import log
from storage.copying import BATCH, UnknownColumnError, doubt_what_fell_due, insert_rows, number_on
from storage.schema import bring_up_to_date, is_empty, make_anew, versions
from storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put back, and how long the log is whose chain was verified."""

    contents: Contents
    log_lines: int


def restore(store: Store, packed: bytes, *, now: datetime, believe_log: bool = False) -> Restored:
    """Put a backup back into an empty database, on SQLite or PostgreSQL, wherever it was taken.

    Tables of an older version are made as they were and then brought up to date. What has fallen due since is in
    doubt: a sweep looks in Slack whether it was said before it says it.

    Args:
        believe_log: restore it though the chain of its log is broken.

    Raises:
        DamagedError, NewerError: if the backup cannot be restored.
        NotEmptyError: if there is a docket already.
        BrokenChainError: if its log was tampered with.
    """
    contents = checked(packed)
    if contents.version not in versions():
        raise NewerError(contents.version)
    with store.rebuilding() as connection:
        if not is_empty(connection):
            raise NotEmptyError(store.engine.url.render_as_string(hide_password=True))
        make_anew(connection, contents.version)
        _insert(connection, packed)
        bring_up_to_date(connection)
        number_on(connection)
        doubt_what_fell_due(connection, now)
        return Restored(contents=contents, log_lines=_verified(connection, believe_log=believe_log))


def _insert(connection: Connection, packed: bytes) -> None:
    try:
        for name, columns, rows in tables_in(packed, together=BATCH):
            insert_rows(connection, name, columns, rows)
    except UnknownColumnError as error:
        raise DamagedError(f"it holds a table that nobody knows ({error})") from None


def _verified(connection: Connection, *, believe_log: bool) -> int:
    """Return how long the log is, once its chain was verified."""
    with Session(connection) as session:
        broken = list(log.broken_links(session))
        if broken and not believe_log:
            raise BrokenChainError(len(broken))
        return log.length(session)
