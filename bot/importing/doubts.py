"""What no docket of ours would have written, though its types are right: a file may have been edited by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.importing.dates import DoubtfulDateError, zone_named
from bot.law import Service, Standing, long_date
from storage.docket import Deadline, Entry

_INSTANTS = ("starts_at", "due_at", "confirmed_at", "done_at", "snoozed_until", "acknowledged_at", "created_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What is wrong with one column of a row: what stands there, and what to type instead."""

    column: str
    typed: str
    sentence: str


def doubts_about(row: Entry | Deadline) -> Iterator[Doubt]:
    """Yield what is wrong with a row; what stands later is sound only if nothing earlier is wrong."""
    yield from _letters(row)
    yield from _instants(row)
    yield from _zone(row)
    yield from _of_entry(row) if isinstance(row, Entry) else _of_deadline(row)


def _letters(row: Entry | Deadline) -> Iterator[Doubt]:
    if any("\0" in value for value in row.model_dump().values() if isinstance(value, str)):
        yield Doubt(column="title", typed="", sentence="The row is damaged: a letter in it is none.")
    if not row.title.strip():
        yield Doubt(column="title", typed="", sentence="The row has no title.")


def _instants(row: Entry | Deadline) -> Iterator[Doubt]:
    for name in _INSTANTS:
        instant = getattr(row, name, None)
        if instant is not None and instant.tzinfo is None:
            yield Doubt(column=name, typed=str(instant), sentence="The instant has no offset from UTC.")


def _zone(row: Entry | Deadline) -> Iterator[Doubt]:
    try:
        known = zone_named(row.zone, otherwise="")
    except DoubtfulDateError:
        known = ""
    if not known:
        sentence = "I know no such zone. Write the court's, as in America/Los_Angeles."
        yield Doubt(column="zone", typed=row.zone, sentence=sentence)


def _of_entry(entry: Entry) -> Iterator[Doubt]:
    if entry.letter != entry.kind.letter:
        yield Doubt(column="letter", typed=entry.letter, sentence="The short id is not one of that kind.")
    if entry.service not in set(Service):
        ways = ", ".join(filter(None, Service))
        sentence = f"Write how it was served ({ways}), or leave it empty."
        yield Doubt(column="service", typed=entry.service, sentence=sentence)
    if entry.starts_at:
        yield from _day("on_date", entry.on_date, entry.starts_at, entry.zone, begins="It starts")


def _of_deadline(deadline: Deadline) -> Iterator[Doubt]:
    if deadline.standing not in {"", *Standing}:
        sentence = f"Write one of {', '.join(Standing)}, or leave it empty where no rule computed the date."
        yield Doubt(column="standing", typed=deadline.standing, sentence=sentence)
    if not _is_told(deadline.explanation):
        sentence = "I cannot read how it was counted. Export it once more, and leave this part as it is."
        yield Doubt(column="explanation", typed="", sentence=sentence)
    yield from _day("due", deadline.due, deadline.due_at, deadline.zone, begins="It ends")


def _day(column: str, day: date, instant: datetime, zone: str, *, begins: str) -> Iterator[Doubt]:
    """Yield where a day and an instant contradict each other."""
    try:
        there = instant.astimezone(ZoneInfo(zone)).date()
    except (OverflowError, ValueError):
        yield Doubt(column=column, typed=str(instant), sentence="That is further away than any docket reaches.")
        return
    if there != day:
        sentence = f"{begins} on {long_date(there)} in {zone}, and the day says otherwise. Correct one of them."
        yield Doubt(column=column, typed=day.isoformat(), sentence=sentence)


def _is_told(explanation: Mapping[str, object]) -> bool:
    """Say whether an explanation is one: steps and notes, each with its text."""
    parts = [explanation.get(name, []) for name in ("steps", "notes")]
    return all(isinstance(part, list) and all(map(_has_text, part)) for part in parts)


def _has_text(sentence: object) -> bool:
    return isinstance(sentence, dict) and isinstance(sentence.get("text"), str)
