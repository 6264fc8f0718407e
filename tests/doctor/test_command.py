"""`adquem doctor`: every sentence in order, and an exit status that a script understands."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.clock import PracticeClock
from bot.docket import cases
from bot.docket.desk import Desk
from bot.practice import PracticeServer
from bot.rulebook import Rulebook
from storage.store import Store
from tests.handlers.conftest import make_workspace


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ADQUEM_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def findings(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    return {told["about"]: told for told in map(json.loads, capsys.readouterr().out.splitlines())}


def test_before_anything_is_set_up_it_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "! settings     SLACK_BOT_TOKEN is missing" in told
    assert f"! data folder  {folder} does not exist." in told
    assert "Start the bot once" in told


def test_an_installation_is_looked_at_from_end_to_end(
    folder: Path,
    clock: PracticeClock,
    book: Rulebook,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = Store.at(folder / "docket.db")
    store.migrate()
    workspace = make_workspace(clock)
    channel_id = workspace.channel("rainsy-us").id
    with Desk(store=store, clock=clock, book=book).change(by="U0DARA") as change:
        cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id=channel_id)
    store.close()
    with PracticeServer(workspace) as server:
        for name, value in {
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_APP_TOKEN": workspace.app_token,
            "SLACK_API_URL": server.api_url,
            "PUBLIC_URL": "https://docket.example",
        }.items():
            monkeypatch.setenv(name, value)
        assert main(["doctor", "--json"]) == 1
        told = findings(capsys)
        assert told["settings"]["state"] == told["calendars"]["state"] == told["rules"]["state"] == "well"
        assert told["sweep"]["state"] == "mend"
        assert told["channels"]["said"].startswith("#rainsy-us is public")
        main(["doctor", "--json", "--offline"])
        assert "Slack" not in findings(capsys)


@pytest.mark.parametrize(
    ("settings", "about", "says"),
    [
        ({"PUBLIC_URL": "http://docket.example"}, "calendars", "not https"),
        ({"DATABASE_URL": "mysql://x"}, "settings", "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:9/none"}, "database", "cannot be read"),
        ({"ADQUEM_PACKS": "packs"}, "rules", "judge.yml, line 1, title"),
    ],
)
def test_what_is_wrong_is_said(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    settings: dict[str, str],
    about: str,
    says: str,
) -> None:
    (folder.parent / "packs").mkdir()
    (folder.parent / "packs" / "judge.yml").write_text("pack: 7\n")
    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": "http://127.0.0.1:9/"}
    for name, value in (given | settings).items():
        monkeypatch.setenv(name, value)
    assert main(["doctor", "--json"]) == 1
    assert says in findings(capsys)[about]["said"]
