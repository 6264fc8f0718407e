"""A real browser on the page of a real practice workspace, with a bot that shows everything."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.clock import PracticeClock
from bot.practice import Person, PracticeServer, Workspace
from tests.practice.conftest import DARA, MANIFEST, MAYA, Bot
from tests.practice.page.kitchen import equip
from tests.support.browsing import PATIENCE, chromium
from tests.support.hanging_up import hang_up

JEANNE = Person(id="U0JEANNE", name="jeanne", real_name="Jeanne Moreau", tz="Europe/Paris")
MORNING = datetime(2018, 5, 7, 16, 0, tzinfo=UTC)  # Monday: 9:00 in San Francisco, 18:00 in Paris, 23:00 in Phnom Penh
COMMANDS = [
    {"command": "/card", "description": "Show a card", "usage_hint": "[rich|markdown]"},
    {"command": "/case", "description": "Cases", "usage_hint": "add|list", "should_escape": True},
    {"command": "/form", "description": "Open a form"},
    {"command": "/whisper", "description": "Say something to you alone", "usage_hint": "text"},
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def workspace() -> Workspace:
    manifest = {**MANIFEST, "features": {**MANIFEST["features"], "slash_commands": COMMANDS}}
    workspace = Workspace(manifest=manifest, clock=PracticeClock(MORNING), people=[DARA, MAYA, JEANNE])
    workspace.create_channel("rainsy-us", members={DARA.id, MAYA.id, JEANNE.id})
    workspace.create_channel("kh-cases", members={DARA.id})
    workspace.create_channel("privileged", members={DARA.id}, private=True)
    return workspace


@pytest.fixture
def bot(server: PracticeServer) -> Iterator[Bot]:
    """A bot that is hung up on: its own way of closing waits three seconds for a last word."""
    app = App(client=WebClient(server.workspace.bot_token, base_url=server.api_url))
    handler = SocketModeHandler(app, server.workspace.app_token, web_client=app.client)
    handler.client.connect()
    server.workspace.wait_until_connected()
    yield Bot(app)
    hang_up(handler, server.workspace)


@pytest.fixture
def kitchen(bot: Bot) -> Bot:
    """The bot that shows everything."""
    equip(bot.app, bot.received)
    return bot


@pytest.fixture(scope="package")
def modules(browser: Browser) -> Iterator[Page]:
    """A window whose modules can be asked; nothing is done in it."""
    workspace = Workspace(manifest=MANIFEST, clock=PracticeClock(MORNING), people=[DARA])
    with PracticeServer(workspace) as server:
        window = browser.new_page()
        visit(window, server, as_=DARA.id)
        yield window
        window.close()


@pytest.fixture
def page(browser: Browser, server: PracticeServer) -> Iterator[Page]:
    """Dara's window. Whatever is logged as an error, or asked of another server, fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(PATIENCE)
    window = context.new_page()
    wrongs: list[str] = []
    window.on("pageerror", lambda error: wrongs.append(str(error)))
    window.on("request", lambda request: wrongs.extend(_strangers(request)))
    window.on("console", lambda line: wrongs.append(line.text) if "Content Security Policy" in line.text else None)
    visit(window, server, as_=DARA.id)
    yield window
    context.close()
    assert not wrongs


def _strangers(request: Request) -> list[str]:
    return [] if urlsplit(request.url).hostname in {"127.0.0.1", None} else [request.url]


def visit(page: Page, server: PracticeServer, *, as_: str, place: str = "") -> None:
    """Open the page as somebody."""
    page.goto(f"{server.url}/?as={as_}#{place}")
    page.locator(".heading h1").wait_for()


def evaluate(page: Page, module: str, call: str) -> Any:
    """Call a function of one of the page's modules."""
    return page.evaluate(f"import('/page/{module}').then((module) => module.{call})")
