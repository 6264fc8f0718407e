"""`adquem audit verify`: whether the log is still as it was written."""

import argparse

from bot.cli.docket import failed, must_be_there, said_by


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the verb."""
    parser.add_argument("verb", choices=["verify"], help="check every seal, and every link to the line before")


def run(_args: argparse.Namespace) -> int:
    """Verify the chain: 0 if it holds, 1 if a line was tampered with, 2 if the settings are wrong."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.errors import AdQuemError
    from bot.settings import StoreSettings, load_settings
    from storage import log
    from storage.store import Store

    try:
        settings = load_settings(StoreSettings)
        must_be_there(settings)
        store = Store(settings.store_url)
        with store.reading() as session:
            broken = list(log.broken_links(session))
            lines = log.length(session)
        store.close()
    except AdQuemError as error:
        return failed(str(error), status=2)
    except SQLAlchemyError as error:
        return failed(f"The docket cannot be read: {said_by(error)}.", status=2)
    for entry in broken:
        print(f"Line {entry.id} ({entry.at:%a %d %b %Y %H:%M} UTC, {entry.action} {entry.subject}) does not hold.")
    print(f"{lines} lines, {len(broken)} broken." if broken else f"The chain of {lines} lines holds.")
    return 1 if broken else 0
