"""Where everything meets: the one module that knows the store, the law, Slack, the feeds and the reminders."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.error import BoltError
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from starlette.routing import Route

import bot.calendars
import bot.reminders
from bot.calendars.watching import Watch, start_watching
from bot.calendars.web import feed_app
from bot.clock import Clock, SystemClock
from bot.docket import revising
from bot.docket.desk import Desk
from bot.errors import AdQuemError
from bot.health.asking import client_for
from bot.health.line import Line
from bot.metrics import BeatingSweep, CountedMessenger, Counts, metrics_route
from bot.reminders import Sweeping, start_sweeping
from bot.rulebook import load_rulebook
from bot.settings import Settings
from bot.web import listening, port_of, serving, web_app
from handlers.app import SlackApp, slack_app
from handlers.delivery import SlackMessenger
from handlers.feed_letters import SlackPostman
from handlers.http import slack_route
from handlers.outbox import patient
from handlers.pending import tell_what_waits
from handlers.roster import Roster
from storage.store import Store

PATIENCE_AT_THE_END = 5
"""For how many seconds a message that Slack has not answered holds up the end; it is posted anew at the next start."""


class DocketUnreachableError(AdQuemError):
    """The database cannot be opened."""

    def __init__(self, cause: Exception) -> None:
        said = str(getattr(cause, "orig", None) or cause).strip().splitlines()[0]
        super().__init__(f"The docket cannot be opened: {said}. Check DATABASE_URL, or the folder in ADQUEM_DATA.")


class SlackUnreachableError(AdQuemError):
    """Slack does not answer, or refuses the token."""

    def __init__(self, api_url: str, cause: Exception) -> None:
        said = str(cause).strip().splitlines()[0]
        super().__init__(f"Slack at {api_url} cannot be used: {said}. Check SLACK_BOT_TOKEN, and the network.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A bot at work."""

    desk: Desk
    slack: SlackApp
    sweeping: Sweeping
    port: int


def open_desk(*, store_url: str, clock: Clock, packs: Path | None = None) -> Desk:
    """Open the docket: migrate its tables, load the law, let reminders and calendars follow every change.

    What an upgrade explains otherwise is explained anew; dates that it would move stay until somebody decides.
    """
    book = load_rulebook(team_folder=packs)
    _ = book.library  # a team's pack that is wrong is told now, not when a deadline is asked for
    desk = Desk(
        store=_migrated(store_url),
        clock=clock,
        book=book,
        followers=(bot.reminders.follow, bot.calendars.follow),
    )
    with desk.change(by="adquem") as change:
        bot.calendars.catch_up(change)
        revising.catch_up(change)
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
        address = stack.enter_context(listening(settings.host, settings.port))
        port = port_of(address)
        slack = _connected(desk, settings, public_url=settings.public_url or f"http://{settings.host}:{port}")
        stack.callback(slack.finish)
        ended = Event()
        roll_call = Thread(target=Roster(desk).call_daily, args=(slack.client, ended), name="roll call", daemon=True)
        roll_call.start()
        stack.callback(roll_call.join)
        news = Thread(target=tell_what_waits, args=(desk, patient(slack.client), ended), name="what waits", daemon=True)
        news.start()
        stack.callback(news.join, PATIENCE_AT_THE_END)
        stack.callback(ended.set)
        counts = Counts()
        messenger = CountedMessenger(messenger=SlackMessenger(_client(settings)), counts=counts)
        sweep = BeatingSweep(desk=desk, messenger=messenger)
        stack.callback(_leave_word, sweep)
        sweeping = start_sweeping(sweep, every=settings.sweep_every)
        stack.callback(sweeping.stop)
        watching = start_watching(Watch(desk=desk, postman=SlackPostman(_client(settings))))
        stack.callback(watching.stop)
        socket = _socket(slack, settings)
        line = Line(
            client_for(settings.slack_bot_token.get_secret_value(), api_url=settings.api_url),
            is_connected=socket.client.is_connected if socket else None,
        )
        line.start()
        stack.callback(line.stop)
        feeds = feed_app(desk)
        stack.callback(feeds.close)
        web = web_app(
            feeds=feeds,
            health=lambda: [*sweeping.troubles(), *line.troubles()],
            routes=_routes(settings, desk=desk, slack=slack, counts=counts),
            note_feed=counts.answered,
        )
        stack.enter_context(serving(web, at=address))
        if socket:
            stack.callback(_hang_up, socket)
            socket.connect()  # type: ignore[no-untyped-call]  # Bolt's adapter carries no annotations
        yield Running(desk=desk, slack=slack, sweeping=sweeping, port=port)


def _routes(settings: Settings, *, desk: Desk, slack: SlackApp, counts: Counts) -> list[Route]:
    """Return what is served beside the feeds: numbers where a token opens them, Slack where it comes over HTTP."""
    routes = [] if settings.socket_mode else [slack_route(slack)]
    if settings.metrics_token:
        routes.append(metrics_route(desk, counts, token=settings.metrics_token.get_secret_value()))
    return routes


def _socket(slack: SlackApp, settings: Settings) -> SocketModeHandler | None:
    token = settings.slack_app_token
    return SocketModeHandler(slack, token.get_secret_value()) if token else None


def _leave_word(sweep: BeatingSweep) -> None:
    """Leave word that this process stops, if the database can still be written."""
    with suppress(SQLAlchemyError):
        sweep.end()


def _hang_up(socket: SocketModeHandler) -> None:
    """Close the socket; that Slack was just hanging up, too, is no trouble."""
    with suppress(AttributeError):  # slack_sdk closes a session that its other thread has just let go
        socket.close()  # type: ignore[no-untyped-call]  # Bolt's adapter carries no annotations


def _client(settings: Settings) -> WebClient:
    """Return the client of the sweep: it never waits out a rate limit, the sweep does that for each channel."""
    return WebClient(token=settings.slack_bot_token.get_secret_value(), base_url=settings.api_url, timeout=10)


def _migrated(store_url: str) -> Store:
    try:
        store = Store(store_url)
        store.migrate()
    except (OSError, OperationalError) as error:
        raise DocketUnreachableError(error) from None
    return store


def _connected(desk: Desk, settings: Settings, *, public_url: str) -> SlackApp:
    try:
        return slack_app(
            desk=desk,
            token=settings.slack_bot_token.get_secret_value(),
            signing_secret=settings.slack_signing_secret.get_secret_value() if settings.slack_signing_secret else "",
            api_url=settings.api_url,
            public_url=public_url,
        )
    except (BoltError, SlackClientError, OSError) as error:
        raise SlackUnreachableError(settings.api_url, error) from None
