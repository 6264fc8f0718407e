import json
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.clock import SystemClock
from bot.docket import cases, hearings
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from storage.store import Store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a docket of two cases."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path))
    store = Store.at(tmp_path / "docket.db")
    store.migrate()
    with Desk(store=store, clock=SystemClock(), book=load_rulebook()).change(by="U1") as change:
        for number, caption in (("1", "Rainsy v. Facebook"), ("2", "Rainsy v. Chevron")):
            facts = {"court": "cand", "docket_number": number, "caption": caption, "alias": f"Bird {number}"}
            case = cases.open_case(change, channel_id=None, **facts)
            starts_at = datetime(2030, 5, 20, 16, 30, tzinfo=UTC)
            hearings.schedule(change, case=case, title=f"Hearing in {caption}", starts_at=starts_at)
    store.close()
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_every_case_is_exported_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "--format", "json"]) == 0
    whole = json.loads(capsysbinary.readouterr().out)
    assert [case["caption"] for case in whole["cases"]] == ["Rainsy v. Facebook", "Rainsy v. Chevron"]


def test_one_case_is_exported_to_a_file_that_its_owner_alone_may_read(folder: Path) -> None:
    assert main(["export", "--format", "pdf", "--case", "c2", "--output", "chronology.pdf"]) == 0
    written = folder / "chronology.pdf"
    assert written.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("output_format", "begins"), [("csv", b"\xef\xbb\xbfcase,"), ("ics", b"BEGIN:VCALENDAR")])
def test_several_cases_can_be_named(
    capsysbinary: pytest.CaptureFixture[bytes], output_format: str, begins: bytes
) -> None:
    assert main(["export", "--format", output_format, "--case", "C1", "C2"]) == 0
    assert capsysbinary.readouterr().out.startswith(begins)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("names", "shown"), [("caption", b"Facebook"), ("known", b"Bird 1"), ("code", b"Bird 1")])
def test_how_much_the_names_tell_can_be_chosen(
    capsysbinary: pytest.CaptureFixture[bytes], names: str, shown: bytes
) -> None:
    assert main(["export", "--format", "csv", "--case", "C1", "--names", names]) == 0
    out = capsysbinary.readouterr().out
    assert shown in out
    assert (b"Hearing in" in out) is (names != "code")


@pytest.mark.usefixtures("folder")
def test_an_unknown_case_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "--case", "C9", "C1"]) == 1
    assert capsys.readouterr().err == "I know no case C9 on this docket.\n"


@pytest.mark.usefixtures("folder")
def test_json_by_code_names_is_refused_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "json", "--names", "code"]) == 2
    assert "Ask for CSV, ICS or PDF" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_no_pdf_is_poured_onto_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["export", "--format", "pdf"]) == 2
    assert "--output chronology.pdf" in capsys.readouterr().err


def test_where_there_is_no_docket_none_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ADQUEM_DATA", str(folder / "nowhere"))
    assert main(["export", "--format", "csv"]) == 2
    assert "There is no docket at" in capsys.readouterr().err
    assert not (folder / "nowhere").exists()


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "--output", str(folder / "no" / "such" / "folder.csv")]) == 2
    assert "No such file or directory" in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:9/none")
    assert main(["export", "--format", "csv"]) == 2
    assert "The docket cannot be read" in capsys.readouterr().err
