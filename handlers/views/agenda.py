"""What is ahead, day by day: what is overdue first, then each day with its weekday and year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from bot.docket.closed_ahead import ClosedCourts
from handlers import phrases
from handlers.views.blocks import Block, Message, divider, header, message, section
from handlers.views.cards import CaseLine
from handlers.views.glance import closed_glance
from handlers.views.lists import Item, Page, pages_of, turning
from handlers.views.text import hour, long_date, named, said, short_date, zone_name
from storage.docket import Deadline, Entry, EntryKind, EntryStatus

MOST_TROUBLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing on the agenda and its day; None for what is overdue."""

    day: date | None
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What is ahead, one page of it.

    Args:
        closed: the courts, and the weekdays in that time on which they are closed.
        troubles: sentences about reminders that could not be delivered.
    """

    first: date
    last: date
    lines: Sequence[Line]
    page: Page
    closed: Sequence[ClosedCourts] = ()
    troubles: Sequence[str] = ()


def agenda(shown: Agenda) -> Message:
    """Return what is ahead as a message."""
    title = header(phrases.TODAY_AND_NEXT.format(first=short_date(shown.first), last=short_date(shown.last)))
    days = [block for day, lines in groupby(shown.lines, _day_of) for block in _day(day, list(lines), shown.first)]
    closed = [divider(), section(phrases.AGENDA_CLOSED_DAYS), *closed_glance(shown.closed)] if shown.closed else []
    turns = turning(shown.page, "command.run", pages_of("/docket list"))
    return message(title, *_troubles(shown.troubles), *(days or [section(phrases.NOTHING_DUE)]), *turns, *closed)


def deadline_line(deadline: Deadline, case: CaseLine, *, now: datetime, flag: str) -> Line:
    """Return a deadline on the agenda; one that is overdue stands before every day."""
    what = phrases.AGENDA_DEADLINE.format(
        flag=flag,
        ref=deadline.ref,
        title=said(deadline.title, 200),
        citation=said(deadline.citation, 80) or phrases.AGENDA_BY_HAND,
        case=case.ref,
    )
    is_late = deadline.due_at < now
    due = phrases.AGENDA_WAS_DUE if is_late else phrases.AGENDA_DUE
    until = due.format(
        day=long_date(deadline.due),
        hour=hour(deadline.due_at, deadline.zone),
        zone=zone_name(deadline.due_at, deadline.zone),
    )
    marks = " · ".join([until, *_marks(deadline)])
    item = Item(text=f"{what}\n{marks}", action="deadline.open", ref=deadline.ref)
    return Line(day=None if is_late else deadline.due, item=item)


def entry_line(entry: Entry, case: CaseLine, *, flag: str) -> Line:
    """Return an entry on the agenda."""
    is_hearing = entry.kind is EntryKind.HEARING
    sentence = phrases.AGENDA_ENTRY if is_hearing else phrases.AGENDA_FILED
    ref = entry.ref if entry.status is EntryStatus.STANDING else f"~{entry.ref}~"
    kind = phrases.KINDS[entry.kind]
    what = sentence.format(flag=flag, ref=ref, kind=kind, title=said(entry.title, 200), case=case.ref)
    details = [_hour_of(entry)] if is_hearing or entry.starts_at else []
    details += [said(entry.place, 100)] if entry.place else []
    details += [phrases.OWNED_BY.format(owner=named(entry.owner))] if entry.owner else []
    details += [f"*{phrases.STATUSES[entry.status]}*"] if entry.status in phrases.STATUSES else []
    text = "\n".join(filter(None, [what, " · ".join(details)]))
    return Line(day=entry.on_date, item=Item(text=text, action="entry.open", ref=entry.ref))


def _day_of(line: Line) -> date | None:
    return line.day


def _day(day: date | None, lines: Sequence[Line], today: date) -> list[Block]:
    title = (
        phrases.AGENDA_OVERDUE if day is None else phrases.AGENDA_DAY.format(day=long_date(day), left=_left(day, today))
    )
    return [section(title), *(line.item.block for line in lines)]


def _left(day: date, today: date) -> str:
    days = (day - today).days
    near = {0: phrases.AGENDA_TODAY, 1: phrases.AGENDA_TOMORROW}
    return near.get(days) or phrases.AGENDA_IN_DAYS.format(days=days)


def _marks(deadline: Deadline) -> list[str]:
    marks = [
        "" if deadline.confirmed_by else phrases.AGENDA_UNCONFIRMED,
        phrases.AGENDA_CONDITIONAL if deadline.condition else "",
        phrases.AGENDA_STANDINGS.get(deadline.standing, ""),
        phrases.OWNED_BY.format(owner=named(deadline.owner)) if deadline.owner else phrases.NO_OWNER,
    ]
    return [mark for mark in marks if mark]


def _hour_of(entry: Entry) -> str:
    if entry.starts_at is None:
        return phrases.AGENDA_NO_HOUR
    at = hour(entry.starts_at, entry.zone)
    return phrases.AGENDA_AT.format(hour=at, zone=zone_name(entry.starts_at, entry.zone))


def _troubles(troubles: Sequence[str]) -> list[Block]:
    if not troubles:
        return []
    lines = [phrases.REMINDERS_IN_TROUBLE, *troubles[:MOST_TROUBLES]]
    if len(troubles) > MOST_TROUBLES:
        lines.append(phrases.REMINDERS_MORE.format(count=len(troubles) - MOST_TROUBLES))
    return [section("\n".join(lines)), divider()]
