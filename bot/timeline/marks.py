"""Marks: each entry and each deadline as it stands in the picture."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.law import Standing
from bot.timeline import wording
from bot.timeline.files import CaseFile
from bot.timeline.naming import Naming
from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus, Precision

_LONGEST = 150
_MARKS = {"Mn", "Mc", "Me", "Cf"}
_TIES = {"\u17d2", "\u200d"}  # the Khmer coeng ties the next consonant to the last; a joiner does likewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing in the picture.

    Args:
        case: the short id of its case.
        shape: the kind of entry, or `deadline`; each has its own sign.
        tone: `standing`, `struck` (it no longer counts), `due`, `done` or `overdue`.
        words: what stands under it in small print.
    """

    lane: int
    case: str
    day: date
    at: datetime
    shape: str
    tone: str
    ref: str
    title: str
    day_known: bool
    date_words: str
    words: tuple[str, ...]


def marks_of(files: Sequence[CaseFile], *, lanes: Sequence[int], naming: Naming, now: datetime) -> list[Mark]:
    """Return the marks of some cases in the order of their instants.

    Args:
        lanes: for each case, the lane it stands in.
    """
    marks = [
        mark for file, lane in zip(files, lanes, strict=True) for mark in _of_file(file, lane, naming=naming, now=now)
    ]
    return sorted(marks, key=lambda mark: (mark.day, mark.day_known, mark.at, mark.lane, mark.ref))


def _of_file(file: CaseFile, lane: int, *, naming: Naming, now: datetime) -> Iterator[Mark]:
    for entry in file.entries:
        yield _of_entry(entry, file, lane, naming=naming, now=now)
    for deadline in file.deadlines:
        yield _of_deadline(deadline, file, lane, naming=naming, now=now)


def _of_entry(entry: Entry, file: CaseFile, lane: int, *, naming: Naming, now: datetime) -> Mark:
    midnight = datetime.combine(entry.on_date, time.min, tzinfo=ZoneInfo(entry.zone))
    hour = wording.hour_of(entry, by_city=naming.tells)
    unknown = "hour not known" if wording.hour_is_open(entry) and _is_ahead(entry, now) else ""
    return Mark(
        lane=lane,
        case=file.case.ref,
        day=entry.on_date,
        at=entry.starts_at or midnight,
        shape=entry.kind.value,
        tone="struck" if wording.is_struck(entry) else "standing",
        ref=entry.ref,
        title=_short(naming.entry(entry)),
        day_known=entry.precision is Precision.DAY,
        date_words=wording.short_date(entry.on_date) if entry.precision is Precision.DAY else wording.day_of(entry),
        words=_words(hour, unknown, wording.state_of(entry)),
    )


def _of_deadline(deadline: Deadline, file: CaseFile, lane: int, *, naming: Naming, now: datetime) -> Mark:
    tone = _tone_of(deadline, now)
    is_open = deadline.status is DeadlineStatus.OPEN
    doubts = (
        "" if deadline.standing == Standing.SETTLED else deadline.standing,
        "conditional" if deadline.condition else "",
        "" if deadline.confirmed_by else "unconfirmed",
    )
    return Mark(
        lane=lane,
        case=file.case.ref,
        day=deadline.due,
        at=deadline.due_at,
        shape="deadline",
        tone=tone,
        ref=deadline.ref,
        title=_short(naming.deadline(deadline)),
        day_known=True,
        date_words=wording.short_date(deadline.due),
        words=_words(tone if tone != "struck" else "moot", *(doubts if is_open else ())),
    )


def _is_ahead(entry: Entry, now: datetime) -> bool:
    return entry.status is EntryStatus.STANDING and entry.on_date >= now.astimezone(ZoneInfo(entry.zone)).date()


def _tone_of(deadline: Deadline, now: datetime) -> str:
    if deadline.status is DeadlineStatus.MOOT:
        return "struck"
    if deadline.status is DeadlineStatus.DONE:
        return "done"
    return "overdue" if deadline.due_at < now else "due"


def _words(*words: str) -> tuple[str, ...]:
    return tuple(word for word in words if word)


def _short(title: str) -> str:
    """Return a title of at most so many signs, cut between clusters and ended with an ellipsis."""
    flat = " ".join(title.split())
    if len(flat) <= _LONGEST:
        return flat
    at = _LONGEST - 1
    while _is_inside_a_cluster(flat, at):
        at -= 1
    return flat[:at].rstrip() + "…"


def _is_inside_a_cluster(text: str, at: int) -> bool:
    """Return whether a cut would part a letter from its marks, or a Khmer letter from the one written under it."""
    return at > 0 and (unicodedata.category(text[at]) in _MARKS or text[at - 1] in _TIES)
