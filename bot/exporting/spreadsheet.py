"""CSV: a line for each entry and each deadline, in the order of their dates (docs/timeline.md lists the columns)."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from zoneinfo import ZoneInfo

from bot.timeline import CaseFile, Naming
from storage.docket import Deadline, Entry, Precision

COLUMNS = (
    *("case", "court", "docket_number", "caption", "ref", "kind", "title", "date", "precision", "weekday"),
    *("court_time", "zone", "at", "status", "started_by", "trigger", "service", "served_on", "citation", "version"),
    *(
        "standing",
        "latest",
        "condition",
        "owner",
        "backup",
        "confirmed_by",
        "filed_by",
        "proof",
        "outcome",
        "reason",
        "link",
        "note",
    ),
)
_HIDDEN = {"court", "docket_number", "zone", "trigger", "service", "citation", "version", "condition", "proof"} | {
    *("link", "note", "court_time", "outcome", "reason", "owner", "backup", "confirmed_by", "filed_by")
}
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def to_csv(files: Sequence[CaseFile], *, naming: Naming) -> bytes:
    """Write a spreadsheet, with the mark at its beginning by which Excel knows Unicode.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    lines = [line for file in files for line in _lines(file, naming)]
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(_defused(line) for line in sorted(lines, key=lambda line: (line["date"], line["at"])))
    return text.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell


def _defused(line: Mapping[str, str]) -> dict[str, str]:
    return {column: defused(line[column]) for column in COLUMNS}


def _lines(file: CaseFile, naming: Naming) -> Iterator[dict[str, str]]:
    refs = {entry.id: entry.ref for entry in file.entries}
    for entry in file.entries:
        yield _line(file, naming, {**_of_entry(entry), "title": naming.entry(entry)})
    for deadline in file.deadlines:
        started_by = refs.get(deadline.entry_id, "") if deadline.entry_id else ""
        title = naming.deadline(deadline)
        yield _line(file, naming, {**_of_deadline(deadline), "title": title, "started_by": started_by})


def _line(file: CaseFile, naming: Naming, row: Mapping[str, str]) -> dict[str, str]:
    about = {
        "case": file.case.ref,
        "court": file.case.court,
        "docket_number": file.case.docket_number,
        "caption": naming.case(file),
    }
    line = {**dict.fromkeys(COLUMNS, ""), **about, **row}
    return line if naming.tells else {**line, **dict.fromkeys(_HIDDEN, "")}


def _of_entry(entry: Entry) -> dict[str, str]:
    local = entry.starts_at.astimezone(ZoneInfo(entry.zone)) if entry.starts_at else None
    return {
        "ref": entry.ref,
        "kind": entry.kind.value,
        "date": entry.on_date.isoformat(),
        "precision": entry.precision.value,
        "weekday": f"{entry.on_date:%A}" if entry.precision is Precision.DAY else "",
        "court_time": f"{local:%H:%M}" if local else "",
        "zone": entry.zone,
        "at": _in_utc(entry.starts_at) if entry.starts_at else "",
        "status": entry.status.value,
        "trigger": entry.trigger or "",
        "service": entry.service,
        "served_on": entry.served_on.isoformat() if entry.served_on else "",
        "owner": entry.owner or "",
        "outcome": entry.outcome,
        "link": entry.link,
        "note": entry.note,
    }


def _of_deadline(deadline: Deadline) -> dict[str, str]:
    return {
        "ref": deadline.ref,
        "kind": "deadline",
        "date": deadline.due.isoformat(),
        "precision": Precision.DAY.value,
        "weekday": f"{deadline.due:%A}",
        "court_time": f"{deadline.due_at.astimezone(ZoneInfo(deadline.zone)):%H:%M}",
        "zone": deadline.zone,
        "at": _in_utc(deadline.due_at),
        "status": deadline.status.value,
        "citation": deadline.citation,
        "version": deadline.version,
        "standing": deadline.standing,
        "latest": deadline.latest.isoformat(),
        "condition": deadline.condition,
        "owner": deadline.owner or "",
        "backup": deadline.backup or "",
        "confirmed_by": deadline.confirmed_by or "",
        "filed_by": deadline.filed_by or "",
        "proof": deadline.proof,
        "reason": deadline.closed_reason,
        "link": deadline.link,
        "note": deadline.note,
    }


def _in_utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()
