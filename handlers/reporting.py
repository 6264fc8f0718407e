"""What goes wrong is logged without a word of what was said: messages of errors may quote captions."""

import logging
import traceback

_log = logging.getLogger("adquem.handlers")


def report(error: Exception, doing: str) -> None:
    """Log what failed, its type and its place in the code."""
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("A %s failed with %s.\n%s", doing, type(error).__name__, where)
