"""What was done, for people to read: one change that could be undone, and the lines of the log."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.docket.undoing import Undoing, Undone
from handlers import phrases
from handlers.views.blocks import Message, actions, button, context, header, message, section
from handlers.views.lists import Item
from handlers.views.text import hour, long_date, named, said, short_date
from storage.cases import Case
from storage.docket import Deadline, Entry
from storage.log import AuditEntry

MOST_ROWS = 20
_TOLD = ("title", "caption", "when", "on", "first", "last", "due", "computed", "proof", "filed_by", "court", "day")
_UNSAID = frozenset({"explanation", "version", "due_at", "done_at", "confirmed_at", "acknowledged_at", "follows_id"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)")
_PERSON = re.compile(r"[UW][A-Z0-9_]{2,}")
_CHANNEL = re.compile(r"[CG][A-Z0-9]{6,}")
_UNDONE = re.compile(r"undone: ([a-z_]+\.[a-z_]+) (\S+)")  # the reason that the docket itself gives
_LONGEST = 200


def undo_question(undoing: Undoing, *, zone: str) -> Message:
    """Return what undoing a change would do, old and new, and the button that does it."""
    deed = undoing.deed
    what = phrases.UNDO_WHAT.format(
        what=deed_named(deed.action), subject=said(deed.subject), when=_moment(deed.at, zone)
    )
    return message(
        header(phrases.UNDO_TITLE),
        section(what),
        section("\n".join([phrases.UNDO_WOULD, *undo_lines(undoing.seen)])),
        actions(button(phrases.UNDO, "deed.undo", str(deed.key), style="danger")),
        context(phrases.UNDO_ONCE),
    )


def undo_lines(rows: Sequence[Undone]) -> list[str]:
    """Return a line for everything that an undoing gives back."""
    lines = [line for undone in rows for line in _lines_of(undone)]
    more = len(lines) - MOST_ROWS
    return [*lines[:MOST_ROWS], phrases.UNDO_MORE.format(count=more)] if more > 0 else lines


def audit_item(line: AuditEntry, *, zone: str) -> Item:
    """Return a line of the log: when, who, what, why, and old and new."""
    first = phrases.AUDIT_LINE.format(
        when=_moment(line.at, zone), by=named(line.actor), what=deed_named(line.action), subject=_subject(line.subject)
    )
    reason = phrases.AUDIT_REASON.format(reason=_reason(line)) if line.reason else ""
    return Item(text="\n".join(filter(None, [first, *_details(line.details), reason])))


def deed_named(action: str) -> str:
    """Return what an action of the log is called."""
    return phrases.DEEDS.get(action) or said(action.replace(".", " ").replace("_", " "))


def undone_deed(line: AuditEntry) -> str:
    """Return what was undone, which the log names in the reason."""
    found = _UNDONE.fullmatch(line.reason)
    return deed_named(found[1]) if found else said(line.reason)


def _reason(line: AuditEntry) -> str:
    """Return the reason in words; the docket's own, "undone: hearing.moved H1", in those of whoever reads."""
    found = _UNDONE.fullmatch(line.reason)
    return f"{deed_named('change.undone')}: {deed_named(found[1])} {found[2]}" if found else said(line.reason)


def _lines_of(undone: Undone) -> Iterator[str]:
    row = undone.row
    if undone.is_new:
        yield _withdrawn(row)
        return
    zone = None if isinstance(row, Case) else row.zone
    for name, (now, then) in undone.columns.items():
        if name not in _UNSAID and not (name == "on_date" and "starts_at" in undone.columns):
            yield phrases.UNDO_COLUMN.format(
                ref=row.ref, column=_column(name), now=_shown(now, zone), then=_shown(then, zone)
            )


def _withdrawn(row: Case | Entry | Deadline) -> str:
    if isinstance(row, Case):
        return phrases.UNDO_CLOSED.format(ref=row.ref)
    sentence = phrases.UNDO_WITHDRAWN if isinstance(row, Entry) else phrases.UNDO_MOOT
    return sentence.format(ref=row.ref, title=said(row.title, 100))


def _details(details: Mapping[str, Any]) -> list[str]:
    old, new = details.get("old"), details.get("new")
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return [_change(name, old.get(name), value) for name, value in new.items() if name not in _UNSAID]
    if old == new and details.get("old_at"):
        old, new = details["old_at"], details.get("due_at")
    if old is not None and new is not None:
        return [phrases.AUDIT_PLAIN_CHANGE.format(old=_shown(old), new=_shown(new))]
    told = [_shown(details[name]) for name in _TOLD if details.get(name)]
    return [" · ".join(told)] if told else []


def _change(name: str, old: Any, new: Any) -> str:  # noqa: ANN401 -- whatever the log holds
    return phrases.AUDIT_CHANGE.format(column=_column(name), old=_shown(old), new=_shown(new))


def _column(name: str) -> str:
    return str(phrases.COLUMNS.get(name, said(name.replace("_", " "))))


def _subject(subject: str) -> str:
    if _CHANNEL.fullmatch(subject):
        return f"<#{subject}>"
    return named(subject) if _PERSON.fullmatch(subject) else said(subject, 80)


def _shown(value: Any, zone: str | None = None) -> str:  # noqa: ANN401 -- whatever a column holds
    """Return a value as people read it: dates in full, people by name, nothing as a word."""
    if isinstance(value, bool):
        return str(phrases.YES_NO[value])
    if isinstance(value, list | tuple):
        return ", ".join(_shown(part, zone) for part in value) or phrases.UNDO_EMPTY
    text = str(value) if value not in (None, "") else ""
    if _DAY.fullmatch(text):
        return long_date(date.fromisoformat(text))
    if _INSTANT.fullmatch(text):
        return _instant(datetime.fromisoformat(text), zone)
    if _PERSON.fullmatch(text):
        return named(text)
    return said(text, _LONGEST) or phrases.UNDO_EMPTY


def _instant(at: datetime, zone: str | None) -> str:
    """Return an instant on a wall: in a zone, or else as it was written down."""
    wall = at.astimezone(ZoneInfo(zone)) if zone else at
    return f"{long_date(wall.date())}, {wall:%H:%M} ({wall.tzname()})"


def _moment(at: datetime, zone: str) -> str:
    return f"{short_date(at.astimezone(ZoneInfo(zone)).date())}, {hour(at, zone)}"
