import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.clock import SystemClock
from bot.docket import cases, hearings
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from storage.store import Store

GOOD = "kind,title,date,time\nhearing,Argument,2030-06-04,9:30\n"
MIXED = GOOD + "hearing,Doubtful,04/05/2030,9:30\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path))
    store = Store.at(tmp_path / "docket.db")
    store.migrate()
    with Desk(store=store, clock=SystemClock(), book=load_rulebook()).change(by="U1") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Rainsy v. Facebook", channel_id=None)
        hearings.schedule(change, case=case, title="First", starts_at=datetime(2030, 5, 20, 16, 30, tzinfo=UTC))
    store.close()
    (tmp_path / "good.csv").write_text(GOOD)
    (tmp_path / "mixed.csv").write_text(MIXED)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_file_is_shown_then_imported_then_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "good.csv", "--case", "C1", "--dry-run"]) == 0
    assert "Line 2: new hearing “Argument”, Tuesday 4 June 2030, 09:30" in capsys.readouterr().out
    assert main(["import", "good.csv", "--case", "C1"]) == 1
    assert "Add --yes" in capsys.readouterr().err
    assert main(["import", "good.csv", "--case", "c1", "--yes", "--by", "U2"]) == 0
    assert "Recorded H2." in capsys.readouterr().out
    assert main(["import", "good.csv", "--case", "C1", "--yes"]) == 0
    assert "the docket says all of it already" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_what_is_wrong_is_left_out_only_when_somebody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "mixed.csv", "--case", "C1", "--yes"]) == 1
    assert "Line 3, date “04/05/2030”" in capsys.readouterr().out
    assert main(["import", "mixed.csv", "--case", "C1", "--even-so"]) == 0


def test_a_whole_export_goes_into_an_empty_docket_and_out_again_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "json", "--output", "a.json"]) == 0
    monkeypatch.setenv("ADQUEM_DATA", str(folder / "empty"))
    assert main(["import", "a.json", "--yes"]) == 0
    assert "Imported as C1" in capsys.readouterr().out
    assert main(["import", "a.json", "--yes"]) == 0
    assert main(["export", "--format", "json", "--output", "b.json"]) == 0
    first, second = (json.loads((folder / name).read_text())["cases"] for name in ("a.json", "b.json"))
    assert first == second


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["missing.csv", "--case", "C1"], 2, "No such file"),
        (["good.csv"], 2, "--case C1"),
        (["good.csv", "--case", "C9"], 1, "no case C9"),
        (["good.csv", "--case", "C1", "--by", "two words"], 2, "one word"),
        (["good.csv", "--case", "C1", "--format", "json"], 1, "not JSON"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], status: int, said: str
) -> None:
    assert main(["import", *words]) == status
    assert said in capsys.readouterr().err
