"""`adquem backup` and `adquem restore`."""

from pathlib import Path

import pytest

from bot.cli import main
from storage.store import Store
from tests.backup.conftest import Filling, everything, public


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fill: Filling) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path / "data"))
    store = Store.at(tmp_path / "data" / "docket.db")
    store.migrate()
    fill(store).close()
    return tmp_path / "data"


def only_backup(data: Path) -> str:
    (file,) = (data / "backups").iterdir()
    return str(file)


def test_a_backup_is_taken_checked_and_restored(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["backup"]) == 0
    told = capsys.readouterr().out
    assert f"rows are safe in {only_backup(data)}" in told
    assert "not encrypted" in told
    assert main(["restore", "--check", only_backup(data)]) == 0
    assert "This backup is whole: cases 1, entries 1, deadlines" in capsys.readouterr().out
    monkeypatch.setenv("ADQUEM_DATA", str(data.parent / "other"))
    assert main(["restore", only_backup(data)]) == 0
    assert "Restored: cases 1" in capsys.readouterr().out
    store = Store.at(data.parent / "other" / "docket.db")
    assert everything(store)["case_file"]
    store.close()


def test_a_docket_is_not_written_over(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup", "--keep", "2"])
    assert main(["restore", only_backup(data)]) == 1
    assert "There is a docket already" in capsys.readouterr().err


def test_the_key_of_the_settings_seals_it(
    data: Path, identity: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADQUEM_BACKUP_RECIPIENT", public(identity))
    assert main(["backup"]) == 0
    assert "not encrypted" not in capsys.readouterr().out
    assert main(["restore", "--check", only_backup(data)]) == 1
    assert "--identity" in capsys.readouterr().err
    assert main(["restore", "--check", "--identity", str(identity), only_backup(data)]) == 0


def test_an_older_one_is_named_when_it_is_let_go(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older = data / "backups" / "adquem-20180101T000000Z.jsonl.gz"
    older.parent.mkdir()
    older.touch()
    assert main(["backup", "--keep", "1"]) == 0
    assert f"Deleted the older {older.name}." in capsys.readouterr().out
    assert not older.exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["backup", "--recipient", "age1"], "no age recipient"),
        (["backup", "/dev/null/safe"], "cannot be written"),
        (["restore", "/nowhere.gz"], "cannot be read"),
    ],
)
@pytest.mark.usefixtures("data")
def test_what_goes_wrong_is_said_in_a_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 1
    assert says in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_how_many_stay_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["backup", "--keep", "0"])
    assert "1 or more" in capsys.readouterr().err


def test_where_there_is_no_docket_none_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path / "nowhere"))
    assert main(["backup"]) == 2
    assert "There is no docket at" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "says"), [(["backup"], "cannot be read"), (["restore"], "cannot be written")])
def test_a_database_that_does_not_answer_is_said_in_a_sentence(
    words: list[str], says: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup"])
    files = [only_backup(data)] if words == ["restore"] else []
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:9/none")
    assert main([*words, *files]) == 2
    assert says in capsys.readouterr().err


def test_wrong_settings_are_said(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup"])
    monkeypatch.setenv("DATABASE_URL", "mysql://x")
    assert main(["restore", only_backup(data)]) == 2
    assert "DATABASE_URL" in capsys.readouterr().err
