"""What a file says, line by line, before anything is done with it: what can be read, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.errors import AdQuemError
from storage.docket import Deadline, Entry, EntryKind, Precision

MOST_BYTES = 1_000_000
MOST_ROWS = 500
DEADLINE = "deadline"
LONGEST = {"title": 300, "place": 300, "link": 600, "note": 4000, "citation": 200, "trigger": 100, "uid": 500}
"""How many letters each column takes."""


class Source(StrEnum):
    """What a file is, by the ending of its name."""

    CSV = "csv"
    JSON = "json"
    ICS = "ics"


class UnreadableFileError(AdQuemError):
    """Nothing of the file can be read; the sentence says why and what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one line.

    Args:
        line: the line of the file on which it begins, the first being 1; of JSON, the row counted from 1.
        column: the column by the name that it has in the file.
        typed: what stands there.
        sentence: what is wrong with it, and what to type instead.
    """

    line: int
    column: str
    typed: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry, or one deadline entered by hand, as a file tells it.

    Args:
        kind: what it is; None for a deadline.
        on_date: its day in the court's zone; of a deadline the day on which it is due.
        at: the aware instant, where the file says an hour; of a deadline the instant at which the day ends.
        facts: other columns of the docket that the file tells, empty ones among them; what it does not tell stays.
        uid: the name by which the file knows it; nothing if it gives none.
        sequence: its edition, where the file counts them (iCalendar).
        is_vacated: the hearing is off calendar.
        notes: what was assumed about it.
        whole: the row as another docket had it, where the file is an export of ours.
        follows: the short id, in that docket, of the hearing adjourned to it, or of the entry that started it.
    """

    line: int
    kind: EntryKind | None
    title: str
    on_date: date
    at: datetime | None = None
    precision: Precision = Precision.DAY
    facts: Mapping[str, Any] = field(default_factory=dict)
    uid: str = ""
    sequence: int | None = None
    is_vacated: bool = False
    notes: tuple[str, ...] = ()
    whole: Entry | Deadline | None = None
    follows: str | None = None

    @property
    def called(self) -> str:
        """Return what it is called: `hearing`, `deadline`."""
        return self.kind.value if self.kind else DEADLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a file says. `notes` is what was assumed about the whole of it."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a file is read against.

    Args:
        zone: the court's zone.
        case: the short id and the docket number of the case, either of which a file may name.
        people: those who may see the case, by their ids.
        called: the names by which an export of ours may call the case behind its titles.
    """

    zone: str
    now: datetime
    case: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict)
    called: tuple[str, ...] = ()
