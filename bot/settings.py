"""All settings: from the environment or `.env`, checked at start, every mistake reported at once, in words."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import AdQuemError
from bot.logs import LogFormat

SHORTEST_TOKEN = 20
"""A token that we ask somebody to make up has at least so many characters."""


class SettingsError(AdQuemError):
    """Some settings are missing or wrong; `problems` has a sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(["Ad Quem cannot start with these settings:", *(f"- {line}" for line in problems)]))
        self.problems = problems


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("must be a web address that starts with https:// (or http:// on this machine)")
    return value


def _database(value: str) -> str:
    if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ValueError("must start with postgresql+psycopg:// or sqlite:///")
    return value


def _guessed_by_nobody(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < SHORTEST_TOKEN:
        raise ValueError(f"must have {SHORTEST_TOKEN} characters or more: try `openssl rand -hex 32`")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]
DatabaseAddress = Annotated[str, AfterValidator(_database)]
Level = Literal["debug", "info", "warning", "error"]
MadeToken = Annotated[SecretStr, AfterValidator(_guessed_by_nobody)]


def default_data_folder() -> Path:
    """Return where a person's programs keep their data (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "adquem"


class StoreSettings(BaseSettings):
    """Where the docket is kept. Names in the environment are these, in capitals."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: DatabaseAddress | None = Field(default=None, description="PostgreSQL instead of a file")
    adquem_data: Path = Field(default_factory=default_data_folder, description="the folder for the docket's file")

    adquem_backup_recipient: str | None = Field(default=None, description="the age key that backups are encrypted for")

    @property
    def docket_file(self) -> Path:
        """Return the file that holds the docket, unless a database was named."""
        return self.adquem_data / "docket.db"

    @property
    def backup_folder(self) -> Path:
        """Return where backups are kept, unless another folder was named."""
        return self.adquem_data / "backups"

    @property
    def store_url(self) -> str:
        """Return the database's address; the file in the data folder unless another was named."""
        return self.database_url or f"sqlite:///{self.docket_file}"


class FeedSettings(StoreSettings):
    """Where the docket is kept, and how calendars reach it."""

    public_url: WebAddress | None = Field(default=None, description="how calendars reach this server from outside")


class Settings(FeedSettings):
    """What `adquem run` needs to know."""

    slack_bot_token: SecretStr = Field(description="the bot's token; begins with xoxb-")
    slack_app_token: SecretStr | None = Field(default=None, description="for Socket Mode; begins with xapp-")
    slack_signing_secret: SecretStr | None = Field(default=None, description="for HTTP mode")
    slack_api_url: WebAddress = Field(default="https://slack.com/api/", description="another Slack, for tests")
    adquem_packs: Path | None = Field(default=None, description="a folder with the team's own rule packs")
    host: str = Field(default="127.0.0.1", description="the address to listen on")
    port: int = Field(default=3000, ge=0, le=65535, description="the port to listen on")
    sweep_seconds: float = Field(default=15, gt=0, le=300, description="how often reminders are looked for")
    adquem_log: LogFormat = Field(default=LogFormat.HUMAN, description="for whom the log is written: human or json")
    adquem_log_level: Level = Field(default="info", description="the least level that is logged")
    metrics_token: MadeToken | None = Field(default=None, description="opens /metrics; without one there is none")

    @model_validator(mode="after")
    def _one_way_in(self) -> Self:
        if self.slack_app_token is None and self.slack_signing_secret is None:
            raise ValueError(
                "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing: set one of them"
            )
        return self

    @property
    def secrets(self) -> frozenset[str]:
        """Return everything that no log may hold."""
        hidden = [value for _, value in self if isinstance(value, SecretStr)]
        password = urlsplit(self.database_url or "").password or ""
        return frozenset({*(value.get_secret_value() for value in hidden), password, unquote(password)} - {""})

    @property
    def socket_mode(self) -> bool:
        """Say whether Slack is reached through Socket Mode rather than HTTP."""
        return self.slack_app_token is not None

    @property
    def api_url(self) -> str:
        """Return Slack's address as the client wants it: with a slash at its end."""
        return self.slack_api_url.rstrip("/") + "/"

    @property
    def sweep_every(self) -> timedelta:
        """Return the pause between two looks for reminders."""
        return timedelta(seconds=self.sweep_seconds)


S = TypeVar("S", bound=BaseSettings)


def load_settings(kind: type[S], **overrides: Any) -> S:  # noqa: ANN401 -- any of its fields
    """Read and check all settings of a kind.

    Raises:
        SettingsError: naming every setting that is missing or wrong.
    """
    try:
        return kind(**overrides)
    except ValidationError as error:
        raise SettingsError([_in_words(kind, problem) for problem in error.errors()]) from None


def _in_words(kind: type[BaseSettings], problem: Mapping[str, Any]) -> str:
    name = "_".join(str(part) for part in problem["loc"]).upper()
    if problem["type"] == "missing":
        return f"{name} is missing: {kind.model_fields[name.lower()].description}."
    said = str(problem["msg"]).removeprefix("Value error, ")
    return f"{name}: {said}." if name else f"{said}."
