"""`adquem audit verify`: whether the log is still as it was written."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the verb."""
    parser.add_argument("verb", choices=["verify"], help="check every seal, and every link to the line before")


def run(_args: argparse.Namespace) -> int:
    """Verify the chain: 0 if it holds, 1 if a line was tampered with, 2 if the settings are wrong."""
    from sqlalchemy.exc import SQLAlchemyError
    from sqlmodel import func, select

    from bot.errors import AdQuemError
    from bot.settings import StoreSettings, load_settings
    from storage import log
    from storage.store import Store

    try:
        settings = load_settings(StoreSettings)
        if settings.database_url is None and not settings.docket_file.exists():
            print(f"There is no docket at {settings.docket_file}. Set ADQUEM_DATA or DATABASE_URL.", file=sys.stderr)
            return 2
        store = Store(settings.store_url)
        with store.reading() as session:
            broken = list(log.broken_links(session))
            lines = session.exec(select(func.count()).select_from(log.AuditEntry)).one()
        store.close()
    except AdQuemError as error:
        print(error, file=sys.stderr)
        return 2
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        print(f"The docket cannot be read: {said}.", file=sys.stderr)
        return 2
    for entry in broken:
        print(f"Line {entry.id} ({entry.at:%a %d %b %Y %H:%M} UTC, {entry.action} {entry.subject}) does not hold.")
    print(f"{lines} lines, {len(broken)} broken." if broken else f"The chain of {lines} lines holds.")
    return 1 if broken else 0
