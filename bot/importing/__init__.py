"""Files from elsewhere, and our own exports: read line by line, shown before anything is done, imported once."""

from bot.importing.doing import Imported, NotClearError, OtherwiseThanShownError, do
from bot.importing.planning import plan_import
from bot.importing.plans import Alike, Deed, Plan
from bot.importing.reading import read_contents, setting_of
from bot.importing.rows import MOST_BYTES, MOST_ROWS, Source, UnreadableFileError

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "Alike",
    "Deed",
    "Imported",
    "NotClearError",
    "OtherwiseThanShownError",
    "Plan",
    "Source",
    "UnreadableFileError",
    "do",
    "plan_import",
    "read_contents",
    "setting_of",
]
