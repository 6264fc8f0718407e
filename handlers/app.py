"""The Bolt app: one listener for each way of asking, each behind the one guard."""

import logging
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.docket.desk import Desk
from handlers.guard import guarded
from handlers.outbox import Outbox
from handlers.requests import Kind
from handlers.routing import TABLES

SLACK = "https://slack.com/api/"
SECONDS = 10
ANYTHING = re.compile(".*", re.DOTALL)

_log = logging.getLogger("adquem.handlers")


class SlackApp(App):
    """Bolt's app, which can be let finish what it began."""

    def __init__(self, *, outbox: Outbox, **options: Any) -> None:  # noqa: ANN401 -- Bolt's own, handed on
        super().__init__(**options)
        self.outbox = outbox

    def finish(self) -> None:
        """Wait until all that was asked is answered and shown. Nothing is taken any more."""
        self.listener_runner.listener_executor.shutdown()
        self.outbox.finish()


def slack_app(
    *,
    desk: Desk,
    token: str,
    signing_secret: str = "",
    api_url: str = SLACK,
    public_url: str | None = None,
    listener_threads: int = 20,
    verify_token: bool = True,
) -> SlackApp:
    """Return the Bolt app; the same listeners serve Socket Mode and HTTP.

    Args:
        signing_secret: needed for HTTP; without one every request over HTTP is refused.
        api_url: where Slack's Web API is, with a slash at its end.
        public_url: how calendars reach this server; without it no feed address is given out.
        listener_threads: how many requests are answered at once (Bolt's own five would drop some).
        verify_token: ask Slack at once whether the token is good.
    """
    app = SlackApp(
        outbox=Outbox(desk),
        name="adquem.slack",
        signing_secret=signing_secret or secrets.token_hex(32),
        client=WebClient(token=token, base_url=api_url, timeout=SECONDS),
        token_verification_enabled=verify_token,
        listener_executor=ThreadPoolExecutor(listener_threads, thread_name_prefix="listener"),
    )
    _register(app, public_url)
    app.error(_failed)
    return app


def _register(app: SlackApp, public_url: str | None) -> None:
    """Listen to everything, once for each way of asking: Bolt would try one listener after the other."""
    ways = {
        Kind.COMMAND: app.command,
        Kind.PRESS: app.action,
        Kind.SUBMISSION: app.view,
        Kind.SHORTCUT: app.shortcut,
        Kind.EVENT: app.event,
    }
    for kind, listen in ways.items():
        listen(ANYTHING)(guarded(TABLES[kind].answer, kind=kind, outbox=app.outbox, public_url=public_url))


def _failed(error: Exception) -> None:
    """Log what went wrong outside of our listeners, without a word of what was said."""
    _log.error("A request could not be taken: %s.", type(error).__name__)
