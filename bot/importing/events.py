"""iCalendar: each VEVENT is a hearing, unless a calendar of ours says that it is a ruling or an order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from bot.calendars.events import OURS
from bot.calendars.wording import MARKS
from bot.importing.cells import harmless
from bot.importing.decoding import must_fit
from bot.importing.rows import LONGEST, MOST_ROWS, Contents, Fault, Row, Setting, UnreadableFileError
from storage.docket import EntryKind, EntryStatus

_RECURS = ("rrule", "rdate", "exrule", "recurrence-id")
_FACTS = {"location": "place", "url": "link", "description": "note"}
_KINDS = {kind.upper(): kind for kind in EntryKind}


class _UnfitError(Exception):
    """An event cannot be taken as it is."""

    def __init__(self, name: str, typed: object, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.typed = name, " ".join(str(typed).split())[:100]


def read_events(content: bytes, setting: Setting) -> Contents:
    """Read every event that can be read, and say of each other what is wrong with it.

    Hours without a zone are on the court's clocks. Of an event that stands there twice, the later edition counts.

    Raises:
        UnreadableFileError: if it is no calendar, or holds no events, or too many.
    """
    must_fit(content)
    events = _events(content)
    rows: list[Row] = []
    faults: list[Fault] = []
    deadlines = withdrawn = 0
    for line, event in zip(_lines(content, len(events)), events, strict=True):
        try:
            if _is_our_deadline(event):
                deadlines += 1
            elif _is_withdrawn(event):
                withdrawn += 1
            else:
                rows.append(_row(event, line, setting))
        except _UnfitError as error:
            faults.append(Fault(line=line, column=error.name, typed=error.typed, sentence=str(error)))
    kept = _last_editions(rows)
    older = len(rows) - len(kept)
    notes = [*_assumed(kept, setting), *_passed_over(older=older, deadlines=deadlines, withdrawn=withdrawn)]
    return Contents(rows=tuple(kept), faults=tuple(faults), notes=tuple(notes))


def _events(content: bytes) -> Sequence[Component]:
    try:
        calendars = Calendar.from_ical(content, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception:  # noqa: BLE001 -- whatever a parser that is not ours makes of junk
        raise UnreadableFileError(
            "This is no calendar that I can read. Export it once more as an .ics file, and import that as it is."
        ) from None
    if not events:
        raise UnreadableFileError("There is no event in this calendar (VEVENT): nothing to import.")
    if len(events) > MOST_ROWS:
        raise UnreadableFileError(
            f"The calendar holds {len(events)} events, and I take {MOST_ROWS} at once. Export a shorter span of time."
        )
    return events


def _lines(content: bytes, count: int) -> list[int]:
    """Return the line on which each event begins."""
    found = [
        number
        for number, line in enumerate(content.splitlines(), start=1)
        if line.strip().upper().removeprefix(b"\xef\xbb\xbf") == b"BEGIN:VEVENT"
    ]
    return (found + [0] * count)[:count]


def _row(event: Component, line: int, setting: Setting) -> Row:
    for name in _RECURS:
        if name in event:
            raise _UnfitError(
                name.upper(),
                _written(event, name),
                "This event repeats, and a docket holds each hearing by itself. Type its dates one by one, or export "
                "it without repetition.",
            )
    day, at, note = _start(event, setting)
    title, notes = _title(event, setting), [note] if note else []
    kind = _kind(event)
    if at is None and kind is EntryKind.HEARING:
        notes.append("The calendar tells no hour.")
    return Row(
        line=line,
        kind=kind,
        title=title,
        on_date=day,
        at=at if kind is EntryKind.HEARING else None,
        facts=_facts(event),
        uid=_text(event, "uid")[: LONGEST["uid"]],
        sequence=_sequence(event),
        is_vacated=_text(event, "status").upper() == "CANCELLED" and kind is EntryKind.HEARING,
        notes=tuple(notes),
    )


def _start(event: Component, setting: Setting) -> tuple[date, datetime | None, str]:
    """Return the day in the court's zone, the instant if there is an hour, and what was assumed."""
    begins: Any = event.get("dtstart")
    try:
        start = begins.dt
    except Exception:  # noqa: BLE001 -- missing, given twice or broken: the parser's own errors
        raise _UnfitError(
            "DTSTART", _written(event, "dtstart"), "The event has no date that I can read, or several."
        ) from None
    if not isinstance(start, date):
        raise _UnfitError("DTSTART", start, "The event has no day.")
    if not isinstance(start, datetime):
        return start, None, ""
    zone, named = ZoneInfo(setting.zone), str(begins.params.get("TZID", ""))
    if start.tzinfo is None and named:
        raise _UnfitError(
            "DTSTART",
            f"{named}: {start}",
            f"I know no zone “{named[:60]}”, so that I cannot tell the hour. Type it by hand.",
        )
    note = ""
    if start.tzinfo is None:
        start, note = _on_the_wall(start, zone), f"Its hour names no zone: taken as the court's ({setting.zone})."
    try:
        return start.astimezone(zone).date(), start, note
    except (OverflowError, ValueError):
        raise _UnfitError("DTSTART", start, "That is further away than any docket reaches.") from None


def _on_the_wall(start: datetime, zone: ZoneInfo) -> datetime:
    local = start.replace(tzinfo=zone)
    try:
        doubtful = local.utcoffset() != local.replace(fold=1).utcoffset()
    except (OverflowError, ValueError):
        doubtful = True
    if doubtful:
        raise _UnfitError(
            "DTSTART", start, "Clocks change that night: that hour comes twice or never. Type the hearing by hand."
        )
    return local


def _title(event: Component, setting: Setting) -> str:
    title = " ".join(_text(event, "summary").split())
    if _is_ours(event):
        title = _without_our_marks(title, setting)
    if not title:
        raise _UnfitError("SUMMARY", "", "The event has no title (SUMMARY). Give it one where it comes from.")
    if len(title) > LONGEST["title"]:
        raise _UnfitError("SUMMARY", title, f"The title is longer than {LONGEST['title']} letters. Shorten it.")
    return title


def _without_our_marks(title: str, setting: Setting) -> str:
    """Return a title without what our calendars write around it: its mark, and by whatever name the case."""
    bare = title.removeprefix(MARKS[EntryStatus.VACATED])
    ends = (f" · {' '.join(name.split())}" for name in setting.called)
    return next((bare.removesuffix(end) for end in ends if bare.endswith(end)), bare)


def _facts(event: Component) -> Mapping[str, str]:
    facts = {}
    for name, column in _FACTS.items():
        if name in event and not (_is_ours(event) and name == "description"):
            facts[column], longest = _text(event, name), LONGEST[column]
            if len(facts[column]) > longest:
                raise _UnfitError(name.upper(), facts[column], f"That is longer than {longest} letters. Shorten it.")
    return facts


def _kind(event: Component) -> EntryKind:
    return _KINDS.get(_category(event), EntryKind.HEARING) if _is_ours(event) else EntryKind.HEARING


def _is_our_deadline(event: Component) -> bool:
    return _is_ours(event) and _category(event) == "DEADLINE"


def _is_withdrawn(event: Component) -> bool:
    return _is_ours(event) and _text(event, "summary").startswith(MARKS[EntryStatus.WITHDRAWN])


def _is_ours(event: Component) -> bool:
    return _text(event, "uid").endswith(OURS)


def _category(event: Component) -> str:
    categories: Any = event.get("categories")
    found = [str(each).upper() for each in getattr(categories, "cats", ())]
    return found[0] if found else ""


def _sequence(event: Component) -> int:
    try:
        return max(0, int(_text(event, "sequence")))
    except ValueError:
        return 0


def _text(event: Component, name: str) -> str:
    value: Any = event.get(name, "")
    return harmless(str(value[0] if isinstance(value, list) and value else value))


def _written(event: Component, name: str) -> str:
    value: Any = event.get(name, "")
    try:
        return str(value.to_ical().decode())
    except Exception:  # noqa: BLE001 -- only shown, and the parser keeps broken things
        return ""


def _last_editions(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without those of which a later edition stands in the same file."""
    last: dict[str, Row] = {}
    for row in rows:
        key = row.uid or f"line {row.line}"
        if key not in last or (row.sequence or 0) >= (last[key].sequence or 0):
            last[key] = row
    return [row for row in rows if row in last.values()]


def _assumed(rows: Sequence[Row], setting: Setting) -> Iterator[str]:
    if any(row.at for row in rows):
        yield f"Dates are those of the court's zone, {setting.zone}."


def _passed_over(*, older: int, deadlines: int, withdrawn: int) -> Iterator[str]:
    if older:
        yield f"Passed over as an older edition of what stands in the same file: {older}."
    if deadlines:
        yield (
            f"{deadlines} deadlines were passed over: a calendar does not carry how they were counted. The JSON "
            "export does."
        )
    if withdrawn:
        were = (
            "1 event was passed over: it was" if withdrawn == 1 else f"{withdrawn} events were passed over: they were"
        )
        yield f"{were} withdrawn in the docket from which the calendar comes."
