"""Where everything meets: the one module that knows the store, the law, Slack, the feeds and the reminders."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from sqlalchemy.engine import make_url

import bot.calendars
import bot.reminders
from bot.calendars.web import feed_app
from bot.clock import Clock, SystemClock
from bot.docket.desk import Desk
from bot.reminders import Sweep, Sweeping, start_sweeping
from bot.rulebook import load_rulebook
from bot.settings import Settings
from bot.web import listening, port_of, serving, web_app
from handlers.app import slack_app
from handlers.delivery import SlackMessenger
from handlers.http import slack_route
from storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A bot at work."""

    desk: Desk
    slack: App
    sweeping: Sweeping
    port: int


def open_desk(*, store_url: str, clock: Clock, packs: Path | None = None) -> Desk:
    """Open the docket: migrate its tables, load the law, let reminders and calendars follow every change."""
    _make_folder_of(store_url)
    store = Store(store_url)
    store.migrate()
    desk = Desk(
        store=store,
        clock=clock,
        book=load_rulebook(team_folder=packs),
        followers=(bot.reminders.follow, bot.calendars.follow),
    )
    with desk.change(by="adquem") as change:
        bot.calendars.catch_up(change)
    return desk


@contextmanager
def running(settings: Settings, *, desk: Desk | None = None) -> Iterator[Running]:
    """Run the bot while the context lasts: Slack, the sweep of reminders, and the web server, in one process.

    Args:
        desk: an open docket; the one that the settings name, on the machine's clock, unless it is given.
    """
    with ExitStack() as stack:
        if desk is None:
            desk = open_desk(store_url=settings.store_url, clock=SystemClock(), packs=settings.adquem_packs)
            stack.callback(desk.store.close)
        address = listening(settings.host, settings.port)
        port = port_of(address)
        slack = slack_app(
            desk=desk,
            token=settings.slack_bot_token.get_secret_value(),
            signing_secret=settings.slack_signing_secret.get_secret_value() if settings.slack_signing_secret else "",
            api_url=settings.api_url,
            public_url=settings.public_url or f"http://{settings.host}:{port}",
        )
        sweeping = start_sweeping(
            Sweep(desk=desk, messenger=SlackMessenger(_client(settings))), every=settings.sweep_every
        )
        stack.callback(sweeping.stop)
        feeds = feed_app(desk)
        stack.callback(feeds.close)
        web = web_app(
            feeds=feeds,
            health=sweeping.troubles,
            routes=() if settings.socket_mode else (slack_route(slack),),
        )
        stack.enter_context(serving(web, at=address))
        if settings.slack_app_token:
            socket = SocketModeHandler(slack, settings.slack_app_token.get_secret_value())
            stack.callback(socket.close)
            socket.connect()  # type: ignore[no-untyped-call]  # Bolt's adapter carries no annotations
        yield Running(desk=desk, slack=slack, sweeping=sweeping, port=port)


def _client(settings: Settings) -> WebClient:
    """Return the client of the sweep: it never waits out a rate limit, the sweep does that for each channel."""
    return WebClient(token=settings.slack_bot_token.get_secret_value(), base_url=settings.api_url, timeout=10)


def _make_folder_of(store_url: str) -> None:
    address = make_url(store_url)
    if address.drivername.startswith("sqlite") and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
