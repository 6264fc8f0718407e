"""`adquem backup`: the whole docket in one file, while the bot runs."""

import argparse
from pathlib import Path

from bot.cli.docket import failed, must_be_there, said_by

_MEGA = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder, the keys, and how many backups stay."""
    parser.add_argument("folder", nargs="?", type=Path, help="where to keep it (default: backups in ADQUEM_DATA)")
    parser.add_argument(
        "--recipient", action="append", default=[], help="an age key (age1…) that may open it; may be repeated"
    )
    parser.add_argument("--keep", type=_at_least_one, help="how many backups stay in that folder (default: all)")


def run(args: argparse.Namespace) -> int:
    """Take a backup: 0 once it is safe, 1 if it cannot be written, 2 if the settings or keys are wrong."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.backup import BackupError, keep_backup
    from bot.clock import SystemClock
    from bot.errors import AdQuemError
    from bot.settings import StoreSettings, load_settings
    from storage.store import Store

    try:
        settings = load_settings(StoreSettings)
        must_be_there(settings)
        recipients = args.recipient or [key for key in (settings.adquem_backup_recipient,) if key]
        store = Store(settings.store_url)
        kept = keep_backup(
            store,
            args.folder or settings.backup_folder,
            now=SystemClock().now(),
            recipients=recipients,
            keep=args.keep,
        )
        store.close()
    except BackupError as error:
        return failed(str(error), status=1)
    except AdQuemError as error:
        return failed(str(error), status=2)
    except SQLAlchemyError as error:
        return failed(f"The docket cannot be read: {said_by(error)}.", status=2)
    print(f"{kept.contents.total:,} rows are safe in {kept.file} ({kept.size / _MEGA:.1f} MB).")
    for file in kept.dropped:
        print(f"Deleted the older {file.name}.")
    if not recipients:
        print("It is not encrypted: whoever has the file can read the docket. Name an age key with --recipient.")
    return 0


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write how many backups stay: 1 or more")
    return int(text)
