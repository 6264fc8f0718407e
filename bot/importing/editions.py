"""Which edition of a foreign event the docket knows: by its SEQUENCE, and where that stays the same, by what it says.

Many programs and courts move an event and leave its SEQUENCE alone, or write none. So the log keeps, with the edition
of each event that was imported, two fingerprints: of all that it said, and of when it was to take place.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from bot.importing.plans import Step
from bot.importing.rows import Row
from storage.docket import Deadline, Entry, EntryStatus
from storage.log import AuditEntry


class Freshness(StrEnum):
    """What an event says beside what the docket knows of it."""

    NEWER = "newer"
    OLDER = "older"
    KNOWN = "known"
    """It was imported as it is, and the docket was changed since."""
    CONTRADICTS = "contradicts"
    """It says something new, the docket was given another date here since, and nothing tells which is later."""


class Edition(NamedTuple):
    """The edition of an event that was imported last; fingerprints of what it said, and of when it was to be."""

    sequence: int
    says: str = ""
    when: str = ""


def editions_of(steps: Iterable[Step]) -> dict[str, tuple[int, str, str]]:
    """Return what the log keeps of the events that are imported, by UID."""
    return {
        step.uid: Edition(step.row.sequence, _says(step.row), _when_of(step.row))
        for step in steps
        if step.uid and step.row.sequence is not None
    }


def editions_in(lines: Iterable[AuditEntry]) -> Mapping[str, Edition]:
    """Return the last edition of each event that was imported, as the lines of imports tell, the oldest first."""
    editions: dict[str, Edition] = {}
    for line in lines:
        told: Mapping[str, Any] = line.details.get("editions") or {}
        editions |= {uid: Edition(each) if isinstance(each, int) else Edition(*each) for uid, each in told.items()}
    return editions


def last_editions(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows of a file without those of which a later edition stands there, too.

    And apart, those that say different things under one UID and edition: neither may be dropped for the other.
    """
    named: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        named[row.uid or f"line {row.line}"].append(row)
    kept: list[Row] = []
    twofold: list[Row] = []
    for each in named.values():
        highest = max(row.sequence or 0 for row in each)
        last = [row for row in each if (row.sequence or 0) == highest]
        if len(set(map(_says, last))) == 1:
            kept.append(last[-1])
        else:
            twofold += last
    return tuple(kept), tuple(twofold)


def freshness(row: Row, subject: Entry | Deadline, known: Edition) -> Freshness:
    """Return what an event that says otherwise than the docket is, beside the edition that was imported last."""
    sequence = row.sequence or 0
    if sequence != known.sequence:
        return Freshness.NEWER if sequence > known.sequence else Freshness.OLDER
    if known.says in ("", _says(row)):
        return Freshness.KNOWN
    return Freshness.NEWER if known.when == _when_here(subject) else Freshness.CONTRADICTS


def _says(row: Row) -> str:
    return _print(row.called, row.title, _when_of(row), sorted(row.facts.items()))


def _when_of(row: Row) -> str:
    return _when(row.on_date, row.at, is_vacated=row.is_vacated)


def _when_here(subject: Entry | Deadline) -> str:
    if isinstance(subject, Deadline):
        return _when(subject.due, subject.due_at, is_vacated=False)
    return _when(subject.on_date, subject.starts_at, is_vacated=subject.status is EntryStatus.VACATED)


def _when(day: date, at: datetime | None, *, is_vacated: bool) -> str:
    return _print(at.timestamp() if at else day.isoformat(), is_vacated)


def _print(*facts: object) -> str:
    return sha256(repr(facts).encode()).hexdigest()[:12]
