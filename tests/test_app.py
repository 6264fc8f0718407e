"""How a bot starts, and in which words it does not."""

from pathlib import Path

import pytest

from bot.app import DocketUnreachableError, SlackUnreachableError, open_desk, running
from bot.cli import main
from bot.clock import SystemClock
from bot.law import LawError
from bot.settings import Settings, load_settings


def settings(folder: Path, **changes: object) -> Settings:
    return load_settings(
        Settings,
        _env_file=None,
        **{
            "slack_bot_token": "xoxb-practice",
            "slack_signing_secret": "practice",
            "slack_api_url": "http://127.0.0.1:9/api/",  # nothing listens at the discard port
            "adquem_data": folder,
            "database_url": None,
            "port": 0,
            **changes,
        },
    )


def test_a_new_docket_is_readable_by_nobody_else(tmp_path: Path) -> None:
    open_desk(store_url=f"sqlite:///{tmp_path}/data/docket.db", clock=SystemClock()).store.close()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "docket.db").stat().st_mode & 0o777 == 0o600


def test_an_unreachable_database_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for url in (f"sqlite:///{tmp_path}/file/docket.db", "postgresql+psycopg://nobody@127.0.0.1:9/none"):
        with pytest.raises(DocketUnreachableError, match=r"^The docket cannot be opened: .*Check DATABASE_URL"):
            open_desk(store_url=url, clock=SystemClock())


def test_an_unreachable_slack_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SlackUnreachableError, match=r"127\.0\.0\.1:9/api/ cannot be used"), running(settings(tmp_path)):
        pass


def test_a_pack_that_is_wrong_is_told_at_start(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.yml").write_text("pack: ours\nrules:\n  - rule: 1\n")
    with pytest.raises(LawError, match=r"ours\.yml"):
        open_desk(store_url=f"sqlite:///{tmp_path}/docket.db", clock=SystemClock(), packs=tmp_path / "packs")


@pytest.mark.parametrize("blank", ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PUBLIC_URL", "DATABASE_URL"])
def test_a_blank_setting_is_one_that_is_not_set(
    blank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", "PUBLIC_URL", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(blank, "")
    assert main(["run"]) == 2
    assert "SLACK_BOT_TOKEN is missing" in capsys.readouterr().err
