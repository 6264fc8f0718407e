"""The Bolt app: every listener there is, registered in one place, each behind the one guard."""

import logging
import re
import secrets
from concurrent.futures import ThreadPoolExecutor

from slack_bolt import App
from slack_sdk import WebClient

from bot.docket.desk import Desk
from handlers import members, mentions, phrases
from handlers.actions import ACTIONS, FAMILIES, not_in_use
from handlers.commands import COMMANDS
from handlers.commands.command import Handle, unknown
from handlers.guard import Listener, guarded
from handlers.home import home_opened
from handlers.modals import SUBMISSIONS
from handlers.outbox import Outbox
from handlers.replies import Reply, sentence
from handlers.requests import Kind, Request
from handlers.shortcuts import SHORTCUTS

SLACK = "https://slack.com/api/"
SECONDS = 10
ANYTHING = re.compile(".*", re.DOTALL)

EVENTS: dict[str, Handle] = {
    "app_home_opened": home_opened,
    "app_mention": mentions.mentioned,
    "member_joined_channel": members.joined,
    "member_left_channel": members.left,
    "channel_archive": members.archived,
    "group_archive": members.archived,
    "channel_unarchive": members.unarchived,
    "group_unarchive": members.unarchived,
    "user_change": members.changed,
}

_log = logging.getLogger("adquem.handlers")


def slack_app(
    *,
    desk: Desk,
    token: str,
    signing_secret: str = "",
    api_url: str = SLACK,
    public_url: str | None = None,
    listener_threads: int = 20,
    verify_token: bool = True,
) -> App:
    """Return the Bolt app; the same listeners serve Socket Mode and HTTP.

    Args:
        signing_secret: needed for HTTP; without one every request over HTTP is refused.
        api_url: where Slack's Web API is, with a slash at its end.
        public_url: how calendars reach this server; without it no feed address is given out.
        listener_threads: how many requests are answered at once (Bolt's own five would drop some).
        verify_token: ask Slack at once whether the token is good.
    """
    app = App(
        name="adquem.slack",
        signing_secret=signing_secret or secrets.token_hex(32),
        client=WebClient(token=token, base_url=api_url, timeout=SECONDS),
        token_verification_enabled=verify_token,
        listener_executor=ThreadPoolExecutor(listener_threads, thread_name_prefix="listener"),
    )
    _register(app, Outbox(desk), public_url)
    app.error(_failed)
    return app


def _register(app: App, outbox: Outbox, public_url: str | None) -> None:
    """Register every listener; the last of each kind takes whatever no other knows."""

    def guard(handle: Handle, kind: Kind) -> Listener:
        return guarded(handle, kind=kind, outbox=outbox, public_url=public_url)

    for name, command in COMMANDS.items():
        app.command(name)(guard(command.answer, Kind.COMMAND))
    app.command(ANYTHING)(guard(unknown, Kind.COMMAND))
    for action_id, handle in ACTIONS.items():
        app.action(action_id)(guard(handle, Kind.PRESS))
    for family, handle in FAMILIES.items():
        app.action(re.compile(rf"{re.escape(family)}\..+"))(guard(handle, Kind.PRESS))
    app.action(ANYTHING)(guard(not_in_use, Kind.PRESS))
    for callback_id, handle in SUBMISSIONS.items():
        app.view(callback_id)(guard(handle, Kind.SUBMISSION))
    app.view(ANYTHING)(guard(_unknown_form, Kind.SUBMISSION))
    for callback_id, handle in SHORTCUTS.items():
        app.shortcut(callback_id)(guard(handle, Kind.SHORTCUT))
    app.shortcut(ANYTHING)(guard(_unknown_form, Kind.SHORTCUT))
    for event, handle in EVENTS.items():
        app.event(event)(guard(handle, Kind.EVENT))
    app.event(ANYTHING)(guard(_unheard, Kind.EVENT))


def _unknown_form(request: Request) -> Reply:  # noqa: ARG001 -- every listener is asked the same way
    return sentence(phrases.UNKNOWN_FORM)


def _unheard(request: Request) -> Reply:  # noqa: ARG001 -- every listener is asked the same way
    return Reply()


def _failed(error: Exception) -> None:
    """Log what went wrong outside of our listeners, without a word of what was said."""
    _log.error("A request could not be taken: %s.", type(error).__name__)
