from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.cli import main
from storage import log
from storage.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path))
    store = Store.at(tmp_path / "docket.db")
    store.migrate()
    with store.writing() as session:
        for subject in ("D1", "D2"):
            at = datetime(2018, 5, 7, 12, tzinfo=UTC)
            log.append(session, log.AuditEntry(at=at, actor="U1", action="x", subject=subject, previous="", seal=""))
    return store


def test_a_chain_that_holds(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().out == "The chain of 2 lines holds.\n"


def test_a_line_that_was_tampered_with_is_named(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with store.writing() as session:
        session.execute(text("UPDATE audit_entry SET actor = 'U2' WHERE subject = 'D2'"))
    assert main(["audit", "verify"]) == 1
    assert "Line 2 (Mon 07 May 2018 12:00 UTC, x D2) does not hold." in capsys.readouterr().out


def test_a_wrong_database_is_said_in_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://x")
    assert main(["audit", "verify"]) == 2
    assert "DATABASE_URL" in capsys.readouterr().err


def test_where_there_is_no_docket_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path / "nowhere"))
    assert main(["audit", "verify"]) == 2
    assert "There is no docket at" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_a_database_that_does_not_answer_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:9/none")
    assert main(["audit", "verify"]) == 2
    assert "The docket cannot be read" in capsys.readouterr().err
