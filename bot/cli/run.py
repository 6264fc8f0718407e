"""`adquem run`: the bot against Slack, until it is told to stop."""

import argparse
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything is set in the environment or in `.env` (docs/settings.md)."""
    parser.epilog = "Settings come from the environment or .env; docs/settings.md lists them."


def run(_args: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM; 2 if the settings are wrong."""
    from bot.app import running
    from bot.docket import revising
    from bot.errors import AdQuemError
    from bot.law import LawError
    from bot.logs import set_up_logging
    from bot.settings import Settings, load_settings

    try:
        settings = load_settings(Settings)
        set_up_logging(as_a=settings.adquem_log, level=settings.adquem_log_level, secrets=settings.secrets)
        tell = _teller(settings)
        with running(settings) as bot:
            way = "Socket Mode" if settings.socket_mode else f"HTTP at {settings.host}:{bot.port}/slack/events"
            tell(f"Ad Quem is at work ({way}); feeds are served on port {bot.port}. Ctrl+C stops it.")
            for proposal in revising.pending_revisions(bot.desk):
                tell(f"{proposal.deadline.ref} would move: {' '.join(proposal.why)}")
            if settings.public_url is None:
                tell("PUBLIC_URL is not set: calendars can subscribe from this machine only.")
            until_told_to_stop()
            tell("Ad Quem stops.")
    except (AdQuemError, LawError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _teller(settings: "Settings") -> Callable[[str], None]:
    """Return how whoever started the bot is told: in the terminal, or where the log is read by a program."""
    import logging

    from bot.logs import LogFormat

    if settings.adquem_log is LogFormat.JSON:
        return logging.getLogger("adquem").info
    return partial(print, flush=True)


def until_told_to_stop() -> None:
    """Wait for SIGINT or SIGTERM."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    told.wait()
