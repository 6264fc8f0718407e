"""Taking a backup: one moment of the docket, written beside the older ones and never half."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.backup.errors import BackupError
from bot.backup.pages import Contents, Table, written
from bot.backup.sealing import SUFFIX, sealed
from storage.backups import Backup
from storage.copying import rows_of
from storage.schema import tables_there, version_of, versions
from storage.store import Store

_NAME = "adquem-{at:%Y%m%dT%H%M%SZ}.jsonl.gz"
_ANY = "adquem-*Z.jsonl.gz*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that was taken: its file, what is in it, and the older ones that were let go."""

    file: Path
    contents: Contents
    size: int
    dropped: Sequence[Path]


def keep_backup(
    store: Store, folder: Path, *, now: datetime, recipients: Sequence[str] = (), keep: int | None = None
) -> Kept:
    """Copy the docket, as it is at one moment, into a new file that only its owner may read.

    Tables of an older version are copied as they are, before an upgrade; only the newest remember that they were.

    Args:
        recipients: the age keys that it is encrypted for; without one it is not encrypted.
        keep: how many backups stay in the folder; the oldest are deleted once the new one is safe.

    Raises:
        BackupError: if it cannot be written; then no file of it is left.
        NoRecipientError: if a key is none.
    """
    with store.snapshot() as connection:
        packed, contents = written(_tables(connection), version=version_of(connection) or "", at=now)
    name = _NAME.format(at=now.astimezone(UTC))
    file = folder / (f"{name}{SUFFIX}" if recipients else name)
    _write(file, sealed(packed, recipients) if recipients else packed)
    if contents.version == versions()[-1]:
        with store.writing() as session:
            session.add(Backup(at=now, name=file.name, rows=contents.total, is_encrypted=bool(recipients)))
    dropped = _let_go(folder, keep) if keep else ()
    return Kept(file=file, contents=contents, size=file.stat().st_size, dropped=dropped)


def _tables(connection: Connection) -> Iterator[Table]:
    for name, columns in tables_there(connection).items():
        yield name, columns, rows_of(connection, name, columns)


def _write(file: Path, contents: bytes) -> None:
    """Write a file whole or not at all, so that it survives a power cut."""
    unfinished = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as written_to:
            written_to.write(contents)
            written_to.flush()
            os.fsync(written_to.fileno())
        unfinished.rename(file)
        _sync(file.parent)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise BackupError(f"The backup cannot be written to {file} ({error.strerror}).") from None


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _let_go(folder: Path, keep: int) -> tuple[Path, ...]:
    """Delete all but the newest backups of a folder; their names tell their age."""
    old = sorted(folder.glob(_ANY))[:-keep]
    for file in old:
        file.unlink(missing_ok=True)
    return tuple(old)
