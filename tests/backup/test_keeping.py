"""A backup is taken whole, readable to its owner alone, and sealed where a key is given."""

import gzip
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from pyrage import x25519

from bot.backup import BackupError, keep_backup, open_sealed, restore
from bot.backup.errors import DamagedError, NoRecipientError, WrongKeyError
from bot.backup.pages import checked
from storage.backups import last_backup
from storage.schema import version_of
from storage.store import Store, migrations
from tests.backup.conftest import NOW, everything, public


def test_it_lies_in_one_file_that_anybody_with_gzip_can_read(full: Store, tmp_path: Path) -> None:
    before = everything(full)
    kept = keep_backup(full, tmp_path / "safe", now=NOW)
    assert kept.file == tmp_path / "safe" / "adquem-20180507T153000Z.jsonl.gz"
    lines = [json.loads(line) for line in gzip.decompress(kept.file.read_bytes()).splitlines()]
    assert lines[0]["adquem"] == "backup"
    assert "case_file" in [line["table"] for line in lines if isinstance(line, dict) and "table" in line]
    assert "Rainsy v. Facebook" in str(lines)
    assert kept.contents.rows == {name: len(rows) for name, rows in before.items()}
    assert kept.size == kept.file.stat().st_size


def test_only_its_owner_may_read_it_and_nothing_unfinished_is_left(full: Store, tmp_path: Path) -> None:
    kept = keep_backup(full, tmp_path / "safe", now=NOW)
    assert kept.file.stat().st_mode & 0o777 == 0o600
    assert kept.file.parent.stat().st_mode & 0o777 == 0o700
    assert list(kept.file.parent.iterdir()) == [kept.file]


def test_it_is_remembered_when_it_was_taken(full: Store, tmp_path: Path) -> None:
    with full.reading() as session:
        assert last_backup(session) is None
    keep_backup(full, tmp_path, now=NOW - timedelta(days=1))
    keep_backup(full, tmp_path, now=NOW)
    with full.reading() as session:
        assert last_backup(session) == NOW


def test_before_an_upgrade_the_tables_are_copied_as_they_are(empty: Store, tmp_path: Path) -> None:
    with empty.rebuilding() as connection:
        command.upgrade(migrations(connection), "0001")
    assert keep_backup(empty, tmp_path, now=NOW).contents.version == "0001"
    with empty.snapshot() as connection:
        assert version_of(connection) == "0001"


def test_the_oldest_are_let_go_once_the_new_one_is_safe(full: Store, tmp_path: Path, identity: Path) -> None:
    others = tmp_path / "safe" / "notes.txt"
    for day in range(5):
        recipients = [public(identity)] if day % 2 else []
        kept = keep_backup(full, tmp_path / "safe", now=NOW + timedelta(days=day), recipients=recipients, keep=3)
        others.touch()
    assert [file.name for file in kept.dropped] == ["adquem-20180508T153000Z.jsonl.gz.age"]
    assert sorted(file.name for file in (tmp_path / "safe").iterdir()) == [
        "adquem-20180509T153000Z.jsonl.gz",
        "adquem-20180510T153000Z.jsonl.gz.age",
        "adquem-20180511T153000Z.jsonl.gz",
        "notes.txt",
    ]


def test_where_it_cannot_be_written_nothing_is_left_and_nothing_let_go(full: Store, tmp_path: Path) -> None:
    (tmp_path / "safe").write_text("no folder")
    with pytest.raises(BackupError, match="cannot be written"):
        keep_backup(full, tmp_path / "safe", now=NOW, keep=1)
    with full.reading() as session:
        assert last_backup(session) is None


def test_a_disk_that_is_full_leaves_no_half_of_it(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(BackupError, match="No space left on device"):
        keep_backup(full, tmp_path / "safe", now=NOW)
    assert not list((tmp_path / "safe").iterdir())


def test_it_is_sealed_for_a_key_and_opened_with_its_secret(
    full: Store, empty: Store, tmp_path: Path, identity: Path
) -> None:
    before = everything(full)
    kept = keep_backup(full, tmp_path, now=NOW, recipients=[public(identity)])
    assert kept.file.name.endswith(".jsonl.gz.age")
    with pytest.raises(DamagedError):
        checked(kept.file.read_bytes())
    restore(empty, open_sealed(kept.file, identity), now=NOW - timedelta(days=9999))
    assert everything(empty) == before


def test_without_the_key_it_stays_sealed(full: Store, tmp_path: Path, identity: Path) -> None:
    kept = keep_backup(full, tmp_path, now=NOW, recipients=[public(identity)])
    (tmp_path / "other.txt").write_text("AGE-SECRET-KEY-1\n")
    with pytest.raises(WrongKeyError, match="--identity"):
        open_sealed(kept.file, None)
    with pytest.raises(WrongKeyError, match="holds no age key"):
        open_sealed(kept.file, tmp_path / "other.txt")
    with pytest.raises(WrongKeyError, match="holds no age key"):
        open_sealed(kept.file, tmp_path / "nowhere.txt")


def test_another_key_does_not_open_it(full: Store, tmp_path: Path, identity: Path) -> None:
    kept = keep_backup(full, tmp_path, now=NOW, recipients=[public(identity)])
    identity.write_text(f"{x25519.Identity.generate()}\n")
    with pytest.raises(WrongKeyError, match="does not open"):
        open_sealed(kept.file, identity)


@pytest.mark.parametrize("said", ["", "age1", "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA"])
def test_what_is_no_key_is_refused_before_anything_is_written(full: Store, tmp_path: Path, said: str) -> None:
    with pytest.raises(NoRecipientError, match="age recipient"):
        keep_backup(full, tmp_path / "safe", now=NOW, recipients=[said])
    assert not (tmp_path / "safe").exists()


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match=r"nowhere\.gz cannot be read"):
        open_sealed(tmp_path / "nowhere.gz", None)
