"""A backup is put back whole, on either database, or not at all."""

import gzip
import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import text
from sqlmodel import select

from bot.backup import restore
from bot.backup.errors import BrokenChainError, DamagedError, NewerError, NotEmptyError
from bot.backup.pages import checked
from storage import log
from storage.beats import Beat, keep_beat
from storage.docket import Deadline, next_number
from storage.reminders import Reminder
from storage.schema import version_of, versions
from storage.store import Store, migrations
from tests.backup.conftest import NOW, Filling, everything, packed
from tests.storage.test_store import NOON, ROWS_OF_THE_FIRST_VERSION


@pytest.mark.parametrize("came_from", ["sqlite", "postgres"])
@pytest.mark.parametrize("goes_to", ["sqlite", "postgres"])
def test_every_row_comes_back_on_either_database(
    came_from: str, goes_to: str, empty: Store, fill: Filling, request: pytest.FixtureRequest
) -> None:
    full = fill(request.getfixturevalue(f"{came_from}_store"))
    before, taken = everything(full), packed(full)
    other: Store = request.getfixturevalue("postgres_store") if goes_to == "postgres" else empty
    if came_from == goes_to == "postgres":
        request.getfixturevalue("postgres").renew("docket")
    restored = restore(other, taken, now=NOW - timedelta(days=9999))
    assert everything(other) == before
    assert restored.contents.rows == {name: len(rows) for name, rows in before.items()}
    assert restored.log_lines == len(before["audit_entry"]) > 0
    with other.writing() as session:
        assert next_number(session, "D") == len(before["deadline"]) + 1
        session.add(log.AuditEntry(at=NOW, actor="U1", action="x", subject="D1", previous="", seal=""))
    other.close()


def test_what_fell_due_since_may_have_been_said_and_is_in_doubt(full: Store, empty: Store) -> None:
    with full.reading() as session:
        first, *_, last = sorted(row.due_at for row in session.exec(select(Reminder)).all())
    restore(empty, packed(full), now=first)
    with empty.reading() as session:
        doubted = {row.due_at: row.in_doubt for row in session.exec(select(Reminder)).all()}
    assert doubted[first]
    assert not doubted[last]


def test_what_an_older_version_kept_is_brought_up_to_date(empty: Store, sqlite_store: Store) -> None:
    with empty.rebuilding() as connection:
        command.upgrade(migrations(connection), "0001")
        for row in ROWS_OF_THE_FIRST_VERSION:
            connection.execute(text(row), {"noon": NOON})
    taken = packed(empty)
    assert checked(taken).version == "0001"
    restore(sqlite_store, taken, now=NOW, believe_log=True)
    with sqlite_store.snapshot() as connection:
        assert version_of(connection) == versions()[-1]
    with sqlite_store.reading() as session:
        assert session.exec(select(Deadline)).one().ref == "D1"


def test_a_docket_is_never_written_over(full: Store, empty: Store, fill: Filling) -> None:
    empty.migrate()
    before = everything(fill(empty))
    with pytest.raises(NotEmptyError, match="docket already in sqlite"):
        restore(empty, packed(full), now=NOW)
    assert everything(empty) == before


def test_a_database_in_which_the_bot_only_ran_is_empty(full: Store, empty: Store) -> None:
    empty.migrate()
    with empty.writing() as session:
        keep_beat(session, Beat(process="one", began_at=NOW, at=NOW))
    restore(empty, packed(full), now=NOW)
    with empty.reading() as session:
        assert session.exec(select(Deadline)).first()


def test_a_log_that_was_tampered_with_is_not_believed(full: Store, empty: Store) -> None:
    with full.writing() as session:
        session.execute(text("UPDATE audit_entry SET actor = 'U_OTHER' WHERE id = 1"))
    taken = packed(full)
    with pytest.raises(BrokenChainError, match="1 of its lines"):
        restore(empty, taken, now=NOW)
    with empty.snapshot() as connection:
        assert version_of(connection) is None
    assert restore(empty, taken, now=NOW, believe_log=True).log_lines


def test_a_file_that_was_cut_off_anywhere_is_refused(full: Store, empty: Store) -> None:
    taken = packed(full)
    for length in range(0, len(taken), max(1, len(taken) // 40)):
        with pytest.raises(DamagedError):
            checked(taken[:length])
    with pytest.raises(DamagedError, match="cut off"):
        restore(empty, taken[:-20], now=NOW)


def altered(taken: bytes, old: bytes, new: bytes) -> bytes:
    lines = gzip.decompress(taken)
    assert old in lines
    return gzip.compress(lines.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"Rainsy v. Facebook", b"Rainsy v. Facebock", "altered"),
        (b'{"table":"case_file"', b'{"table":"case_fine"', "altered"),
        (b'"adquem":"backup"', b'"adquem":"import"', "no backup"),
        (b'"format":1', b'"format":7', "format 7"),
        (b'{"adquem"', b'["adquem"', "no backup"),
    ],
)
def test_a_file_that_was_altered_is_refused(full: Store, old: bytes, new: bytes, says: str) -> None:
    with pytest.raises(DamagedError, match=says):
        checked(altered(packed(full), old, new))


@pytest.mark.parametrize(
    "contents",
    [b"", b"PK\x03\x04", b"\x1f\x8b\x08", gzip.compress(b"", mtime=0), gzip.compress(b"\xff\xfe", mtime=0)],
    ids=["nothing", "a ZIP", "a beginning", "no line", "no text"],
)
def test_what_is_no_backup_is_refused(contents: bytes) -> None:
    with pytest.raises(DamagedError):
        checked(contents)


def resealed(taken: bytes, old: str, new: str) -> bytes:
    """Return a backup as another program would have written it, whole in itself."""
    lines = gzip.decompress(taken).decode().replace(old, new).splitlines(keepends=True)
    end = json.loads(lines[-1])
    counted = json.loads(json.dumps(end["rows"]).replace(old, new))
    digest = hashlib.sha256("".join(lines[:-1]).encode()).hexdigest()
    return gzip.compress("".join([*lines[:-1], json.dumps({"rows": counted, "sha256": digest})]).encode())


def test_what_a_newer_program_wrote_is_refused(full: Store, empty: Store) -> None:
    newer = resealed(packed(full), f'"version":"{versions()[-1]}"', '"version":"9999"')
    with pytest.raises(NewerError, match="9999"):
        restore(empty, newer, now=NOW)


def test_a_table_that_nobody_knows_is_refused(full: Store, empty: Store) -> None:
    with pytest.raises(DamagedError, match="person_file"):
        restore(empty, resealed(packed(full), "case_file", "person_file"), now=NOW)
    with empty.snapshot() as connection:
        assert version_of(connection) is None


def test_it_tells_when_it_was_taken_and_what_is_in_it(full: Store) -> None:
    contents = checked(packed(full))
    assert contents.at == datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
    assert contents.rows["case_file"] == 1
    assert contents.total == sum(len(rows) for rows in everything(full).values())
