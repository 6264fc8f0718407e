"""What the commands share that open the docket which the settings name."""

import sys
from typing import TYPE_CHECKING

from bot.errors import AdQuemError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.exc import SQLAlchemyError

    from bot.settings import StoreSettings


class NoDocketError(AdQuemError):
    """There is no docket where the settings say."""

    def __init__(self, file: "Path") -> None:
        super().__init__(f"There is no docket at {file}. Set ADQUEM_DATA or DATABASE_URL.")


def must_be_there(settings: "StoreSettings") -> None:
    """Refuse to open a docket that would only now be made.

    Raises:
        NoDocketError: if no database is named and the file does not exist.
    """
    if settings.database_url is None and not settings.docket_file.exists():
        raise NoDocketError(settings.docket_file)


def failed(sentence: str, *, status: int) -> int:
    """Say why nothing was done, and return the exit status."""
    print(sentence, file=sys.stderr)
    return status


def said_by(error: "SQLAlchemyError") -> str:
    """Return the first line of what the database says is wrong."""
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
