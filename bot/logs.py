"""What the bot says to whoever runs it: one line for each event, for people or as JSON, and never a secret.

Logs travel: to a disk, to a collector, into a ticket. So captions, addresses of feeds and tokens do not get in, whoever
writes the line. Our own records are trusted in their words, and searched for secrets. Those of libraries quote what was
said to them: of a template only numbers are filled in, a text is cut where a quotation may begin, and below a warning
only the place is named. Of an exception its type and its place are told; its words only where nobody typed them.
"""

import json
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import PurePath
from traceback import extract_tb
from types import TracebackType
from typing import Any, TextIO

OURS = frozenset({"adquem", "bot", "handlers", "storage"})
CHATTY = ("alembic", "apscheduler", "httpx")
"""Libraries that report each thing they do: only their warnings are wanted."""
HIDDEN = "[hidden]"
_SHORTEST_SECRET = 6
_A_QUOTATION_MAY_BEGIN = re.compile(r"[:({\[<'\"\u2018\u201c`\n]")
_SECRETS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\[(?:SQL|parameters):.*", re.DOTALL), HIDDEN),  # SQLAlchemy quotes the row
    (re.compile(r"DETAIL:.*", re.DOTALL), HIDDEN),  # PostgreSQL quotes the key
    (re.compile(r"\b(\w*(?:Error|Exception))\(.*", re.DOTALL), rf"\1({HIDDEN})"),  # the repr of an exception
    (re.compile(r"/feeds/[^\s\"']+"), f"/feeds/{HIDDEN}"),
    (re.compile(r"hooks\.slack\.com/[^\s\"']+"), f"hooks.slack.com/{HIDDEN}"),
    (re.compile(r"(\w+://)[^\s/@]+@"), rf"\1{HIDDEN}@"),
    (re.compile(r"(\w+://[^\s?\"']+)\?[^\s\"']+"), rf"\1?{HIDDEN}"),
    (re.compile(r"\b(Bearer|Basic)\s+[^\s\"']+"), rf"\1 {HIDDEN}"),
    (re.compile(r"\b(?:xox[a-z]+|xapp|xwfp)-[\w-]+"), HIDDEN),
    (re.compile(r"AGE-SECRET-KEY-\w+"), HIDDEN),
    (re.compile(r"\b[\w-]{40,}"), HIDDEN),  # whatever is as long as a key
)

_log = logging.getLogger("adquem")


class LogFormat(StrEnum):
    """For whom lines are written."""

    HUMAN = "human"
    JSON = "json"


def set_up_logging(
    *, as_a: LogFormat = LogFormat.HUMAN, level: str = "info", secrets: Iterable[str] = (), to: TextIO | None = None
) -> None:
    """Let everything that is logged, by whomever, go through here to standard error; unforeseen ends of threads, too.

    Args:
        level: the least level that is written.
        secrets: what no line may hold, wherever it comes from.
    """
    handler = logging.StreamHandler(to)
    handler.setFormatter((_Json if as_a is LogFormat.JSON else _Human)(hiding(secrets)))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.raiseExceptions = False  # or a line that cannot be written would be quoted whole
    logging.captureWarnings(capture=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _ended_unexpectedly
    threading.excepthook = _thread_ended_unexpectedly


Hide = Callable[[str], str]


def hiding(secrets: Iterable[str]) -> Hide:
    """Return what takes out of a text these secrets, and whatever looks like one."""
    known = sorted({secret for secret in secrets if len(secret) >= _SHORTEST_SECRET}, key=len, reverse=True)

    def hide(text: str) -> str:
        for secret in known:
            text = text.replace(secret, HIDDEN)
        for pattern, instead in _SECRETS:
            text = pattern.sub(instead, text)
        return text

    return hide


class _Safely(logging.Formatter):
    """What both formats share: the facts of a record, without what must not be said."""

    def __init__(self, hide: Hide) -> None:
        super().__init__()
        self._hide = hide

    def facts(self, record: logging.LogRecord) -> dict[str, Any]:
        """Return what may be said of a record."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        facts: dict[str, Any] = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "said": self._hide(_said(record)),
            "thread": record.threadName,
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            facts["errors"] = [self._error(one) for one in _chain(error)]
        return facts

    def _error(self, error: BaseException) -> Mapping[str, Any]:
        return {"type": type(error).__name__, "said": self._hide(_trusted_words(error)), "where": _where(error)}


class _Json(_Safely):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(self.facts(record), ensure_ascii=False)


class _Human(_Safely):
    def format(self, record: logging.LogRecord) -> str:
        facts = self.facts(record)
        text = f"{facts['at']} {facts['level'].upper()} {facts['logger']}: {facts['said']}"
        for error in facts.get("errors", ()):
            words = f": {error['said']}" if error["said"] else ""
            text += "\n".join(("", f"{error['type']}{words}", *(f"  {place}" for place in error["where"])))
        return text.replace("\n", "\n    ")  # no text of anybody's begins a line


def _said(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] in OURS:
        return _filled(record, _trusted)
    if record.levelno < logging.WARNING:
        return f"({record.module}.{record.funcName})"
    text = _filled(record, _number)
    return text if record.args else _A_QUOTATION_MAY_BEGIN.split(text, maxsplit=1)[0].strip()


def _filled(record: logging.LogRecord, shown: Callable[[object], object]) -> str:
    """Return a record's message with its values as they may be shown."""
    template, values = str(record.msg), record.args
    try:
        if isinstance(values, Mapping):
            return template % {name: shown(value) for name, value in values.items()}
        return template % tuple(shown(value) for value in values) if values else template
    except (TypeError, ValueError):  # the template asks for a number where something hidden stands
        return template


def _trusted(value: object) -> object:
    return type(value).__name__ if isinstance(value, BaseException) else value


def _number(value: object) -> object:
    return value if isinstance(value, int | float) else "…"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and what led to it, each once."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _trusted_words(error: BaseException) -> str:
    """Return the words of an exception that the machine, the database or Slack chose: one word, or one line."""
    response = getattr(error, "response", None)
    if isinstance(response, Mapping) or hasattr(response, "status_code"):
        word = str(getattr(response, "get", lambda *_: "")("error", ""))
        return word if word.replace("_", "").isalnum() else ""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    if type(error).__name__ in {"OperationalError", "InterfaceError"}:
        return str(getattr(error, "orig", None) or error).partition("\n")[0]
    return ""


def _where(error: BaseException) -> list[str]:
    """Return the places in the code through which an exception came, without what stands there."""
    frames = extract_tb(error.__traceback__)
    return [f"{'/'.join(PurePath(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}" for frame in frames]


def _ended_unexpectedly(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("The program ended unexpectedly.", exc_info=(kind, error, trace))


def _thread_ended_unexpectedly(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is None or issubclass(ended.exc_type, SystemExit):
        return
    name = ended.thread.name if ended.thread else "unknown"
    _log.error(
        "The thread “%s” ended unexpectedly.", name, exc_info=(ended.exc_type, ended.exc_value, ended.exc_traceback)
    )
