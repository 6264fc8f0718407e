"""`adquem restore`: put a backup back into an empty database, or only check that it is whole."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.docket import failed, said_by

if TYPE_CHECKING:
    from bot.backup.pages import Contents


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, the key, and what to do."""
    parser.add_argument("file", type=Path, help="the backup")
    parser.add_argument("--identity", type=Path, help="the file with the secret age key, if it is encrypted")
    parser.add_argument("--check", action="store_true", help="read all of it and change nothing")
    parser.add_argument(
        "--in-spite-of-the-log", action="store_true", help="restore it though its log was tampered with"
    )


def run(args: argparse.Namespace) -> int:
    """Restore or check a backup: 0 if it is whole, 1 if it cannot be restored, 2 if the settings are wrong."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.backup import BackupError, open_sealed, restore
    from bot.backup.pages import checked
    from bot.clock import SystemClock
    from bot.errors import AdQuemError
    from bot.settings import StoreSettings, load_settings
    from storage.store import Store

    try:
        packed = open_sealed(args.file, args.identity)
        if args.check:
            print(f"This backup is whole: {_said(checked(packed))}.")
            return 0
        store = Store(load_settings(StoreSettings).store_url)
        restored = restore(store, packed, now=SystemClock().now(), believe_log=args.in_spite_of_the_log)
        store.close()
    except BackupError as error:
        return failed(str(error), status=1)
    except AdQuemError as error:
        return failed(str(error), status=2)
    except SQLAlchemyError as error:
        return failed(f"The database cannot be written: {said_by(error)}. Nothing was changed.", status=2)
    print(f"Restored: {_said(restored.contents)}. The log has {restored.log_lines:,} lines.")
    print("Start the bot: what fell due since the backup is looked for in Slack before it is said again.")
    return 0


def _said(contents: "Contents") -> str:
    rows = contents.rows
    counted = ", ".join(f"{name} {rows.get(table, 0):,}" for table, name in _COUNTED.items())
    return f"{counted}, {contents.total:,} rows in all, as of {contents.at:%a %d %b %Y %H:%M} UTC"


_COUNTED = {"case_file": "cases", "entry": "entries", "deadline": "deadlines", "reminder": "reminders"}
