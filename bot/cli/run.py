"""`adquem run`: the bot against Slack, until it is told to stop."""

import argparse
import signal
import sys
import threading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything is set in the environment or in `.env` (docs/settings.md)."""
    parser.epilog = "Settings come from the environment or .env; docs/settings.md lists them."


def run(_args: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM; 2 if the settings are wrong."""
    import logging

    from bot.app import running
    from bot.docket import revising
    from bot.errors import AdQuemError
    from bot.law import LawError
    from bot.settings import Settings, load_settings

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for chatty in ("alembic", "apscheduler", "httpx"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        settings = load_settings(Settings)
        with running(settings) as bot:
            way = "Socket Mode" if settings.socket_mode else f"HTTP at {settings.host}:{bot.port}/slack/events"
            print(f"Ad Quem is at work ({way}); feeds are served on port {bot.port}. Ctrl+C stops it.", flush=True)
            for proposal in revising.pending_revisions(bot.desk):
                print(f"{proposal.deadline.ref} would move: {' '.join(proposal.why)}", flush=True)
            if settings.public_url is None:
                print("PUBLIC_URL is not set: calendars can subscribe from this machine only.", flush=True)
            until_told_to_stop()
    except (AdQuemError, LawError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def until_told_to_stop() -> None:
    """Wait for SIGINT or SIGTERM."""
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    told.wait()
