"""iCalendar: each VEVENT is a hearing, unless a calendar of ours says that it is a ruling or an order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from icalendar import Calendar, Component

from bot.calendars.events import OURS
from bot.calendars.wording import MARKS
from bot.importing.cells import harmless
from bot.importing.decoding import text_of
from bot.importing.editions import last_editions
from bot.importing.rows import LONGEST, MOST_ROWS, Contents, Fault, Row, Setting, UnreadableFileError
from bot.importing.starts import FileZones, UnfitEventError, start_of, written, zones_in
from storage.docket import EntryKind, EntryStatus

_RECURS = ("rrule", "rdate", "exrule", "recurrence-id")
_FACTS = {"location": "place", "url": "link", "description": "note"}
_BEGINS = re.compile(r"^BEGIN:VEVENT[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_KINDS = {kind.upper(): kind for kind in EntryKind}
_TWOFOLD = (
    "Several events of the file have this UID and the same edition (SEQUENCE), and say different things: I cannot tell "
    "which counts. Delete what is wrong, or give each a UID of its own."
)
_TORN = re.compile(rb"\r?\n[ \t](?=[\x80-\xbf])")


def read_events(content: bytes, setting: Setting) -> Contents:
    """Read every event that can be read, and say of each other what is wrong with it.

    Hours without a zone are on the court's clocks. Of an event that stands there twice, the later edition counts.

    Raises:
        UnreadableFileError: if it is no calendar, or holds no events, or too many.
    """
    text = text_of(_TORN.sub(b"", content))  # some programs fold a line inside a letter
    calendars = _calendars(text)
    events, lines = _events(calendars), _lines(text)
    _must_be_whole(events, lines)
    zones = zones_in(calendars)
    rows: list[Row] = []
    faults: list[Fault] = []
    deadlines = withdrawn = 0
    for line, event in zip(lines, events, strict=True):
        try:
            if _is_our_deadline(event):
                deadlines += 1
            elif _is_withdrawn(event):
                withdrawn += 1
            else:
                rows.append(_row(event, line, setting, zones))
        except UnfitEventError as error:
            faults.append(Fault(line=line, column=error.name, typed=error.typed, sentence=str(error)))
    kept, twofold = last_editions(rows)
    passed = _passed_over(
        older=len(rows) - len(kept) - len(twofold),
        deadlines=deadlines,
        withdrawn=withdrawn,
        tasks=sum(len(calendar.walk("VTODO")) for calendar in calendars),
    )
    notes = (*_assumed(kept, setting), *passed)
    return Contents(rows=kept, faults=(*faults, *map(_twofold, twofold)), notes=notes)


def _calendars(text: str) -> Sequence[Component]:
    try:
        return Calendar.from_ical(text, multiple=True)
    except Exception:  # noqa: BLE001 -- whatever a parser that is not ours makes of junk
        raise UnreadableFileError(
            "This is no calendar that I can read. Export it once more as an .ics file, and import that as it is."
        ) from None


def _events(calendars: Sequence[Component]) -> Sequence[Component]:
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MOST_ROWS:
        raise UnreadableFileError(
            f"The calendar holds {len(events)} events, and I take {MOST_ROWS} at once. Export a shorter span of time."
        )
    return events


def _lines(text: str) -> list[int]:
    """Return the line on which each event begins."""
    return [text.count("\n", 0, begin.start()) + 1 for begin in _BEGINS.finditer(text)]


def _must_be_whole(events: Sequence[Component], lines: Sequence[int]) -> None:
    """Refuse a calendar of which the parser kept less than stands there: it was cut off, or damaged."""
    if not lines:
        raise UnreadableFileError("There is no event in this calendar (VEVENT): nothing to import.")
    if len(events) != len(lines):
        raise UnreadableFileError(
            f"{len(lines)} events begin in this file, and I can read {len(events)} of them: it is cut off, or damaged. "
            "Export it once more, and import that as it is."
        )


def _twofold(row: Row) -> Fault:
    return Fault(
        line=row.line,
        column="UID",
        typed=row.title[:100],
        sentence=_TWOFOLD,
    )


def _row(event: Component, line: int, setting: Setting, zones: FileZones) -> Row:
    for name in _RECURS:
        if name in event:
            raise UnfitEventError(
                name.upper(),
                written(event, name),
                "This event repeats, and a docket holds each hearing by itself. Type its dates one by one, or export "
                "it without repetition.",
            )
    start = start_of(event, setting, zones)
    title, kind = _title(event, setting), _kind(event)
    no_hour = ("The calendar tells no hour.",) if start.at is None and kind is EntryKind.HEARING else ()
    return Row(
        line=line,
        kind=kind,
        title=title,
        on_date=start.day,
        at=start.at if kind is EntryKind.HEARING else None,
        facts=_facts(event),
        uid=_text(event, "uid")[: LONGEST["uid"]],
        sequence=_sequence(event),
        is_vacated=_text(event, "status").upper() == "CANCELLED" and kind is EntryKind.HEARING,
        notes=(*start.notes, *no_hour),
    )


def _title(event: Component, setting: Setting) -> str:
    title = " ".join(_text(event, "summary").split())
    if _is_ours(event):
        title = _without_our_marks(title, setting)
    if not title:
        raise UnfitEventError("SUMMARY", "", "The event has no title (SUMMARY). Give it one where it comes from.")
    if len(title) > LONGEST["title"]:
        raise UnfitEventError("SUMMARY", title, f"The title is longer than {LONGEST['title']} letters. Shorten it.")
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
                raise UnfitEventError(
                    name.upper(), facts[column], f"That is longer than {longest} letters. Shorten it."
                )
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


def _assumed(rows: Sequence[Row], setting: Setting) -> Iterator[str]:
    if any(row.at for row in rows):
        yield f"Dates are those of the court's zone, {setting.zone}."


def _passed_over(*, older: int, deadlines: int, withdrawn: int, tasks: int) -> Iterator[str]:
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
    if tasks:
        were = "1 task (VTODO) was" if tasks == 1 else f"{tasks} tasks (VTODO) were"
        yield f"{were} passed over: a task is no hearing. What is due on a day that matters, type as a deadline."
