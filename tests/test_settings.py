from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, default_data_folder, load_settings

SOCKET = {"SLACK_BOT_TOKEN": "xoxb-practice", "SLACK_APP_TOKEN": "xapp-practice"}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DATABASE_URL", "PORT", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return monkeypatch


def test_two_tokens_are_enough(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in SOCKET.items():
        environment.setenv(name, value)
    settings = load_settings(Settings)
    assert settings.socket_mode
    assert settings.store_url == f"sqlite:///{tmp_path}/data/adquem/docket.db"
    assert settings.sweep_every == timedelta(seconds=15)


@pytest.mark.usefixtures("environment")
def test_settings_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "SLACK_BOT_TOKEN=xoxb-practice\nSLACK_SIGNING_SECRET=practice\nSLACK_API_URL=http://127.0.0.1:1/api"
    )
    settings = load_settings(Settings)
    assert not settings.socket_mode
    assert settings.api_url == "http://127.0.0.1:1/api/"


def test_every_mistake_is_reported_at_once_and_in_words(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SLACK_API_URL", "slack")
    environment.setenv("DATABASE_URL", "mysql://db")
    environment.setenv("PORT", "99999")
    with pytest.raises(SettingsError) as caught:
        load_settings(Settings)
    assert caught.value.problems == [
        "DATABASE_URL: must start with postgresql+psycopg:// or sqlite:///.",
        "SLACK_BOT_TOKEN is missing: the bot's token; begins with xoxb-.",
        "SLACK_API_URL: must be a web address that starts with https:// (or http:// on this machine).",
        "PORT: Input should be less than or equal to 65535.",
    ]
    assert str(caught.value).startswith("Ad Quem cannot start with these settings:\n- DATABASE_URL: must")


def test_without_a_way_in_it_says_which_two_there_are(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SLACK_BOT_TOKEN", "xoxb-practice")
    with pytest.raises(SettingsError, match=r"SLACK_APP_TOKEN \(Socket Mode\) or SLACK_SIGNING_SECRET \(HTTP mode\)"):
        load_settings(Settings)


def test_secrets_do_not_show(environment: pytest.MonkeyPatch) -> None:
    for name, value in SOCKET.items():
        environment.setenv(name, value)
    assert "practice" not in repr(load_settings(Settings))


def test_a_token_that_could_be_guessed_is_refused_and_not_repeated(environment: pytest.MonkeyPatch) -> None:
    for name, value in SOCKET.items():
        environment.setenv(name, value)
    environment.setenv("METRICS_TOKEN", "prometheus")
    with pytest.raises(SettingsError) as caught:
        load_settings(Settings)
    assert caught.value.problems == ["METRICS_TOKEN: must have 20 characters or more: try `openssl rand -hex 32`."]
    assert caught.value.__cause__ is None


def test_it_knows_everything_that_no_log_may_hold(environment: pytest.MonkeyPatch) -> None:
    for name, value in {
        **SOCKET,
        "SLACK_SIGNING_SECRET": "signing",
        "METRICS_TOKEN": "m" * 20,
        "DATABASE_URL": "postgresql+psycopg://bot:p%40ss@db/adquem",
    }.items():
        environment.setenv(name, value)
    assert load_settings(Settings).secrets == {
        "xoxb-practice", "xapp-practice", "signing", "m" * 20, "p%40ss", "p@ss",
    }  # fmt: skip


def test_how_to_log_is_one_of_few_words(environment: pytest.MonkeyPatch) -> None:
    for name, value in {**SOCKET, "ADQUEM_LOG": "xml", "ADQUEM_LOG_LEVEL": "loud"}.items():
        environment.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings(Settings)
    assert caught.value.problems == [
        "ADQUEM_LOG: Input should be 'human' or 'json'.",
        "ADQUEM_LOG_LEVEL: Input should be 'debug', 'info', 'warning' or 'error'.",
    ]


def test_the_data_folder_follows_the_desktop_standard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_data_folder() == tmp_path / ".local" / "share" / "adquem"
