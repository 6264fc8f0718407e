"""Open the practice workspace with the bot at work in it, on the real docket: for `adquem demo` and for tests."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from slack_sdk import WebClient

from bot import demo
from bot.app import Running, open_desk, running
from bot.clock import PracticeClock
from bot.manifest import manifest
from bot.practice import PracticeServer, Workspace
from bot.practice.state import BOT_USER
from bot.settings import Settings, load_settings
from bot.web import PortTakenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A practice workspace with a bot at work in it."""

    url: str
    clock: PracticeClock
    workspace: Workspace
    bot: Running


@contextmanager
def practising(*, port: int = 0, feeds_port: int = 0) -> Iterator[Practice]:
    """Open everything while the context lasts; the docket is a file in a folder that goes with it.

    Raises:
        PortTakenError: if nothing can listen at one of the ports.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="adquem-demo-")))
        clock = PracticeClock(demo.START)
        workspace = Workspace(manifest=manifest(), clock=clock, people=demo.PEOPLE, channels=_with_the_bot())
        server = stack.enter_context(_served(workspace, port))
        settings = _settings(workspace, server, folder=folder, port=feeds_port)
        desk = open_desk(store_url=settings.store_url, clock=clock)
        stack.callback(desk.store.close)
        demo.load(desk)
        _greet(settings)
        bot = stack.enter_context(running(settings, desk=desk))
        clock.watch(bot.sweeping.wake)
        yield Practice(url=server.url, clock=clock, workspace=workspace, bot=bot)


def _with_the_bot() -> list[Any]:
    return [replace(channel, members=channel.members | {BOT_USER}) for channel in demo.CHANNELS]


def _served(workspace: Workspace, port: int) -> PracticeServer:
    try:
        return PracticeServer(workspace, port=port)
    except OSError:
        raise PortTakenError("127.0.0.1", port) from None


def _settings(workspace: Workspace, server: PracticeServer, *, folder: Path, port: int) -> Settings:
    """Return settings of the demo's own: nothing of the environment may reach into it, nor it out."""
    return load_settings(
        Settings,
        _env_file=None,
        slack_bot_token=SecretStr(workspace.bot_token),
        slack_app_token=SecretStr(workspace.app_token),
        slack_signing_secret=None,
        slack_api_url=server.api_url,
        database_url=f"sqlite:///{folder / 'docket.db'}",
        adquem_data=folder,
        adquem_packs=None,
        public_url=None,
        host="127.0.0.1",
        port=port,
        sweep_seconds=2,
        metrics_token=None,
    )


def _greet(settings: Settings) -> None:
    text, blocks = demo.greeting()
    client = WebClient(token=settings.slack_bot_token.get_secret_value(), base_url=settings.api_url)
    client.chat_postMessage(channel=demo.GREETED, text=text, blocks=blocks)
