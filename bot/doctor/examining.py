"""Everything that is looked at, in the order in which somebody would mend it."""

from collections.abc import Iterator

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.doctor.docket import look_at_docket
from bot.doctor.findings import Finding, look, mend, well
from bot.doctor.machine import look_at_folder, look_at_holidays, look_at_zones
from bot.doctor.slack import look_at_slack
from bot.health.asking import client_for
from bot.law import LawError
from bot.rulebook import load_rulebook
from bot.settings import Settings, SettingsError, StoreSettings, load_settings
from storage.cases import channels_with_cases
from storage.store import Store


def examine(*, clock: Clock, offline: bool = False) -> Iterator[Finding]:
    """Look at the installation that the settings describe; change nothing.

    Args:
        offline: leave Slack alone.
    """
    settings = None
    try:
        settings = load_settings(Settings)
        yield well("settings", "Nothing is missing.")
    except SettingsError as error:
        yield from (mend("settings", problem, "docs/settings.md lists them all.") for problem in error.problems)
    if settings:
        yield from _about_settings(settings)
    yield look_at_zones(clock.now())
    yield look_at_holidays(clock.now())
    try:
        kept = load_settings(StoreSettings)
    except SettingsError:
        return
    yield from _kept(kept, clock, None if offline else settings)


def _kept(kept: StoreSettings, clock: Clock, settings: Settings | None) -> Iterator[Finding]:
    """Look at where the docket lies, at the docket, and at Slack if the settings are known."""
    if kept.database_url is None:
        yield from look_at_folder(kept.adquem_data)
        if not kept.docket_file.exists():
            yield mend("database", f"There is no docket at {kept.docket_file}.", "Start the bot once: adquem run.")
            return
    store = Store(kept.store_url)
    yield from look_at_docket(store, clock.now())
    if settings:
        client = client_for(settings.slack_bot_token.get_secret_value(), api_url=settings.api_url)
        yield from look_at_slack(client, _channels(store), clock.now())
    store.close()


def _about_settings(settings: Settings) -> Iterator[Finding]:
    if settings.public_url is None:
        yield look("calendars", "PUBLIC_URL is not set: they can be read on this machine only.", "Set PUBLIC_URL.")
    elif not settings.public_url.startswith("https://"):
        yield look("calendars", "PUBLIC_URL is not https: addresses can be overheard.", "Put TLS before it.")
    else:
        yield well("calendars", f"They are read at {settings.public_url}.")
    try:
        packs = load_rulebook(team_folder=settings.adquem_packs).library
    except LawError as error:
        yield mend("rules", str(error), "Type: adquem rules check FILE")
    else:
        yield well("rules", f"{len(packs.packs)} packs can be read.")


def _channels(store: Store) -> list[str]:
    try:
        with store.reading() as session:
            return list(channels_with_cases(session))
    except SQLAlchemyError:
        return []
